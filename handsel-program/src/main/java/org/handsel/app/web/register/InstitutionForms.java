package org.handsel.app.web.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.EditConflict;
import org.jspecify.annotations.Nullable;

/// Adds and edits institutions; of two people who edit one, the second sees what the first changed.
final class InstitutionForms {
  private static final int TEXT = 500;
  private static final int LONG = 5_000;

  private final Institutions institutions;

  InstitutionForms(Institutions institutions) {
    this.institutions = institutions;
  }

  void addTo(Routes routes) {
    routes.get("/institutions/new", Role.MEMBER, this::fresh);
    routes.post("/institutions", Role.MEMBER, this::add);
    routes.get("/institutions/{id}/edit", Role.MEMBER, this::edit);
    routes.post("/institutions/{id}", Role.MEMBER, this::change);
  }

  private void fresh(Page page) {
    Merge merge = Merge.fresh(Map.of("name", page.query("name"), "type", "museum", "version", "0"));
    show(page, 200, null, page.form(merge.values()), merge, "");
  }

  private static void show(
      Page page, int status, @Nullable Institution one, Form form, Merge merge, String by) {
    page.show(status, "institutions/edit.jte", new EditView(one, form, merge, by));
  }

  static Map<String, String> values(Institution one) {
    Institution.More more = one.more();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", one.name());
    values.put("type", one.type());
    values.put("country", text(one.country()));
    values.put("city", text(one.city()));
    values.put("region", text(one.region()));
    values.put("address", text(more.address()));
    values.put("latitude", text(one.latitude()));
    values.put("longitude", text(one.longitude()));
    values.put("website", text(one.website()));
    values.put("altname", text(more.altname()));
    values.put("subtype", text(more.subtype()));
    values.put("income", text(more.incomeBand()));
    values.put("funder", text(more.funderType()));
    values.put("classification", text(more.classification()));
    values.put("stock", text(more.stockSize()));
    values.put("note", text(more.note()));
    values.put("version", String.valueOf(one.version()));
    return values;
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static @Nullable String some(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Double degrees(Form form, String field, double most) {
    String typed = form.text(field, 40).replace(',', '.');
    if (typed.isEmpty()) {
      return null;
    }
    try {
      double value = Double.parseDouble(typed);
      if (Math.abs(value) <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    form.problem(field, "institutions.degrees", most);
    return null;
  }

  /// @param before what is edited, or null for a new one
  private static Institution read(Form form, @Nullable Institution before) {
    String country = form.text("country", 2).toUpperCase(Locale.ROOT);
    if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
      form.problem("country", "institutions.country.form");
    }
    String website = form.text("website", 2000);
    if (!website.isEmpty() && !website.matches("https?://.+")) {
      form.problem("website", "institutions.address.form");
    }
    String type = form.required("type", 100);
    Institution known = before == null ? Institution.draft("", null, type) : before;
    return new Institution(
        known.id(),
        known.source(),
        known.sourceId(),
        form.required("name", TEXT),
        some(country),
        type,
        some(form.text("city", TEXT)),
        some(form.text("region", TEXT)),
        degrees(form, "latitude", 90),
        degrees(form, "longitude", 180),
        some(website),
        known.mergedInto(),
        form.number("version", 0, Long.MAX_VALUE).orElse(0L),
        new Institution.More(
            some(form.text("subtype", TEXT)),
            some(form.text("address", TEXT)),
            some(form.text("altname", LONG)),
            some(form.text("income", TEXT)),
            some(form.text("funder", TEXT)),
            some(form.text("classification", TEXT)),
            some(form.text("stock", TEXT)),
            known.more().phoneKey(),
            some(form.text("note", LONG))));
  }

  private static Merge again(Form form) {
    return Merge.again(form, List.copyOf(values(Institution.draft("", null, "other")).keySet()));
  }

  private void add(Page page) {
    Form form = page.form();
    Institution draft = read(form, null);
    if (!form.good()) {
      show(page, 422, null, form, again(form), "");
      return;
    }
    Institution added = institutions.add(page.who(), draft);
    page.notice(Notice.Kind.SUCCESS, "institutions.added", added.name());
    page.redirect("/institutions/" + added.id());
  }

  private Institution one(Page page) {
    return institutions.find(page.part("id")).orElseThrow(page::notFound);
  }

  private void edit(Page page) {
    Institution one = one(page);
    Merge merge = Merge.fresh(values(one));
    show(page, 200, one, page.form(merge.values()), merge, "");
  }

  private void change(Page page) {
    Institution before = one(page);
    Form form = page.form();
    Institution edited = read(form, before);
    if (!form.good()) {
      show(page, 422, before, form, again(form), "");
      return;
    }
    try {
      institutions.change(page.who(), edited);
    } catch (EditConflict conflict) {
      Institution now = one(page);
      Merge merge = Merge.of(form, values(now));
      Optional<String> by =
          conflict.other().map(change -> page.text("shell.merge.title", change.who().name()));
      show(
          page,
          409,
          now,
          page.form(merge.values()),
          merge,
          by.orElse(page.text("shell.merge.unknown")));
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "institutions.changed");
    page.redirect("/institutions/" + before.id());
  }
}
