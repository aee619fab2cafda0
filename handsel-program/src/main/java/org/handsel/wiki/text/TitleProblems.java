package org.handsel.wiki.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Judges the name of a file, namespace taken off.
final class TitleProblems {
  private TitleProblems() {}

  static List<TitleProblem> of(String name) {
    List<TitleProblem> problems = new ArrayList<>();
    int dot = name.lastIndexOf('.');
    String base = dot < 0 ? name : name.substring(0, dot);
    if (base.isBlank()) {
      problems.add(
          new TitleProblem("TITLE_EMPTY", "expected a name before the extension, found none"));
    }
    length(name, problems);
    characters(name, problems);
    sequences(name, problems);
    extension(name, dot, problems);
    if (problems.isEmpty()) {
      normalForm(name, problems);
    }
    return List.copyOf(problems);
  }

  private static void length(String name, List<TitleProblem> problems) {
    int bytes = FileTitles.bytes(name);
    if (bytes > FileTitles.MAX_BYTES) {
      problems.add(
          new TitleProblem(
              "TITLE_TOO_LONG",
              "expected at most %d bytes of UTF-8 with the extension, found %d"
                  .formatted(FileTitles.MAX_BYTES, bytes)));
    }
  }

  private static void characters(String name, List<TitleProblem> problems) {
    name.codePoints()
        // The underscore is a space to the wiki: a matter of normal form, not of legality.
        .filter(c -> c != '_' && TitleTables.TABLES.replacement(c) != null)
        .distinct()
        .forEach(c ->
            problems.add(
                new TitleProblem(
                    "TITLE_CHARACTER",
                    "%s cannot stand in the name of a file".formatted(shown(c)))));
  }

  private static String shown(int c) {
    String code = "U+%04X".formatted(c);
    return c > ' ' && c < 0x7F ? "\"%s\" (%s)".formatted(Character.toString(c), code) : code;
  }

  private static void sequences(String name, List<TitleProblem> problems) {
    if (TitleText.ENTITY.matcher(name).find()) {
      problems.add(
          new TitleProblem(
              "TITLE_ENTITY", "found what reads as a character reference, such as &amp;"));
    }
    if (TitleText.PERCENT.matcher(name).find()) {
      problems.add(
          new TitleProblem(
              "TITLE_PERCENT", "found % with two hexadecimal digits, which reads as an escape"));
    }
    if (TitleText.TILDES.matcher(name).find()) {
      problems.add(
          new TitleProblem("TITLE_TILDES", "found three tildes, which read as a signature"));
    }
  }

  private static void extension(String name, int dot, List<TitleProblem> problems) {
    if (dot < 0 || dot == name.length() - 1) {
      problems.add(new TitleProblem("TITLE_EXTENSION", "expected an extension, found none"));
    }
    String[] parts = name.split("\\.", -1);
    for (int i = 1; i < parts.length; i++) {
      if (TitleTables.TABLES.prohibited(parts[i].toLowerCase(Locale.ROOT))) {
        problems.add(
            new TitleProblem(
                "TITLE_PROHIBITED_EXTENSION",
                "the wiki takes \".%s\" for the extension of a dangerous file"
                    .formatted(parts[i])));
      }
    }
  }

  private static void normalForm(String name, List<TitleProblem> problems) {
    String normal = TitleText.upperFirst(TitleText.clean(name));
    if (!normal.equals(name)) {
      problems.add(
          new TitleProblem(
              "TITLE_NOT_NORMAL", "the wiki would store \"%s\" instead".formatted(normal)));
    }
  }
}
