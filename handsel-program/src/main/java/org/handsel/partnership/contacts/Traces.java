package org.handsel.partnership.contacts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Where a person shows up outside of the table of contacts, and the blanking of it: texts of
/// timelines, of occasions, of notices and of the log.
///
/// In entries that name the person by id, single parts of the name are blanked too ("Frau Meier
/// called"); elsewhere at the institution only the whole name, address and numbers are, because
/// another Meier may work there.
final class Traces {
  private static final String OF_INSTITUTION =
      "(select id from partnership where institution = :institution)";
  private static final int SHORTEST_PART = 3;

  private final Handle handle;
  private final Contact contact;
  private final Pattern whole;
  private final Pattern parts;
  private int blanked;

  Traces(Handle handle, Contact contact) {
    this.handle = handle;
    this.contact = contact;
    Set<String> marks = new LinkedHashSet<>();
    for (String mark :
        new String[] {contact.name(), contact.mail(), contact.phone(), contact.address()}) {
      if (mark != null && !mark.isBlank()) {
        marks.add(mark.strip());
      }
    }
    this.whole = pattern(marks);
    for (String part : contact.name().split("[\\s,.]+", -1)) {
      // "von" and "de la" stay: they are words of the language as well.
      if (part.length() >= SHORTEST_PART && !Character.isLowerCase(part.codePointAt(0))) {
        marks.add(part);
      }
    }
    this.parts = pattern(marks);
  }

  int blank() {
    entries("timeline_entry", "id", "version");
    entries("timeline_former", "entry", "version");
    one(
        "occasion",
        "result",
        "id in (select occasion from occasion_institution where institution = :institution)");
    one("notice", "reason", "institution = :institution");
    one("revisit", "reason", "partnership in " + OF_INSTITUTION);
    one(
        "timeline_condition",
        "quote",
        "entry in (select id from timeline_entry where partnership in " + OF_INSTITUTION + ")");
    log("before_state");
    log("after_state");
    return blanked;
  }

  List<String> files() {
    return handle
        .createQuery(
            """
            select distinct path from timeline_file where entry in
              (select entry from timeline_person where contact = :contact)
            order by path
            """)
        .bind("contact", contact.id())
        .mapTo(String.class)
        .list();
  }

  private void entries(String table, String entry, String version) {
    record Text(String id, long version, String text, @Nullable String step, boolean named) {}
    List<Text> texts =
        handle
            .createQuery(
                """
                select t.%2$s as id, t.%3$s as version, t.text, t.step,
                  exists (select 1 from timeline_person p where p.entry = t.%2$s and p.contact = :contact) as named
                from %1$s t where t.%2$s in (select id from timeline_entry where partnership in %4$s)
                """
                    .formatted(table, entry, version, OF_INSTITUTION))
            .bind("contact", contact.id())
            .bind("institution", contact.institution())
            .map((row, context) ->
                new Text(
                    row.getString("id"),
                    row.getLong("version"),
                    row.getString("text"),
                    row.getString("step"),
                    row.getBoolean("named")))
            .list();
    for (Text text : texts) {
      Pattern pattern = text.named() ? parts : whole;
      String clean = mask(pattern, text.text());
      String step = text.step() == null ? null : mask(pattern, text.step());
      if (!clean.equals(text.text()) || (step != null && !step.equals(text.step()))) {
        blanked++;
        handle
            .createUpdate(
                "update %s set text = :text, step = :step where %s = :id and %s = :version"
                    .formatted(table, entry, version))
            .bind("text", clean)
            .bind("step", step)
            .bind("id", text.id())
            .bind("version", text.version())
            .execute();
      }
    }
  }

  private void one(String table, String column, String where) {
    for (String text : distinct(table, column, where)) {
      replace(table, column, where, text, mask(whole, text));
    }
  }

  private void log(String column) {
    String where =
        """
        (subject = :institution or subject in %1$s
          or subject in (select id from timeline_entry where partnership in %1$s))
        """
            .formatted(OF_INSTITUTION);
    one("change", column, where);
  }

  private List<String> distinct(String table, String column, String where) {
    List<String> texts = new ArrayList<>();
    handle
        .createQuery(
            "select distinct %2$s from %1$s where %2$s is not null and %3$s"
                .formatted(table, column, where))
        .bind("institution", contact.institution())
        .mapTo(String.class)
        .forEach(texts::add);
    return texts;
  }

  private void replace(String table, String column, String where, String from, String to) {
    if (!from.equals(to)) {
      blanked +=
          handle
              .createUpdate(
                  "update %1$s set %2$s = :to where %2$s = :from and %3$s"
                      .formatted(table, column, where))
              .bind("to", to)
              .bind("from", from)
              .bind("institution", contact.institution())
              .execute();
    }
  }

  private String mask(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(contact.label()));
  }

  private static Pattern pattern(Set<String> marks) {
    String any =
        String.join(
            "|",
            marks.stream().sorted((a, b) -> b.length() - a.length()).map(Traces::loosely).toList());
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// A mark with any white space between its words.
  private static String loosely(String mark) {
    List<String> words = new ArrayList<>();
    for (String word : mark.split("\\s+", -1)) {
      words.add(Pattern.quote(word));
    }
    return String.join("\\s+", words);
  }
}
