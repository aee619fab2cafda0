package org.handsel.partnership.briefs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Letters to begin with, from templates in several languages. What is in square brackets is for
/// the person to fill in; nothing is sent. Immutable.
public final class Letters {
  /// Languages that have all letters.
  public static final List<String> LANGUAGES = List.of("de", "en", "fr");

  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)\\}");

  private final List<Template> templates;
  private final Map<String, Map<String, Letter>> texts;
  private final LetterPlaces places = new LetterPlaces();

  /// A kind of letter.
  ///
  /// @param kind how the timeline takes it once it was sent, such as `mail`
  /// @param names by language
  public record Template(String id, String kind, Map<String, String> names) {
    public String in(String language) {
      return names.getOrDefault(language, names.getOrDefault("en", id));
    }
  }

  /// A letter as a person goes on with it.
  public record Letter(String subject, String text) {
    /// Places that a person has to fill in.
    public List<String> open() {
      List<String> open = new ArrayList<>();
      Matcher found = Pattern.compile("\\[[^\\]\n]+\\]").matcher(subject + "\n" + text);
      while (found.find()) {
        open.add(found.group());
      }
      return open;
    }
  }

  private Letters(List<Template> templates, Map<String, Map<String, Letter>> texts) {
    this.templates = List.copyOf(templates);
    this.texts = Map.copyOf(texts);
  }

  /// Loads the templates that come with the program.
  public static Letters load() {
    List<Template> templates = new ArrayList<>();
    Map<String, Map<String, Letter>> texts = new LinkedHashMap<>();
    for (ResourceTable.Row row :
        ResourceTable.read(Letters.class, "letters.tsv", "letter", "kind", "de", "en", "fr")
            .rows()) {
      templates.add(
          new Template(
              row.cell(0),
              row.cell(1),
              Map.of("de", row.cell(2), "en", row.cell(3), "fr", row.cell(4))));
      Map<String, Letter> byLanguage = new LinkedHashMap<>();
      for (String language : LANGUAGES) {
        byLanguage.put(language, read("letters/%s.%s.txt".formatted(row.cell(0), language)));
      }
      texts.put(row.cell(0), byLanguage);
    }
    return new Letters(templates, texts);
  }

  private static Letter read(String name) {
    try (InputStream in = Letters.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n", 2);
      return new Letter(parts[0].strip(), parts[1].strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A letter to an institution, with what its brief knows filled in.
  ///
  /// @param me who writes; may be empty
  /// @param group for whom; may be empty
  /// @param revisit day on which to come back, or null
  public Letter write(
      String template,
      String language,
      Brief brief,
      String me,
      String group,
      @Nullable LocalDate revisit) {
    if (!LANGUAGES.contains(language)) {
      return write(template, language, Map.of());
    }
    return write(template, language, places.of(brief, language, me, group, revisit));
  }

  public List<Template> templates() {
    return templates;
  }

  /// A letter with places filled in; others stay in square brackets.
  ///
  /// @param filled texts by name of the hole, such as `institution`
  /// @throws HandselException when there is no such letter or language
  Letter write(String template, String language, Map<String, String> filled) {
    Map<String, Letter> byLanguage = texts.get(template);
    if (byLanguage == null) {
      throw HandselException.usage(
          "--template: expected one of %s, found \"%s\"."
              .formatted(
                  String.join(", ", templates.stream().map(Template::id).toList()), template));
    }
    Letter letter = byLanguage.get(language);
    if (letter == null) {
      throw HandselException.usage(
          "--language: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", LANGUAGES), language));
    }
    return new Letter(
        fill(letter.subject(), filled), fill(letter.text(), filled).replaceAll("\n{3,}", "\n\n"));
  }

  private static String fill(String text, Map<String, String> filled) {
    return HOLE.matcher(text)
        .replaceAll(hole ->
            Matcher.quoteReplacement(
                filled.getOrDefault(hole.group(1), "[" + hole.group(1) + "]")));
  }
}
