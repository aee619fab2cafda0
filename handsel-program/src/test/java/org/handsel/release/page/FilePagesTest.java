package org.handsel.release.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handsel.release.page.PageSamples.CC0;
import static org.handsel.release.page.PageSamples.item;
import static org.handsel.release.page.PageSamples.profile;
import static org.handsel.release.page.PageSamples.statement;
import static org.handsel.release.page.PageSamples.value;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.platform.Json;
import org.handsel.rights.Verdict;
import org.handsel.text.Names;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class FilePagesTest {
  private static final String FULL =
      """
      filename: "{title} - Skarvik Museum - {id}"
      template: {name: Artwork}
      categories: ["Media by Skarvik {batch}", "{place.category}"]
      """;

  @TempDir Path folder;

  static Stream<Map<?, ?>> cases() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            FilePagesTest.class.getResourceAsStream("/cases/page/values.yaml"))) {
      Object all = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return ((List<?>) all).stream().map(each -> (Map<?, ?>) each);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valuesStandOnThePageAsTheirFieldAsks(Map<?, ?> example) {
    List<Value> values =
        ((List<?>) Objects.requireNonNull(example.get("values")))
            .stream().map(each -> valueOf((Map<?, ?>) each)).toList();
    ValueForms forms = new ValueForms(new Attributions(), new Languages(), Names.load());
    String field = String.valueOf(example.get("field"));

    assertThat(forms.show(field, values, field.equals("source") ? "url" : "plain"))
        .as(String.valueOf(example.get("id")))
        .isEqualTo(example.get("expect"));
  }

  private static Value valueOf(Map<?, ?> row) {
    String category = text(row, "category");
    String creator = text(row, "creator");
    String qid = text(row, "qid");
    Value.Mapped mapped =
        category == null && creator == null && qid == null
            ? null
            : new Value.Mapped("mapped", qid, category, creator);
    return value(
            Objects.requireNonNull(text(row, "value")),
            text(row, "language"),
            text(row, "qualifier"),
            mapped)
        .withText(text(row, "text"));
  }

  private static @Nullable String text(Map<?, ?> row, String key) {
    Object value = row.get(key);
    return value == null ? null : value.toString();
  }

  @Test
  void pageHasDescriptionLicenceAndCategoriesInTheirPlaces() throws Exception {
    FilePage page =
        FilePages.of(profile(folder, FULL))
            .render(
                item("12", "title", "A view", "date", "1862", "source", "https://x.example/12"),
                List.of(statement(CC0)));

    assertThat(page.wikitext())
        .isEqualTo(
            """
            =={{int:filedesc}}==
            {{Artwork
             |artist =\s
             |title = A view
             |description =\s
             |date = 1862
             |source = https://x.example/12
             |permission =\s
             |other_versions =\s
            }}

            =={{int:license-header}}==
            {{Cc-zero}}

            [[Category:Media by Skarvik 2026-11]]
            """);
    assertThat(page.description()).isEqualTo("A view");
    assertThat(page.suffix()).isEqualTo(" - Skarvik Museum - 12");
    assertThat(page.findings())
        .extracting(PageFinding::code)
        .containsExactly("NO_CREATOR", "NO_CAPTION", "NO_INVENTORY_NUMBER");
  }

  @Test
  void pageWithoutContentCategorySaysSo() throws Exception {
    FilePage page =
        FilePages.of(profile(folder, "filename: \"{id}\"\ntemplate: {name: Information}\n"))
            .render(item("12"), List.of(statement(CC0)));

    assertThat(page.wikitext()).endsWith("{{subst:unc}}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "https://iiif.example/KW-130-E-9, KW-130-E-9",
    "https://iiif.example/presentation/17b/manifest.json?v=2, 17b",
    "http://kulturarv.example/SHM/object/45-6/, 45-6",
    "https://x.example/about, https://x.example/about",
    "https://x.example/, https://x.example/"
  })
  void anAddressStandsInANameByWhatTellsItFromOthers(String id, String name) throws Exception {
    FilePage page =
        FilePages.of(profile(folder, FULL)).render(item(id, "title", "A view"), List.of());

    assertThat(page.description() + page.suffix()).isEqualTo("A view - Skarvik Museum - " + name);
  }

  @Test
  void attributionLicenceNamesTheCredit() throws Exception {
    FilePage page =
        FilePages.of(profile(folder, FULL))
            .render(
                item("12", "credit", "Photo: A | B"),
                List.of(statement("https://creativecommons.org/licenses/by-sa/4.0/")));

    assertThat(page.wikitext()).contains("{{Cc-by-sa-4.0|1=Photo: A &#124; B}}");
  }

  @Test
  void categoriesFanOutOverValuesAndStandOnce() throws Exception {
    Value two =
        value("x", null, null, new Value.Mapped("mapped", null, "harbours_in art|Skarvik", null));
    Value none = value("y", null, null, null);
    Item item = item("12", Map.of("place", List.of(two, two, none)), Verdict.YES);

    assertThat(FilePages.of(profile(folder, FULL)).render(item, List.of()).wikitext())
        .endsWith(
            "[[Category:Media by Skarvik 2026-11]]\n"
                + "[[Category:Harbours in art]]\n"
                + "[[Category:Skarvik]]\n");
  }

  @Test
  void impossibleCategoryIsReportedAndLeftOut() throws Exception {
    Value bad = value("x", null, null, new Value.Mapped("mapped", null, "A]] {{x}}", null));
    FilePage page =
        FilePages.of(profile(folder, FULL))
            .render(item("12", Map.of("place", List.of(bad)), Verdict.YES), List.of());

    assertThat(page.findings()).extracting(PageFinding::code).contains("CATEGORY_ILLEGAL");
    assertThat(page.wikitext()).doesNotContain("{{x}}");
  }

  @Test
  void profilesOwnMarkupStaysAndLinesWithoutValuesVanish() throws Exception {
    String sections =
        """
        filename: "{title} - {id}"
        template:
          name: Photograph
          parameters:
            description: |-
              {{sv|{description}. {?place {place}.?}}}
              {{en|Always}}
            accession number: "{{Link|{accession}}}"
            source: "Original: '''{id}.tif'''\\n{project}"
        """;
    FilePages pages = FilePages.of(profile(folder, sections));

    assertThat(pages.render(item("7", "description", "En}} båt"), List.of()).wikitext())
        .contains("|description = {{sv|En&#125;&#125; båt. }}\n{{en|Always}}\n")
        .contains("|source = Original: '''7.tif'''\n{{Partnership|Skarvik}}\n")
        .doesNotContain("{{Link|");
    assertThat(pages.render(item("7"), List.of()).wikitext())
        .contains("|description = {{en|Always}}\n");
  }

  @Test
  void structuredDataStatesWhatIsKnown() throws Exception {
    Value creator = value("Elin", null, null, new Value.Mapped("mapped", "Q42", null, null));
    Value museum = value("NM", null, null, new Value.Mapped("mapped", "Q842858", null, null));
    Item item =
        item(
            "12",
            Map.of(
                "description", List.of(value("A boat", "en", null, null)),
                "creator", List.of(creator, value("Somebody", null, null, null)),
                "date", List.of(Value.of("186X~", "Date", "1860s?")),
                "institution", List.of(museum),
                "accession", List.of(value("NM 12", null, null, null)),
                "source", List.of(value("https://x.example/12", null, null, null))),
            Verdict.YES);
    Map<String, Object> data =
        FilePages.of(profile(folder, FULL + "structured-data: {P9999: \"{id}\"}\n"))
            .render(item, List.of(statement(CC0)))
            .structuredData();
    String json = Json.line(data);

    assertThat(json)
        .contains("\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"A boat\"}}")
        .contains("\"+1860-00-00T00:00:00Z\"", "\"precision\":8", "Q5727902")
        .contains("\"property\":\"P2093\"", "Somebody", "\"id\":\"Q42\"")
        .contains("Q74228490", "\"property\":\"P973\"", "\"property\":\"P137\"")
        .contains("Q88088423", "Q6938433", "\"property\":\"P217\"", "NM 12")
        .doesNotContain("P9999");
  }

  @Test
  void whatTheCatalogueSaysIsReferencedAndTheWorkNamed() throws Exception {
    Item item =
        new Item(
            "12",
            Map.of(
                "title", List.of(value("En båt", null, null, null)),
                "creator", List.of(value("Elin", null, null, null)),
                "place",
                    List.of(value("S", null, null, new Value.Mapped("mapped", "Q9", null, null))),
                "wikidata", List.of(value("Q77", null, null, null)),
                "accession", List.of(value("NM 12", null, null, null)),
                "source", List.of(value("https://x.example/12", null, null, null))),
            item("12").rights(),
            new org.handsel.collection.Facts(
                "SE",
                "painting",
                List.of(),
                null,
                null,
                new org.handsel.collection.Facts.Reproduction(null, null, null)),
            null,
            List.of(),
            new Item.Origin("x.csv", 1, 2));
    String profile = FULL + "cooperation: {category: Media by Skarvik}\n";
    FilePage page =
        FilePages.of(profile(folder, profile, "language: sv, retrieved: 2026-11-23, "))
            .render(item, List.of(statement(CC0)));
    String json = Json.line(page.structuredData());

    assertThat(page.findings()).extracting(PageFinding::code).doesNotContain("NO_CAPTION");
    assertThat(page.wikitext()).contains("|wikidata = Q77");
    assertThat(json)
        .contains("\"labels\":{\"sv\":{\"language\":\"sv\",\"value\":\"En båt\"}}")
        .contains("\"property\":\"P6243\"", "\"property\":\"P921\"", "\"property\":\"P1071\"")
        .contains("\"references\":[{\"snaks\":{\"P854\"", "+2026-11-23T00:00:00Z");
  }

  @Test
  void captionIsCutAfterAWord() {
    String caption = Statements.caption("word ".repeat(100));

    assertThat(caption).endsWith("word…").hasSizeLessThanOrEqualTo(250);
  }

  @Test
  void everyTableLoads() {
    assertThat(TemplateDescriptions.known())
        .contains("Artwork", "Photograph", "Information", "Book", "Map", "Art Photo")
        .allSatisfy(name ->
            assertThat(TemplateDescriptions.known(name).orElseThrow().parameters()).isNotEmpty());
    assertThat(new Attributions().of("former")).isNotNull();
    assertThat(new Languages().code("pt-BR")).contains("pt-br");
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingFromThePartnerBecomesMarkup(int seed) throws Exception {
    Random random = new Random(seed);
    String[] tokens = {
      "{{", "}}", "[[", "]]", "|", "=", "<nowiki>", "</nowiki>", "<script>", "<!--", "''", "~~~~",
      "\n", "\n* ", "{{PD-old}}", "[[Category:X]]", "{", "}", "a", " ", "&#123;", "__TOC__",
          "https://x.example/", "%7B"
    };
    List<String> fields =
        List.of(
            "title",
            "description",
            "creator",
            "photographer",
            "date",
            "place",
            "depicted",
            "dimensions",
            "institution",
            "accession",
            "source",
            "credit");
    List<String> pairs = new ArrayList<>();
    for (String field : fields) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1, 9); i > 0; i--) {
        text.append(tokens[random.nextInt(tokens.length)]);
      }
      pairs.add(field);
      pairs.add(text.append("Ω").toString());
    }
    FilePages pages = FilePages.of(profile(folder, FULL));
    String hostile =
        pages.render(item("12", pairs.toArray(String[]::new)), List.of(statement(CC0))).wikitext();
    List<String> harmless = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      harmless.add(pairs.get(i));
      harmless.add("Ω");
    }
    String plain =
        pages
            .render(item("12", harmless.toArray(String[]::new)), List.of(statement(CC0)))
            .wikitext();

    assertThat(markup(hostile)).isEqualTo(markup(plain));
  }

  /// Everything that a parser could take for structure, in its order.
  private static String markup(String wikitext) {
    return wikitext.replace("<br />", "").replaceAll("[^{}\\[\\]|<>]", "");
  }
}
