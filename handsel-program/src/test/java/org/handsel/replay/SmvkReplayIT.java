package org.handsel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.Progress;
import org.handsel.release.page.FilePage;
import org.handsel.release.page.FilePages;
import org.handsel.rights.RightsStatements;
import org.handsel.testing.Shared;
import org.handsel.wiki.text.FileTitles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// 1,442 records of a real museum, of which 1,346 were really uploaded: the mapping tables are
/// built from one half of the uploads (by hash of the id), and the pages of the other half are held
/// against what people published, field by field.
@Tag("data")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmvkReplayIT {
  @TempDir static Path folder;

  private final Map<String, Item> items = new LinkedHashMap<>();
  private Map<String, SmvkUploads.Page> published = Map.of();
  private FilePages pages;
  private MappingSummary summary;

  @BeforeAll
  void replay() throws Exception {
    published = SmvkUploads.read(Shared.data("collections/uploads/smvk_mexiko_info_data.json"));
    Path source = Shared.data("collections/csv/smvk_enriched_mexiko.csv");
    Path profile = folder.resolve("smvk.yaml");
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Files.copy(Shared.root().resolve("samples/profiles/smvk.yaml"), profile);
    String empty = "value\tfrequency\tstate\tqid\tcategory\tcreator\n";
    for (String table : List.of("photographers", "places", "keywords", "people", "descriptions")) {
      Files.writeString(tables.resolve("smvk-" + table + ".tsv"), empty);
    }
    Map<String, Item> first = map(source, profile);
    Map<String, SmvkUploads.Page> half = new LinkedHashMap<>();
    published.forEach((id, page) -> {
      if (SmvkUploads.learnt(id)) half.put(id, page);
    });
    SmvkTables learnt = new SmvkTables(first, half);
    for (Map.Entry<String, String> table : learnt.tables().entrySet()) {
      Files.writeString(tables.resolve("smvk-" + table.getKey() + ".tsv"), table.getValue());
    }
    items.putAll(map(source, profile));
    MappingProfile loaded = Profiles.load(profile);
    pages = FilePages.of(loaded);
  }

  private Map<String, Item> map(Path source, Path profile) {
    Path out = folder.resolve("items");
    summary = Mapping.run(source, profile, out, Progress.NONE);
    Map<String, Item> read = new LinkedHashMap<>();
    try (var all = ItemsFile.read(out.resolve("items.jsonl"))) {
      all.forEach(item -> read.put(item.id(), item));
    }
    return read;
  }

  private FilePage page(Item item) {
    return pages.render(
        item,
        List.of(
            RightsStatements.load().judge("https://creativecommons.org/publicdomain/zero/1.0/")));
  }

  @Test
  void everyRecordBecomesAnItem() {
    assertThat(summary.records()).isEqualTo(1442);
    assertThat(items).hasSize(1442);
  }

  @Test
  void recordsWithoutDescriptionAndPlaceStayOut() {
    long wronglyOut =
        published.keySet().stream().filter(id -> items.get(id).refused() != null).count();
    long rightlyOut =
        items.values().stream()
            .filter(item -> item.refused() != null && !published.containsKey(item.id()))
            .count();
    System.out.printf(
        "SMVK refuse rule: %d of 96 excluded records refused, %d published ones refused%n",
        rightlyOut, wronglyOut);
    assertThat(rightlyOut).isGreaterThanOrEqualTo(93);
    assertThat(wronglyOut).isLessThanOrEqualTo(3);
  }

  @Test
  void pagesOfTheOtherHalfAgreeWithWhatPeoplePublished() {
    Agreement agreement = new Agreement();
    published.forEach((id, truth) -> {
      if (!SmvkUploads.learnt(id)) {
        compare(agreement, items.get(id), truth);
      }
    });
    System.out.println(agreement.table());
    assertThat(agreement.share("name")).isGreaterThanOrEqualTo(0.99);
    assertThat(agreement.share("description (sv)")).isGreaterThanOrEqualTo(0.99);
    assertThat(agreement.share("date")).isEqualTo(1.0);
    assertThat(agreement.share("photographer")).isGreaterThanOrEqualTo(0.99);
    assertThat(agreement.share("depicted place")).isGreaterThanOrEqualTo(0.98);
    assertThat(agreement.share("depicted people")).isGreaterThanOrEqualTo(0.98);
    assertThat(agreement.share("permission")).isEqualTo(1.0);
    assertThat(agreement.share("category recall")).isGreaterThanOrEqualTo(0.93);
    assertThat(agreement.share("category precision")).isGreaterThanOrEqualTo(0.97);
  }

  private void compare(Agreement agreement, Item item, SmvkUploads.Page truth) {
    FilePage made = page(item);
    SmvkUploads.Page ours = new SmvkUploads.Page("", made.wikitext());
    String name = FileTitles.make(made.description(), made.suffix(), "tif").name();
    agreement.same("name", item.id(), truth.name(), SmvkReplayIT.bare(name));
    agreement.same("description (sv)", item.id(), plain(truth.swedish()), plain(ours.swedish()));
    for (String parameter :
        List.of("date", "institution", "department", "accession number", "permission")) {
      agreement.same(
          parameter,
          item.id(),
          plain(truth.parameter(parameter)),
          plain(ours.parameter(parameter)));
    }
    agreement.same(
        "photographer",
        item.id(),
        person(truth.parameter("photographer")),
        person(ours.parameter("photographer")));
    agreement.same(
        "depicted people",
        item.id(),
        people(truth.parameter("depicted people")),
        people(ours.parameter("depicted people")));
    agreement.same(
        "depicted place",
        item.id(),
        qid(truth.parameter("depicted place")),
        qid(ours.parameter("depicted place")));
    TreeSet<String> wanted = truth.categories();
    TreeSet<String> found = ours.categories();
    for (String category : wanted) {
      agreement.count(
          "category recall", item.id(), found.contains(category), "missing: " + category);
    }
    for (String category : found) {
      agreement.count(
          "category precision", item.id(), wanted.contains(category), "extra: " + category);
    }
  }

  private static String bare(String title) {
    return title.replaceAll("^File:", "").replaceAll("\\.tif$", "");
  }

  /// Without what differs in spelling only: entities, underscores, upper and lower case of template
  /// names.
  private static String plain(String wikitext) {
    return org.jsoup.parser.Parser.unescapeEntities(wikitext, false)
        .replace('_', ' ')
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static String person(String wikitext) {
    return plain(wikitext).replaceAll("[{}]|creator:", "").strip();
  }

  private static String people(String wikitext) {
    return new TreeSet<>(
            List.of(
                plain(wikitext)
                    .replaceAll("\\[\\[:[^|\\]]*\\||[\\[\\]]", "")
                    .split("\\s*[/;]\\s*")))
        .toString();
  }

  private static String qid(String wikitext) {
    return wikitext.matches("Q\\d+") ? wikitext : "";
  }

  /// Counts agreement by field and keeps the classes of difference.
  static final class Agreement {
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> differences = new LinkedHashMap<>();

    void same(String field, String id, String wanted, String found) {
      count(
          field,
          id,
          wanted.equals(found),
          id + ": \"" + cut(wanted) + "\" published, \"" + cut(found) + "\" made");
    }

    void count(String field, String id, boolean agrees, String difference) {
      int[] count = counts.computeIfAbsent(field, key -> new int[2]);
      count[0]++;
      if (agrees) {
        count[1]++;
      } else {
        differences
            .computeIfAbsent(field, key -> new TreeMap<>())
            .merge(difference, 1, Integer::sum);
      }
    }

    double share(String field) {
      int[] count = counts.getOrDefault(field, new int[] {1, 0});
      return (double) count[1] / count[0];
    }

    String table() {
      StringBuilder text = new StringBuilder("SMVK replay, held-back half\n");
      counts.forEach((field, count) -> {
        text.append(
            String.format(
                Locale.ROOT, "%-20s %5d of %5d  %.4f%n", field, count[1], count[0], share(field)));
        differences.getOrDefault(field, Map.of()).entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(8)
            .forEach(d -> text.append(String.format("      %4d × %s%n", d.getValue(), d.getKey())));
      });
      return text.toString();
    }

    private static String cut(String text) {
      return text.length() > 90 ? text.substring(0, 90) + "…" : text;
    }
  }
}
