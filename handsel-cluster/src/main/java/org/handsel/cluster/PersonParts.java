package org.handsel.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.platform.HandselException;

/// Finds the files of persons or records, also in folders, and refuses what cannot be one set: a
/// part that is missing, empty or comes twice, parts of different days.
final class PersonParts {
  private static final Pattern RECORDS =
      Pattern.compile(
          "(?i)[^.].*\\.(jsonl|ndjson|json|csv|tsv|mrc|marc|xml|pica|pp|beacon|txt|dat)(\\.(gz|bz2))?");
  private static final Pattern SUMS = Pattern.compile("(?i).*sums?(\\.txt)?");
  private static final Pattern SUM = Pattern.compile("[0-9a-f]{32,}\\s+\\*?(\\S+)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<stem>.*?\\D|)(?<number>\\d{1,5})(?<ending>(\\.[A-Za-z][A-Za-z0-9]*)+)");
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d-?[01]\\d-?[0-3]\\d)(?!\\d)");

  /// Numbers from here on are years.
  private static final int YEARS = 1_000;

  private PersonParts() {}

  /// @param option that named them
  /// @param named files and folders
  /// @return files; those of a folder in the order of their names and numbers
  /// @throws HandselException with exit 1 when they are no set
  static List<Path> find(String option, List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path one : named) {
      if (!Files.exists(one)) {
        throw HandselException.input(
            "%s %s: cannot be read: expected a file of persons, or a folder with the parts of one. Check the path."
                .formatted(option, one));
      }
      if (Files.isDirectory(one)) {
        List<Path> parts = parts(one);
        if (parts.isEmpty()) {
          throw HandselException.input(
              "%s %s: expected files of persons in it (.jsonl, .csv, .mrc, .xml …, also packed), found none."
                  .formatted(option, one));
        }
        sums(one, parts);
        files.addAll(parts);
      } else {
        files.add(one);
      }
    }
    twice(files);
    days(files);
    numbers(files);
    return files;
  }

  private static List<Path> parts(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> RECORDS.matcher(name(file)).matches())
          .filter(file -> !SUMS.matcher(name(file)).matches())
          .sorted(
              Comparator.comparing((Path file) -> stem(name(file)))
                  .thenComparing(file -> number(name(file)))
                  .thenComparing(PersonParts::name))
          .toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String stem(String name) {
    Matcher number = NUMBER.matcher(name);
    return number.matches() ? number.group("stem") + number.group("ending") : name;
  }

  private static int number(String name) {
    Matcher number = NUMBER.matcher(name);
    return number.matches() ? Integer.parseInt(number.group("number")) : -1;
  }

  /// What a list of checksums names must be there.
  private static void sums(Path folder, List<Path> parts) throws IOException {
    List<String> names = parts.stream().map(PersonParts::name).toList();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path list : all.filter(file -> SUMS.matcher(name(file)).matches()).sorted().toList()) {
        for (String line : Files.readAllLines(list)) {
          Matcher sum = SUM.matcher(line.strip());
          if (sum.matches()
              && RECORDS.matcher(sum.group(1)).matches()
              && !names.contains(sum.group(1))) {
            throw HandselException.input(
                "%s: the part %s is missing, which %s names. Fetch it, or take the list away."
                    .formatted(folder, sum.group(1), name(list)));
          }
        }
      }
    }
  }

  private static void twice(List<Path> files) throws IOException {
    Map<Long, List<Path>> bySize = new HashMap<>();
    for (Path file : files) {
      long size = Files.size(file);
      if (size == 0) {
        throw HandselException.input(
            "%s: expected persons, found an empty file. Fetch it again.".formatted(file));
      }
      for (Path other : bySize.computeIfAbsent(size, none -> new ArrayList<>())) {
        if (Files.mismatch(file, other) < 0) {
          throw HandselException.input(
              "%s and %s hold the same. Name each part once.".formatted(other, file));
        }
      }
      bySize.getOrDefault(size, new ArrayList<>()).add(file);
    }
  }

  private static void days(List<Path> files) {
    Map<String, Path> days = new HashMap<>();
    for (Path file : files) {
      Matcher day = DAY.matcher(name(file));
      if (!day.find()) {
        continue;
      }
      String set = stem(name(file).substring(0, day.start()) + name(file).substring(day.end()));
      Path other = days.putIfAbsent(set, file);
      if (other != null && !name(other).contains(day.group())) {
        throw HandselException.input(
            "%s and %s are of different days: records that changed between them would be told twice or not at all. Name parts of one day."
                .formatted(other, file));
      }
    }
  }

  /// Parts that are numbered must be there without a gap.
  private static void numbers(List<Path> files) {
    Map<String, TreeMap<Integer, Path>> sets = new TreeMap<>();
    for (Path file : files) {
      int number = number(name(file));
      if (number >= 0) {
        sets.computeIfAbsent(file.getParent() + "/" + stem(name(file)), none -> new TreeMap<>())
            .put(number, file);
      }
    }
    for (TreeMap<Integer, Path> set : sets.values()) {
      if (set.size() < 2 || set.firstKey() >= YEARS) {
        continue;
      }
      int expected = Math.min(1, set.firstKey());
      for (Map.Entry<Integer, Path> part : set.entrySet()) {
        if (part.getKey() > expected) {
          throw HandselException.input(
              "%s: the part with the number %d is missing before it. Fetch that part too; without it the links would not be whole."
                  .formatted(part.getValue(), expected));
        }
        expected = part.getKey() + 1;
      }
    }
  }
}
