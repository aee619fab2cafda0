package org.handsel.impact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.impact.Measurement.ListTable;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// Stories of a partnership: drafted from measured numbers, edited by people, approved by the
/// partner by name. A change after approval makes it a draft again.
///
/// Safe for use by many threads.
public final class Stories {
  public static final List<String> KINDS = List.of("newsletter", "blog", "precedents");

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;

  public Stories(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Drafts a story from a measurement.
  public Story draft(
      Who who,
      String partnership,
      String kind,
      String language,
      Measurement measured,
      List<Correction> corrections) {
    if (!KINDS.contains(kind)) {
      throw HandselException.usage(
          "story: expected %s, found \"%s\".".formatted(String.join(", ", KINDS), kind));
    }
    String text = text(kind, measured, corrections, Texts.load(language));
    Story story =
        new Story(ids.next(), partnership, kind, language, text, "draft", null, null, null, 1, who);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into impact_story (id, partnership, kind, language, text, state, version, who, who_name, changed_at)
              values (:id, :partnership, :kind, :language, :text, 'draft', 1, :who, :name, :now)
              """)
          .bind("id", story.id())
          .bind("partnership", partnership)
          .bind("kind", kind)
          .bind("language", language)
          .bind("text", text)
          .bind("who", who.id())
          .bind("name", who.name())
          .bind("now", clock.instant().toString())
          .execute();
      history.note(handle, who, "story", partnership, "add", null, story);
    });
    return story;
  }

  private static String text(
      String kind, Measurement measured, List<Correction> corrections, Texts texts) {
    ReportPage page =
        new ReportBuilder(measured, PartnerNotes.none(), texts, text -> text).page("", List.of());
    Map<String, String> filled = new LinkedHashMap<>();
    filled.put("institution", measured.about().collection());
    filled.put("lead", String.join(" ", page.lead()));
    for (String[] one :
        new String[][] {
          {"released", "files-available"},
          {"available", "files-available"},
          {"used", "files-used"},
          {"pages", "pages"},
          {"wikis", "wikis"}
        }) {
      filled.put(
          one[0], texts.number(measured.value(one[1]).orElse(null), MeasureWords.Unit.COUNT));
    }
    filled.put("best-file", first(measured, "files", "file", texts));
    filled.put("best-page", first(measured, "pages", "page", texts));
    long accepted = corrections.stream().filter(one -> one.state().equals("accepted")).count();
    filled.put(
        "corrections",
        corrections.isEmpty()
            ? texts.of("corrections-none")
            : texts.of(
                "story-corrections", texts.whole(corrections.size()), texts.whole(accepted)));
    StringBuilder definitions = new StringBuilder();
    page.lines().stream()
        .filter(line -> !line.value().equals(texts.of("unknown")))
        .limit(8)
        .forEach(line ->
            definitions.append(
                "- %s: %s. %s%n".formatted(line.name(), line.value(), line.definition())));
    filled.put("definitions", definitions.toString().stripTrailing());
    filled.put("as-of", texts.day(measured.about().asOf()));
    filled.put("source", measured.about().source());
    filled.put("views-note", measured.value("views").isPresent() ? texts.of("story-views") : "");
    String text = pattern(kind, texts.language());
    for (Map.Entry<String, String> one : filled.entrySet()) {
      text = text.replace("{" + one.getKey() + "}", one.getValue());
    }
    return text.strip();
  }

  /// The first of a list that no template brought.
  private static String first(Measurement measured, String list, String column, Texts texts) {
    ListTable table = measured.lists().get(list);
    if (table == null || table.rows().isEmpty()) {
      return texts.of("unknown");
    }
    int place = table.header().indexOf(column);
    int template = table.header().indexOf("template_usages");
    return table.rows().stream()
        .filter(row -> template < 0 || row.get(template).isEmpty() || row.get(template).equals("0"))
        .findFirst()
        .map(row -> row.get(place).replace('_', ' '))
        .orElse(texts.of("unknown"));
  }

  static String pattern(String kind, String language) {
    String name = "stories/%s.%s.txt".formatted(kind, language);
    try (InputStream in = Stories.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes the text; whatever the partner said before no longer holds.
  ///
  /// @throws HandselException when somebody else was faster
  public Story edit(Who who, String id, long version, String text) {
    return database.writeAndGet(handle -> {
      Story before = existing(handle, id);
      if (before.version() != version) {
        throw conflict(before);
      }
      handle
          .createUpdate(
              """
              update impact_story set text = :text, state = 'draft', decided_by = null, decided_on = null,
                evidence = null, version = version + 1, changed_at = :now where id = :id
              """)
          .bind("text", text)
          .bind("now", clock.instant().toString())
          .bind("id", id)
          .execute();
      Story after = existing(handle, id);
      history.note(handle, who, "story", after.partnership(), "change", before, after);
      return after;
    });
  }

  private static HandselException conflict(Story before) {
    return HandselException.usage(
        "story %s was changed by %s meanwhile; it is version %d now. Look at it again."
            .formatted(before.id(), before.who().name(), before.version()));
  }

  /// Records what the partner said.
  ///
  /// @param by person of the partner
  /// @param evidence where it is written
  public Story decide(Who who, String id, boolean approved, String by, String evidence) {
    if (by.isBlank() || evidence.isBlank()) {
      throw HandselException.usage(
          "story %s: expected who of the partner said so and where it is written.".formatted(id));
    }
    return database.writeAndGet(handle -> {
      Story before = existing(handle, id);
      handle
          .createUpdate(
              """
              update impact_story set state = :state, decided_by = :by, decided_on = :today,
                evidence = :evidence, version = version + 1, changed_at = :now where id = :id
              """)
          .bind("state", approved ? "approved" : "declined")
          .bind("by", by.strip())
          .bind("today", LocalDate.now(clock).toString())
          .bind("evidence", evidence.strip())
          .bind("now", clock.instant().toString())
          .bind("id", id)
          .execute();
      Story after = existing(handle, id);
      history.note(
          handle,
          who,
          "story",
          after.partnership(),
          approved ? "approve" : "decline",
          before,
          after);
      return after;
    });
  }

  /// Stories of a partnership, the newest first.
  public List<Story> of(String partnership) {
    return database.read(handle ->
        handle
            .createQuery("select * from impact_story where partnership = :id order by id desc")
            .bind("id", partnership)
            .map((row, context) -> story(row))
            .list());
  }

  /// A story by its id or the beginning of it.
  public Story named(String beginning) {
    List<Story> found =
        database.read(handle ->
            handle
                .createQuery("select * from impact_story where id like :id || '%' order by id")
                .bind("id", beginning.replaceAll("[^A-Za-z0-9-]", "?"))
                .map((row, context) -> story(row))
                .list());
    if (found.size() != 1) {
      throw HandselException.usage(
          "story \"%s\": %s."
              .formatted(
                  beginning, found.isEmpty() ? "there is none" : "several are meant; give more"));
    }
    return found.getFirst();
  }

  private static Story existing(Handle handle, String id) {
    return handle
        .createQuery("select * from impact_story where id = :id")
        .bind("id", id)
        .map((row, context) -> story(row))
        .findFirst()
        .orElseThrow(() -> HandselException.usage("story \"%s\": there is none.".formatted(id)));
  }

  private static Story story(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Story(
        row.getString("id"),
        row.getString("partnership"),
        row.getString("kind"),
        row.getString("language"),
        row.getString("text"),
        row.getString("state"),
        row.getString("decided_by"),
        row.getString("decided_on"),
        row.getString("evidence"),
        row.getLong("version"),
        new Who(row.getString("who"), row.getString("who_name")));
  }
}
