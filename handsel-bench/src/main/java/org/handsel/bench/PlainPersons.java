package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonRecord;

/// Persons in the form that the peers are given, who read no formats of libraries: a row each of
/// id, names, year of birth, year of death, separated by tabs and names by `|`. Names are made as
/// comparable as the peers' own cleaning would make them: given names first, small letters, no
/// marks, brackets as a further name.
final class PlainPersons {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
  private static final Pattern BRACKET = Pattern.compile("\\(([^)]*)\\)");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PlainPersons() {}

  /// One person or record.
  record Plain(String id, List<String> names, String birth, String death) {}

  static void write(Path from, Path to) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      PersonFiles.read(from, Map.of(), person -> row(person, out));
    }
  }

  static List<Plain> read(Path file) throws IOException {
    List<Plain> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      all.add(new Plain(cells[0], List.of(cells[1].split("\\|")), cells[2], cells[3]));
    }
    return all;
  }

  private static void row(PersonRecord person, BufferedWriter out) {
    Set<String> names = new LinkedHashSet<>();
    names(person.name(), names);
    person.variants().forEach(variant -> names(variant, names));
    names.remove("");
    try {
      out.write(
          String.join(
              "\t",
              person.id().replace('\t', ' '),
              String.join("|", names),
              year(person.birth()),
              year(person.death())));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void names(String written, Set<String> into) {
    Matcher bracket = BRACKET.matcher(written);
    into.add(plain(bracket.replaceAll(" ")));
    bracket.reset();
    while (bracket.find()) {
      into.add(plain(bracket.group(1)));
    }
  }

  private static String plain(String name) {
    int comma = name.indexOf(',');
    String natural = comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
    String small = natural.toLowerCase(Locale.ROOT).replace("ß", "ss");
    String bare = MARK.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    return OTHER.matcher(bare).replaceAll(" ").strip();
  }

  private static String year(String date) {
    Matcher year = YEAR.matcher(date);
    return year.find() ? year.group(1) : "";
  }
}
