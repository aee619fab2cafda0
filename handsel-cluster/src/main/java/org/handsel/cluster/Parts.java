package org.handsel.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.handsel.platform.HandselException;
import org.handsel.readiness.facts.FactsShares;
import org.handsel.readiness.facts.FactsShares.Terms;
import org.handsel.wiki.dump.DumpRanges;
import org.handsel.wiki.dump.RandomBytes;
import org.jspecify.annotations.Nullable;

/// Finds the parts of dumps, puts them in order and refuses what cannot be one dump: a part that is
/// missing or comes twice, parts of different days. Facts of such parts would look whole and not
/// be.
final class Parts {
  private static final Pattern DUMP =
      Pattern.compile(".+\\.xml(-p\\d+p\\d+)?(\\.(bz2|gz|xz))?|.+\\.bz2");
  private static final Pattern NO_DUMP = Pattern.compile(".*(index\\d*\\.txt|sql|sums\\.txt).*");
  private static final Pattern SUM = Pattern.compile("[0-9a-f]{32,}\\s+\\*?(\\S+)");

  private final Store store;

  Parts(Store store) {
    this.store = store;
  }

  /// The dump of one wiki.
  ///
  /// @param parts in the order of their pages
  record Dump(Terms terms, List<DumpPart> parts) {
    String wiki() {
      return terms.database();
    }
  }

  /// @param names of files and folders
  /// @param wiki code that counts more than what dumps say, or null
  /// @return dumps by the name of the wiki
  /// @throws HandselException with exit 1 when parts are no dump
  List<Dump> find(List<String> names, @Nullable String wiki) throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      String full = store.full(name);
      if (!store.exists(full)) {
        throw HandselException.input(
            "%s: cannot be read: expected a dump, or a folder with the parts of one. Check the path."
                .formatted(name));
      }
      if (store.isFolder(full)) {
        files.addAll(parts(full));
      } else {
        files.add(full);
      }
    }
    Map<String, List<DumpPart>> byWiki = new TreeMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    for (String file : files) {
      if (seen.put(file, file) != null) {
        throw doubled(Store.name(file), Store.name(file));
      }
      DumpPart part = part(file);
      String database = new Terms(wiki, part.site(), Map.of()).database();
      byWiki.computeIfAbsent(database, key -> new ArrayList<>()).add(part);
    }
    List<Dump> dumps = new ArrayList<>();
    for (List<DumpPart> parts : byWiki.values()) {
      parts.sort(
          Comparator.comparingInt((DumpPart part) -> part.name().number())
              .thenComparingLong(part -> part.name().from())
              .thenComparing(DumpPart::file)
              .thenComparing(DumpPart::path));
      check(parts);
      dumps.add(new Dump(new Terms(wiki, parts.getFirst().site(), Map.of()), parts));
    }
    return dumps;
  }

  private List<String> parts(String folder) throws IOException {
    List<String> files = new ArrayList<>();
    List<String> wikitext = new ArrayList<>();
    for (String file : store.files(folder)) {
      String name = Store.name(file);
      if (DUMP.matcher(name).matches() && !NO_DUMP.matcher(name).matches()) {
        files.add(file);
      } else if (name.endsWith(".wikitext")) {
        wikitext.add(file);
      }
    }
    if (!files.isEmpty()) {
      sums(folder, files);
      return files;
    }
    if (wikitext.isEmpty()) {
      throw HandselException.input(
          "%s: expected parts of a dump (*.xml, *.xml.bz2, .gz, .xz) or TITLE.wikitext files, found neither."
              .formatted(folder));
    }
    return List.of(folder);
  }

  /// What a list of checksums beside the parts names must be there, as far as it is of their kind.
  private void sums(String folder, List<String> files) throws IOException {
    List<String> names = files.stream().map(Store::name).toList();
    for (String file : store.files(folder)) {
      if (!Store.name(file).endsWith("sums.txt")) {
        continue;
      }
      String text;
      try (var in = store.read(file)) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      for (String line : text.lines().toList()) {
        var sum = SUM.matcher(line.strip());
        if (!sum.matches() || names.contains(sum.group(1))) {
          continue;
        }
        DumpPart.Name missing = DumpPart.Name.of(sum.group(1));
        if (names.stream()
            .map(DumpPart.Name::of)
            .anyMatch(one ->
                one.isPart() == missing.isPart()
                    && missing.isPart()
                    && one.kind().equals(missing.kind())
                    && one.wiki().equals(missing.wiki())
                    && one.date().equals(missing.date()))) {
          throw HandselException.input(
              "%s: the part %s is missing, which %s names. Fetch it, or take the list away."
                  .formatted(folder, sum.group(1), Store.name(file)));
        }
      }
    }
  }

  private DumpPart part(String file) throws IOException {
    DumpPart.Name name = DumpPart.Name.of(Store.name(file));
    if (store.isFolder(file)) {
      return new DumpPart(file, 0, 0, false, true, FactsShares.site(onDisk(file)), name);
    }
    if (store.size(file) == 0) {
      throw HandselException.input(
          "%s: no dump of a wiki: the file is empty. Fetch it again.".formatted(file));
    }
    try (RandomBytes bytes = store.random(file)) {
      if (DumpRanges.divisible(bytes)) {
        DumpRanges.Head head = DumpRanges.head(bytes, file);
        return new DumpPart(
            file, store.size(file), store.modified(file), true, head.root(), head.site(), name);
      }
    }
    return new DumpPart(
        file,
        store.size(file),
        store.modified(file),
        false,
        true,
        FactsShares.site(onDisk(file)),
        name);
  }

  static java.nio.file.Path onDisk(String file) {
    java.nio.file.Path path = Store.onDisk(file);
    if (path == null) {
      throw HandselException.input(
          "%s: a dump in a store must be packed with bzip2, so that many machines read it. Pack it again, or copy it to a disk."
              .formatted(file));
    }
    return path;
  }

  private static void check(List<DumpPart> parts) {
    DumpPart first = parts.getFirst();
    for (DumpPart part : parts) {
      if (!part.name().date().equals(first.name().date())) {
        throw HandselException.input(
            "%s and %s are of different days: pages that changed between them would be told twice or not at all. Name parts of one dump."
                .formatted(first.file(), part.file()));
      }
      if (!part.site().database().equals(first.site().database())) {
        throw HandselException.input(
            "%s says that it is of %s, %s of %s. Name parts of one dump, or leave --wiki out."
                .formatted(
                    first.file(), first.site().database(), part.file(), part.site().database()));
      }
    }
    for (int i = 1; i < parts.size(); i++) {
      follows(parts.get(i - 1), parts.get(i));
    }
    if (first.name().isPart()) {
      if (first.name().number() > 1) {
        throw missing("the part with the number 1", first);
      }
      if (first.name().from() > 1) {
        throw missing("the part with page 1", first);
      }
    }
  }

  private static void follows(DumpPart before, DumpPart part) {
    DumpPart.Name a = before.name();
    DumpPart.Name b = part.name();
    if (!a.wiki().isEmpty() && a.isPart() != b.isPart()) {
      throw doubled(before.file(), part.file());
    }
    if (b.number() > a.number() + 1) {
      throw missing("the part with the number " + (a.number() + 1), part);
    }
    if (a.to() > 0 && b.to() > 0) {
      if (b.from() <= a.to()) {
        throw doubled(before.file(), part.file());
      }
      if (b.from() > a.to() + 1) {
        throw missing("the part that begins with page %d".formatted(a.to() + 1), part);
      }
    } else if (b.number() > 0 && a.number() == b.number()) {
      throw doubled(before.file(), part.file());
    }
  }

  private static HandselException missing(String what, DumpPart part) {
    return HandselException.input(
        "%s: %s of the dump is missing before it. Fetch that part too; without it the facts would not be whole."
            .formatted(part.file(), what));
  }

  static HandselException doubled(String a, String b) {
    return HandselException.input(
        "%s and %s hold the same pages. Name each part once.".formatted(a, b));
  }
}
