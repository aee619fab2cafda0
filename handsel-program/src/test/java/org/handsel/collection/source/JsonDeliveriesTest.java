package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON of museums and aggregators: where the records are, what becomes of keys and lists, and what
/// is saved of a damaged file.
class JsonDeliveriesTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Read.write(folder.resolve(name), text);
  }

  private static List<String> xpath(Path source, SourceSpec spec, String expression)
      throws Exception {
    try (RecordSource records = Sources.open(source, spec)) {
      List<String> found = new java.util.ArrayList<>();
      SourceRecord record;
      while ((record = records.next()) != null) {
        XdmNode node = record.node();
        Sources.processor()
            .newXPathCompiler()
            .evaluate(expression, node)
            .forEach(item -> found.add(item.getStringValue()));
      }
      return found;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"t\":\"a\"},{\"t\":\"b\"}]|records at the top",
        "{\"t\":\"a\"}\\n{\"t\":\"b\"}\\n|records at the top",
        "{\"response\":{\"numFound\":2,\"docs\":[{\"t\":\"a\"},{\"t\":\"b\"}]},\"x\":[1]}|response/docs",
        "{\"hits\":{\"total\":2,\"hits\":[{\"t\":\"a\"},{\"t\":\"b\"}]}}|hits/hits",
        "{\"info\":{\"t\":[{\"q\":1}]},\"records\":[{\"t\":\"a\"},{\"t\":\"b\"}],\"next\":\"u\"}|records"
            + " at records",
        "{\"@context\":\"c\",\"@graph\":[{\"t\":\"a\"},{\"t\":\"b\"}]}|@graph"
      })
  void recordsAreFoundWhereInterfacesPutThem(String text, String where) throws Exception {
    Read read = Read.all(file("d.json", text.replace("\\n", "\n")));
    assertThat(read.texts()).containsExactly("a", "b");
    assertThat(read.description()).contains(where);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void recordWithListsOfItsOwnIsOneRecord() throws Exception {
    Path one = file("d.json", "{\"title\":\"Stol\",\"items\":[{\"n\":\"1\"},{\"n\":\"2\"}]}");
    assertThat(Read.all(one).texts()).containsExactly("Stol12");
  }

  @Test
  void pathMayBeGiven() throws Exception {
    Path odd = file("d.json", "{\"a\":{\"ding\":[{\"t\":\"1\"},{\"t\":\"2\"}]},\"b\":2}");
    assertThat(Read.all(odd, Read.spec("record", "a/ding")).texts()).containsExactly("1", "2");
    assertThat(Read.all(odd, Read.spec("record", "a/dong")).codes())
        .containsExactly("RECORD_ELEMENT_MISSING");
  }

  @Test
  void oneValueAndSeveralAreWrittenTheSameWay() throws Exception {
    Path file =
        file(
            "d.json",
            """
            [{"dc:title": "A", "maker": {"name": "Anna"}, "n": 1.50, "none": null, "yes": true},
             {"dc:title": ["B", "C"], "maker": [{"name": "Bo"}, {"name": "Cilla"}], "2d": [[1, 2]]}]
            """);
    assertThat(xpath(file, SourceSpec.RECOGNISE, "*[@key = 'dc:title']"))
        .containsExactly("A", "B", "C");
    assertThat(xpath(file, SourceSpec.RECOGNISE, "dc_title")).containsExactly("A", "B", "C");
    assertThat(xpath(file, SourceSpec.RECOGNISE, "maker/name"))
        .containsExactly("Anna", "Bo", "Cilla");
    assertThat(xpath(file, SourceSpec.RECOGNISE, "n")).containsExactly("1.50");
    assertThat(xpath(file, SourceSpec.RECOGNISE, "none | yes")).containsExactly("true");
    assertThat(xpath(file, SourceSpec.RECOGNISE, "_2d/item")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 2, \"t\": \"b}, \n",
        "{\"id\": 2, \"t\": {\"x\": 1, \n",
        "{\"id\": 2, \"t\": b}},,\n",
        "{\"id\": 2 \"t\": \"b\"},\n",
        "{\"id\": 2, \"t\": [{\"id\": 7}, \"b\"},\n"
      })
  void brokenRecordCostsOnlyItself(String broken) throws Exception {
    Path file =
        file(
            "d.json",
            "[\n{\"id\": 1, \"t\": \"a\"},\n"
                + broken
                + "{\"id\": 3, \"t\": \"c\"},\n{\"id\": 4, \"t\": \"d\"}\n]\n");
    Read read = Read.all(file);
    assertThat(read.texts()).contains("1a", "3c", "4d").doesNotContain("2b");
    assertThat(read.codes()).contains("JSON_BROKEN");
    assertThat(read.problems().getFirst().line()).isEqualTo(3);
    assertThat(read.problems().getFirst().recordLost()).isTrue();
  }

  @Test
  void brokenLineOfJsonLinesCostsOnlyItself() throws Exception {
    Read read =
        Read.all(file("d.jsonl", "{\"id\":1}\n{\"id\":\"2}\n{\"id\":3}\n{\"id\":4,}\n{\"id\":5"));
    assertThat(read.texts()).containsExactly("1", "3", "4");
    assertThat(read.codes()).containsExactly("JSON_BROKEN", "JSON_BROKEN");
  }

  @Test
  void fileThatEndsBeforeItsListSaysSo() throws Exception {
    Read read = Read.all(file("d.json", "[{\"t\":\"a\"},{\"t\":\"b\"},"));
    assertThat(read.texts()).containsExactly("a", "b");
    assertThat(read.codes()).containsExactly("JSON_TRUNCATED");
  }

  @Test
  void titlesOfEveryScriptAndDirectionAreKept() throws Exception {
    String titles = "مخطوطة‏, ספר, 浮世絵 𠮷, ภาพ, Ελλάδα, Ⴀ, é\u0301, 👩🏽‍🎨, \\u0000\\ud800";
    Read read = Read.all(file("d.json", "[{\"t\":\"" + titles + "\"}]"));
    assertThat(read.texts().getFirst())
        .startsWith("مخطوطة‏, ספר, 浮世絵 𠮷, ภาพ, Ελλάδα, Ⴀ, é\u0301, 👩🏽‍🎨,")
        .endsWith("\uFFFD");
  }

  @Test
  void nestingWithoutEndIsNoReasonToFall() throws Exception {
    Read read = Read.all(file("d.json", "[" + "{\"a\":[".repeat(200_000)));
    assertThat(read.texts()).isEmpty();
    assertThat(read.codes()).contains("JSON_BROKEN");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void damageNeverThrowsAndNeverLosesWhatIsFarFromIt(long seed) throws Exception {
    Random random = new Random(seed);
    for (int run = 0; run < 60; run++) {
      StringBuilder text = new StringBuilder("[\n");
      for (int i = 0; i < 40; i++) {
        text.append("  {\"id\": \"r%d\", \"list\": [{\"x\": \"{[\\\"\"}]},\n".formatted(i));
      }
      text.append("  {\"id\": \"last\"}\n]\n");
      int at = text.indexOf("r20") + random.nextInt(12);
      text.setCharAt(at, "\"{}[],: x".charAt(random.nextInt(9)));
      Read read = Read.all(file("d.json", text.toString()));
      assertThat(read.texts().stream().filter(t -> t.startsWith("r")).count())
          .as("seed %d, run %d, at %d: %s", seed, run, at, read.problems())
          .isGreaterThanOrEqualTo(38);
      assertThat(read.texts()).contains("last");
    }
  }

  @Test
  void longArrayIsReadInConstantMemory() throws Exception {
    // Short form; the long one (500 MB) is switched on by handsel.long.
    long records = Boolean.getBoolean("handsel.long") ? 2_600_000 : 60_000;
    Path big = folder.resolve("big.json");
    try (BufferedWriter out = Files.newBufferedWriter(big)) {
      out.write("{\"total\":" + records + ",\"results\":[");
      for (long i = 0; i < records; i++) {
        out.write(i == 0 ? "" : ",");
        out.write(
            "{\"id\":%d,\"title\":\"Stol %d\",\"makers\":[{\"name\":\"Anna\"}],\"text\":\"%s\"}"
                .formatted(i, i, "lorem ipsum ".repeat(10)));
      }
      out.write("]}");
    }
    assertThat(Read.count(big)).isEqualTo(records);
  }
}
