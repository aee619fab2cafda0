package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.NameVariant;
import org.handsel.authority.record.PersonDetails;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;
import org.handsel.text.Dates;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.profile.WikiProfile;

/// A biography of a wiki as linking sees it: what its person data, categories, sort key and first
/// words say. Identifiers that stand on the page are no part of the record: a link must not be
/// found by what it is judged by.
///
/// @param page the page
/// @param record id is the title of the page
/// @param identifiers well-formed ones that stand on the page, in normal form, by scheme
public record Biography(Person page, PersonRecord record, Map<String, List<String>> identifiers) {
  private static final Pattern REMARK = Pattern.compile("\\s*\\(([^()]*)\\)$");

  public Biography {
    identifiers = Map.copyOf(identifiers);
  }

  /// Makes biographies of pages. Immutable; safe for threads.
  public static Reader reader(WikiProfile profile) {
    return new Reader(profile);
  }

  /// Reads pages on persons.
  public static final class Reader {
    private final WikiProfile profile;
    private final Dates dates = Dates.load();
    private final Identifiers identifiers = Identifiers.load();
    private final LeadDates leads;

    private Reader(WikiProfile profile) {
      this.profile = profile;
      leads = new LeadDates(dates, profile.language());
    }

    /// The biography, where the page is one.
    public Optional<Biography> read(Person page) {
      if (!page.isPerson()) {
        return Optional.empty();
      }
      LeadDates.Life lead = leads.read(page.facts().lead());
      String title = page.facts().page().title();
      String bare = REMARK.matcher(page.facts().bareTitle()).replaceFirst("");
      String name = name(page, bare);
      List<NameVariant> variants = variants(page, name, bare);
      Matcher remark = REMARK.matcher(page.facts().bareTitle());
      String text = (remark.find() ? remark.group(1) + ". " : "") + page.facts().lead();
      String description = LifeDate.plain(page.value("description"));
      PersonRecord record =
          new PersonRecord(
              title,
              name,
              "person",
              variants.stream().map(NameVariant::name).toList(),
              date(page, "birth-date", page.births(), lead.birth()),
              date(page, "death-date", page.deaths(), lead.death()),
              List.of(),
              LifeDate.plain(page.value("birth-place")),
              LifeDate.plain(page.value("death-place")),
              description.isEmpty() ? List.of() : List.of(description),
              text,
              new PersonDetails(
                  RecordStatus.USABLE,
                  "",
                  List.of(),
                  gender(page),
                  variants,
                  List.of(),
                  List.of(),
                  Map.of()));
      return Optional.of(new Biography(page, record, identifiers(page)));
    }

    private static String name(Person page, String bare) {
      String name = LifeDate.plain(page.value("name"));
      String family = LifeDate.plain(page.value("family-name"));
      if (!family.isEmpty()) {
        return family + (name.isEmpty() ? "" : ", " + name);
      }
      if (name.isEmpty() && !page.facts().defaultSorts().isEmpty()) {
        String key = page.facts().defaultSorts().getFirst().strip();
        // A key without a comma may be anything that sorts well.
        name = key.contains(",") && key.length() <= bare.length() + 4 ? key : "";
      }
      return name.isEmpty() ? bare : name;
    }

    private static List<NameVariant> variants(Person page, String name, String bare) {
      Set<NameVariant> variants = new LinkedHashSet<>();
      if (!bare.equals(name)) {
        variants.add(new NameVariant(bare, NameVariant.Kind.OTHER));
      }
      for (String written : LifeDate.plain(page.value("alternative-names")).split(";", -1)) {
        NameVariant variant = NameVariant.annotated(written);
        if (!variant.name().isEmpty() && !variant.name().equals(name)) {
          variants.add(variant);
        }
      }
      return List.copyOf(variants);
    }

    /// Person data first; then the one year that categories tell; then the first words.
    private String date(
        Person page, String meaning, TreeSet<Integer> years, Optional<LifeDate> lead) {
      Optional<LifeDate> data =
          page.value(meaning).isEmpty()
              ? Optional.empty()
              : LifeDate.read(page.value(meaning), dates, profile.language());
      if (data.isPresent() && !data.get().unknown()) {
        return edtf(data.get());
      }
      if (years.size() == 1) {
        int year = years.first();
        // Categories write years before Christ as -44, EDTF counts a year nought.
        return year < 0 ? "-%04d".formatted(-year - 1) : "%04d".formatted(year);
      }
      return lead.map(Reader::edtf).orElse("");
    }

    private static String edtf(LifeDate date) {
      if (!date.edtf().isEmpty()) {
        return date.edtf();
      }
      Integer from = date.earliest();
      Integer to = date.latest();
      return from != null && from.equals(to) && from > 0 ? "%04d".formatted(from) : "";
    }

    private String gender(Person page) {
      boolean man = false;
      boolean woman = false;
      for (CategoryLink link : page.facts().categories()) {
        man |= profile.biography().men().contains(link.category());
        woman |= profile.biography().women().contains(link.category());
      }
      return man == woman ? "" : man ? "male" : "female";
    }

    private Map<String, List<String>> identifiers(Person page) {
      Map<String, List<String>> found = new LinkedHashMap<>();
      for (IdentifierValues.Written written : IdentifierValues.of(page)) {
        if (!identifiers.schemes().contains(written.scheme())) {
          continue;
        }
        Identifier judged = identifiers.judge(written.scheme(), written.value());
        List<String> values = found.computeIfAbsent(written.scheme(), scheme -> new ArrayList<>());
        if (judged.valid() && !values.contains(judged.value())) {
          values.add(judged.value());
        }
      }
      found.values().removeIf(List::isEmpty);
      return found;
    }
  }
}
