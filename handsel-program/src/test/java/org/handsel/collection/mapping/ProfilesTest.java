package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.handsel.collection.mapping.MappingProfile.Selector;
import org.handsel.collection.mapping.MappingProfile.Transform;
import org.handsel.collection.mapping.TextPattern.Literal;
import org.handsel.collection.mapping.TextPattern.Name;
import org.handsel.collection.mapping.TextPattern.Placeholder;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ProfilesTest {
  @TempDir Path folder;

  private MappingProfile load(String text) throws Exception {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(file, text);
    return Profiles.load(file);
  }

  @Test
  void plainTextIsColumnAndListIsSeveralSelectors() throws Exception {
    MappingProfile profile =
        load(
            """
            source: {format: csv, delimiter: '\\t', quote: none}
            id: Nr
            fields:
              title: Titel
              depicted:
                - Avbildad
                - {xpath: "*[@name='Motiv']", transforms: [trim, {split: ";"}, "split(,)"], language: sv}
              date: {from: Datum, transforms: date, qualifier: "../q"}
              description: {from: Text, transforms: [{language: [sv, en]}]}
            """);

    assertThat(profile.source().delimiter()).isEqualTo("\t");
    assertThat(profile.source().quote()).isEqualTo("none");
    assertThat(profile.source().namespaces()).containsEntry("lido", "http://www.lido-schema.org");
    assertThat(profile.id().from()).isEqualTo("Nr");
    assertThat(profile.fields().keySet())
        .containsExactly("title", "depicted", "date", "description");
    assertThat(profile.fields().get("depicted"))
        .containsExactly(
            new Selector("Avbildad", null, List.of(), null, null, 6),
            new Selector(
                null,
                "*[@name='Motiv']",
                List.of(
                    new Transform("trim", null),
                    new Transform("split", ";"),
                    new Transform("split", ",")),
                "sv",
                null,
                7));
    assertThat(profile.fields().get("date"))
        .extracting(Selector::qualifier)
        .containsExactly("../q");
    assertThat(selector(profile, "description").transforms())
        .containsExactly(new Transform("language", "sv,en"));
  }

  private static Selector selector(MappingProfile profile, String field) {
    return Objects.requireNonNull(profile.fields().get(field)).getFirst();
  }

  @Test
  void scalarsAreTextsAsWritten() throws Exception {
    MappingProfile profile =
        load("id: Nr\nfields: {title: no}\nfixed: {batch: 2026-11, country: NO, n: 0x10}\n");

    assertThat(profile.fixed())
        .containsExactly(
            Map.entry("batch", "2026-11"), Map.entry("country", "NO"), Map.entry("n", "0x10"));
    assertThat(selector(profile, "title").from()).isEqualTo("no");
  }

  @Test
  void patternsHaveAlternativesPartsAndOptionalPieces() throws Exception {
    TextPattern pattern =
        pattern("{title|description}{?date  ({date.edtf})?}{?creator by {creator} ?}.");

    assertThat(pattern.parts())
        .containsExactly(
            new Placeholder(List.of(new Name("title", null), new Name("description", null))),
            new TextPattern.Optional(
                new Name("date", null),
                List.of(
                    new Literal(" ("),
                    new Placeholder(List.of(new Name("date", "edtf"))),
                    new Literal(")"))),
            new TextPattern.Optional(
                new Name("creator", null),
                List.of(new Literal("by "), new Placeholder(List.of(new Name("creator", null))))),
            new Literal("."));
  }

  @Test
  void doubleBracesAreWikitextAndStay() throws Exception {
    assertThat(pattern("{{cc-zero}} {{Creator:{creator.creator}}} {{sv|1={title}}}").parts())
        .containsExactly(
            new Literal("{{cc-zero}} {{Creator:"),
            new Placeholder(List.of(new Name("creator", "creator"))),
            new Literal("}} {{sv|1="),
            new Placeholder(List.of(new Name("title", null))),
            new Literal("}}"));
  }

  @Test
  void idConstantsAndOriginFileMayStandInPatterns() throws Exception {
    assertThat(pattern("{id} {batch} {source.file}").parts())
        .contains(
            new Placeholder(List.of(new Name("id", null))),
            new Placeholder(List.of(new Name("batch", null))),
            new Placeholder(List.of(new Name("source", "file"))));
  }

  private TextPattern pattern(String pattern) throws Exception {
    return Objects.requireNonNull(
        load("id: Nr\nfixed: {batch: x}\nfields: {title: T, description: D, date: A, creator: C}\nfilename: \"%s\"\n"
                .formatted(pattern))
            .filename());
  }

  @Test
  void missingFileIsWrongUse() {
    HandselException e =
        catchThrowableOfType(
            HandselException.class, () -> Profiles.load(folder.resolve("nowhere.yaml")));

    assertThat(e.exit()).isEqualTo(Exit.USAGE);
    assertThat(e).hasMessageContaining("nowhere.yaml: the profile cannot be read");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void everyErrorOfAProfileIsToldAtOnce(String id, Map<String, Object> error) throws Exception {
    if (error.get("files") instanceof Map<?, ?> files) {
      for (Map.Entry<?, ?> file : files.entrySet()) {
        Files.writeString(
            folder.resolve(String.valueOf(file.getKey())),
            String.valueOf(file.getValue()).replace("${tab}", "\t"));
      }
    }

    HandselException e =
        catchThrowableOfType(
            HandselException.class, () -> load(String.valueOf(error.get("profile"))));

    assertThat(e).as("a refusal of %s", id).isNotNull();
    assertThat(e.exit()).isEqualTo(Exit.USAGE);
    if (error.get("expectStart") instanceof String start) {
      assertThat(e).hasMessageStartingWith(start);
    } else {
      assertThat(String.valueOf(e.getMessage()).lines().toList()).isEqualTo(error.get("expect"));
    }
  }

  static Stream<Arguments> errors() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            ProfilesTest.class.getResourceAsStream("/cases/mapping/profile-errors.yaml"))) {
      Object all = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return ((List<?>) all)
          .stream().map(one -> Arguments.of(((Map<?, ?>) one).get("id"), one)).toList().stream();
    }
  }
}
