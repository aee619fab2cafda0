package org.handsel.release.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.handsel.collection.Value;
import org.handsel.platform.HandselException;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Pages of every template, and what must not stand on any of them.
class PageCasesTest {
  private static final String BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/";

  @TempDir Path folder;

  static Stream<Map<?, ?>> pages() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(PageCasesTest.class.getResourceAsStream("/cases/page/pages.yaml"))) {
      Object all = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return ((List<?>) all).stream().map(each -> (Map<?, ?>) each);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageStandsAsItsTemplateAsks(Map<?, ?> example) throws Exception {
    if (example.get("description") != null) {
      Files.writeString(folder.resolve("own.yaml"), String.valueOf(example.get("description")));
    }
    FilePages pages =
        FilePages.of(PageSamples.profile(folder, String.valueOf(example.get("profile"))));
    Map<String, List<Value>> fields = new LinkedHashMap<>();
    map(example.get("item"))
        .forEach((field, values) -> {
          List<Value> read = new ArrayList<>();
          for (Object value : (List<?>) values) {
            read.add(valueOf(map(value)));
          }
          fields.put(String.valueOf(field), read);
        });
    List<RightsStatement> released =
        ((List<?>) Objects.requireNonNull(example.get("released")))
            .stream()
                .map(name -> PageSamples.statement(name.equals("cc0") ? PageSamples.CC0 : BY_SA))
                .toList();

    FilePage page = pages.render(PageSamples.item("7", fields, Verdict.YES), released);

    assertThat(page.wikitext())
        .as(String.valueOf(example.get("id")))
        .isEqualTo(String.valueOf(example.get("expect")).replace("=~", "= "));
    assertThat(page.findings()).noneMatch(PageFinding::blocking);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static Value valueOf(Map<?, ?> row) {
    Value.@Nullable Mapped mapped =
        row.containsKey("qid") || row.containsKey("category") || row.containsKey("creator")
            ? new Value.Mapped(
                "mapped", text(row, "qid"), text(row, "category"), text(row, "creator"))
            : null;
    return PageSamples.value(
        Objects.requireNonNull(text(row, "value")), text(row, "language"), null, mapped);
  }

  private static @Nullable String text(Map<?, ?> row, String key) {
    Object value = row.get(key);
    return value == null ? null : value.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/cases/page/public-domain-tags.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void publicDomainNeedsAReason(String wikitext, @Nullable String code, String why) {
    List<String> found =
        new PublicDomainTags().of(wikitext).stream().map(PageFinding::code).toList();

    assertThat(found).as(why).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void aBareTagInTheProfileBlocksTheFile() throws Exception {
    FilePage page =
        FilePages.of(
                PageSamples.profile(
                    folder,
                    """
                    filename: "{title} - {id}"
                    template: {name: Artwork, parameters: {permission: "{{PD-Art}}"}}
                    """))
            .render(PageSamples.item("7", "title", "A"), List.of());

    assertThat(page.findings())
        .filteredOn(PageFinding::blocking)
        .extracting(PageFinding::code)
        .containsExactly("TAG_BARE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template: X\nparameters: [{name: a}]\ncreator: [creator]",
        "template: X\nsource: s\ncreator: [creator]",
        "template: X\nsource: s\ncreator: [creator]\nparameters: [{name: a, form: bold}]",
        "template: X\nsource: s\ncreator: [creator]\nparameters: [{name: a}, {name: a}]",
        "template: X\nsource: s\ncreator: [creator]\nparameters: [{name: 'a|b'}]",
        "template: X\nsource: s\ncreator: [creator]\nparameters: [{name: a, from: ['No Field']}]",
        "template: X\nsource: s\ncreator: [creator]\nparameters: [{name: a, colour: red}]",
        "template: Y\nsource: s\ncreator: [creator]\nparameters: [{name: a}]",
        "template: [",
        "- a"
      })
  void aDescriptionThatIsWrongSaysWhere(String description) throws Exception {
    Files.writeString(folder.resolve("own.yaml"), description);
    var profile =
        PageSamples.profile(folder, "filename: \"{id}\"\ntemplate: {name: X, file: own.yaml}\n");

    assertThatThrownBy(() -> FilePages.of(profile))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("own.yaml")
        .hasMessageContaining("xpected");
  }
}
