package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XPathSelector;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceRecord;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much of every public set is mapped before anybody edits a profile: the share of records with
/// each of six fields, beside the share of records in which `cases/ready/probes.tsv` finds
/// something of the kind. The table is printed and written to `target/ready-profiles.tsv`.
@Tag("data")
class ReadyProfilesIT {
  private static final Path DATA = Shared.data("collections");
  private static final List<String> FIELDS =
      List.of("id", "title", "creator", "date", "rights", "image");

  /// What serves where the field is empty: a picture may be described and have no title.
  private static final Map<String, String> OR =
      Map.of("title", "description", "creator", "photographer");

  @TempDir Path folder;

  private final Map<String, XPathSelector> probes = new LinkedHashMap<>();

  /// Counts of one set.
  private static final class Row {
    String ready = "";
    long records;
    final Map<String, Long> mapped = new TreeMap<>();
    final Map<String, Long> there = new TreeMap<>();

    double share(String field) {
      long of = Math.max(mapped.getOrDefault(field, 0L), there.getOrDefault(field, 0L));
      return of == 0 ? 1 : mapped.getOrDefault(field, 0L) / (double) of;
    }
  }

  private static List<Path> sets() throws IOException {
    List<Path> sets = new ArrayList<>();
    for (String folder :
        List.of(
            "lido", "marc", "mods", "mets", "ead", "edm", "dc", "oai-pmh", "iiif", "json", "csv",
            "xlsx", "xls", "tsv")) {
      try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
        files.filter(file -> !file.toString().endsWith(".md")).sorted().forEach(sets::add);
      }
    }
    // Lists of sets and identifiers hold no records; dead ones neither.
    sets.removeIf(set ->
        set.toString()
            .matches(
                ".*(oai-sets|oaiListIdentifiers\\w*|deletedOaiRecord)\\.xml|.*lsh_relational"));
    return sets;
  }

  @Test
  void everyPublicSetIsMappedUsefullyBeforeAnybodyEdits() throws Exception {
    XPaths xpaths = new XPaths(XPaths.namespaces(Map.of()));
    for (TsvRows.Row row :
        TsvRows.file(
                Shared.root().resolve("handsel-program/src/test/resources/cases/ready/probes.tsv"))
            .rows()) {
      probes.put(row.cell("field"), xpaths.compile(row.cell("xpath")).load());
    }
    Map<Path, Row> table = new LinkedHashMap<>();
    for (Path set : sets()) {
      Row row = new Row();
      table.put(set, row);
      there(set, row);
      mapped(set, row);
    }
    StringBuilder text = new StringBuilder("set\tprofile\trecords");
    FIELDS.forEach(field -> text.append('\t').append(field));
    text.append('\n');
    Map<String, Row> byProfile = new TreeMap<>();
    table.forEach((set, row) -> {
      line(text, DATA.relativize(set).toString(), row);
      Row sum = byProfile.computeIfAbsent(row.ready, name -> new Row());
      sum.ready = row.ready;
      sum.records += row.records;
      row.mapped.forEach((field, count) -> sum.mapped.merge(field, count, Long::sum));
      row.there.forEach((field, count) -> sum.there.merge(field, count, Long::sum));
    });
    byProfile.forEach((name, row) -> line(text, "all", row));
    System.out.println(text);
    DurableFiles.replace(
        Shared.root().resolve("handsel-program/target/ready-profiles.tsv"), text.toString());

    TsvRows minima =
        TsvRows.file(
            Shared.root().resolve("handsel-program/src/test/resources/cases/ready/minima.tsv"));
    for (TsvRows.Row row : minima.rows()) {
      Row sum = byProfile.getOrDefault(row.cell("profile"), new Row());
      assertThat(sum.records).as("records by %s", row.cell("profile")).isPositive();
      for (String field : FIELDS) {
        assertThat(sum.share(field))
            .as("%s of %s: mapped where it is there", field, row.cell("profile"))
            .isGreaterThanOrEqualTo(Double.parseDouble(row.cell(field)));
      }
    }
  }

  private void there(Path set, Row row) throws Exception {
    try (RecordSource records = Sources.open(set, SourceSpec.RECOGNISE)) {
      SourceRecord record;
      while ((record = records.next()) != null) {
        row.records++;
        for (Map.Entry<String, XPathSelector> probe : probes.entrySet()) {
          probe.getValue().setContextItem(record.node());
          if (probe.getValue().effectiveBooleanValue()) {
            row.there.merge(probe.getKey(), 1L, Long::sum);
          }
        }
        row.there.merge("id", 1L, Long::sum);
      }
    }
  }

  private void mapped(Path set, Row row) throws IOException {
    Path out = folder.resolve("out" + set.toString().hashCode());
    try {
      Mapping.Unprofiled done = Mapping.run(set, out, Progress.NONE);
      row.ready = done.ready().isEmpty() ? "(made)" : done.ready();
    } catch (HandselException refused) {
      row.ready = "(refused)";
      System.out.println(set.getFileName() + ": " + refused.getMessage());
      return;
    }
    try (Stream<Item> items = ItemsFile.read(out.resolve("items.jsonl"))) {
      items.forEach(item -> {
        row.mapped.merge("id", 1L, Long::sum);
        for (String field : List.of("title", "creator", "date", "image")) {
          if (!item.values(field).isEmpty() || !item.values(OR.getOrDefault(field, "")).isEmpty()) {
            row.mapped.merge(field, 1L, Long::sum);
          }
        }
        if (item.rights().reproduction().raw() != null || item.rights().work().raw() != null) {
          row.mapped.merge("rights", 1L, Long::sum);
        }
      });
    }
  }

  private static void line(StringBuilder text, String name, Row row) {
    text.append(name).append('\t').append(row.ready).append('\t').append(row.records);
    for (String field : FIELDS) {
      text.append(
          String.format(
              Locale.ROOT,
              "\t%.0f/%.0f",
              100.0 * row.mapped.getOrDefault(field, 0L) / Math.max(1, row.records),
              100.0 * row.there.getOrDefault(field, 0L) / Math.max(1, row.records)));
    }
    text.append('\n');
  }
}
