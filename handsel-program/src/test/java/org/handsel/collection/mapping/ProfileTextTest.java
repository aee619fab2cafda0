package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handsel.platform.HandselException;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileTextTest {
  private static final String PROFILE =
      """
      # By the volunteers of Skarvik.
      source: {format: csv, charset: UTF-8}   # as they export it
      id: Nr
      house-rule: kept by nobody but us
      fields:
        # the long title is in another column
        title: Titel # not "Benämning"
        creator:
          - {from: Konstnär, transforms: [trim, flip-name]}
          - Fotograf
        date:
          from: Datering
          transforms: [trim, date] # their dates are fine
        description: |
          Beskrivning
      # tables
      mapped: {creator: people.tsv}
      filename: "{title} - {id}"
      """;

  private static ProfileText of(String text) {
    return new ProfileText(text);
  }

  private static List<String> at(String place) {
    return List.of(place.split("[.]"));
  }

  @Test
  void changeTouchesItsOwnLineOnly() {
    String changed = of(PROFILE).set(at("fields.title"), "{from: Namn}").text();
    assertThat(changed)
        .isEqualTo(PROFILE.replace("title: Titel #", "title: {from: Namn} #"))
        .contains("house-rule: kept by nobody but us");
  }

  @Test
  void partOfASelectorIsChangedAndItsNeighboursStay() {
    assertThat(of(PROFILE).set(at("fields.date.transforms"), "[date]").text())
        .isEqualTo(PROFILE.replace("[trim, date] #", "[date] #"));
    assertThat(of(PROFILE).set(at("fields.date.language"), "sv").text())
        .contains("transforms: [trim, date] # their dates are fine\n    language: sv\n");
    assertThat(of(PROFILE).set(at("fields.creator.0.language"), "sv").text())
        .contains("{from: Konstnär, transforms: [trim, flip-name], language: sv}");
  }

  @Test
  void newFieldStandsAtTheEndOfItsSection() {
    assertThat(of(PROFILE).set(at("fields.place"), "{from: Ort, transforms: [trim]}").text())
        .contains("    Beskrivning\n  place: {from: Ort, transforms: [trim]}\n# tables");
  }

  @Test
  void sectionThatIsNotThereIsMade() {
    String changed = of(PROFILE).set(at("rights.reproduction"), "Licens").text();
    assertThat(changed).endsWith("rights:\n  reproduction: Licens\n");
    assertThat(of(changed).set(at("rights.work"), "Licens").text())
        .endsWith("rights:\n  reproduction: Licens\n  work: Licens\n");
    assertThat(of("id: Nr\nfields:\n").set(at("fields.title"), "T").text())
        .isEqualTo("id: Nr\nfields:\n  title: T\n");
    assertThat(of("id: Nr\nfields: {}\n").set(at("fields.title"), "T").text())
        .isEqualTo("id: Nr\nfields: {title: T}\n");
  }

  @Test
  void secondSelectorStandsBesideTheFirst() {
    assertThat(of(PROFILE).add(at("fields.title"), "Benämning").text())
        .contains("title: [Titel, Benämning] # not");
    assertThat(of(PROFILE).add(at("fields.creator"), "Ritare").text())
        .contains("    - Fotograf\n    - Ritare\n");
    assertThat(of("a: [x, y]").add(at("a"), "z").text()).isEqualTo("a: [x, y, z]");
    assertThat(of("a: []").add(at("a"), "z").text()).isEqualTo("a: z");
  }

  @Test
  void whatIsTakenAwayTakesNothingElseAlong() {
    assertThat(of(PROFILE).remove(at("fields.title")).text())
        .isEqualTo(PROFILE.replace("  title: Titel # not \"Benämning\"\n", ""));
    assertThat(of(PROFILE).remove(at("fields.creator.0")).text())
        .contains("  creator:\n    - Fotograf\n");
    assertThat(of(PROFILE).remove(at("mapped.creator")).text()).contains("\nmapped: {}\n");
    assertThat(of("a: {b: 1, c: 2, d: 3}").remove(at("a.c")).text()).isEqualTo("a: {b: 1, d: 3}");
    assertThat(of("a: {b: 1, c: 2, d: 3}").remove(at("a.d")).text()).isEqualTo("a: {b: 1, c: 2}");
    assertThat(of(PROFILE).remove(at("nothing.there")).text()).isEqualTo(PROFILE);
  }

  @Test
  void lineEndsAndAstralLettersStay() {
    String windows = "# 𝕊karvik\r\nid: Nr\r\nfields:\r\n  title: \"𝕋 itel\"\r\n  date: D\r\n";
    assertThat(of(windows).set(at("fields.date"), "E").text())
        .isEqualTo(windows.replace("date: D", "date: E"));
    assertThat(of(windows).set(at("fields.place"), "Ö").text())
        .isEqualTo(windows + "  place: Ö\r\n".substring(0, 10) + "\r\n");
  }

  @Test
  void textIsQuotedWhereItWouldMeanSomethingElse() {
    for (String text :
        List.of("no", "a: b", "#1", "{x}", "Namn#2", "line\nbreak", "\"", "'", "–")) {
      String value = ProfileText.quoted(text);
      assertThat(of("a: x").set(at("a"), value).scalar(at("a"))).as(text).contains(text);
      assertThat(of("a: {b: x}").set(at("a.b"), value).scalar(at("a.b"))).as(text).contains(text);
    }
  }

  @Test
  void profileWithAnchorsIsRefusedAndNotDamaged() {
    String anchored = "a: &x {from: T}\nb: *x\n";
    assertThatThrownBy(() -> of(anchored).set(at("b.from"), "U"))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("Change it as a text");
  }

  @Test
  void filesOfAProfileAreNamed() {
    String text =
        """
        source: {joins: [{file: makers.csv, on: a, key: b}]}
        fields: {place: {from: P, transforms: [{lookup: places.tsv}, lookup(more.tsv)]}}
        mapped: {creator: ../people.tsv}
        template: {name: X, file: x.yaml}
        """;
    assertThat(of(text).files())
        .containsExactlyInAnyOrder(
            "makers.csv", "places.tsv", "more.tsv", "../people.tsv", "x.yaml");
  }

  static Stream<Long> seeds() {
    return IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf);
  }

  private static List<String> profiles() {
    List<String> texts = new ArrayList<>(List.of(PROFILE));
    try (Stream<Path> files = Files.walk(Shared.root().resolve("samples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReadyProfiles.all().forEach(ready -> texts.add(ready.text()));
    return texts;
  }

  /// Whatever is changed in whatever profile: comments between the sections stay, and so does every
  /// value of another place.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyChangeOfAnyProfileLeavesTheRest(long seed) {
    Random random = new Random(seed);
    List<String> all = profiles();
    ProfileText text = of(all.get(random.nextInt(all.size())));
    for (int i = 0; i < 10; i++) {
      List<String> fields = new ArrayList<>(text.keys(at("fields")));
      fields.addAll(List.of("title", "keywords", "fresh-" + i));
      String field = fields.get(random.nextInt(fields.size()));
      List<String> place = List.of("fields", field);
      ProfileText changed =
          switch (random.nextInt(3)) {
            case 0 -> text.set(place, "{from: \"Spalte #" + i + "\", transforms: [trim]}");
            case 1 -> text.add(place, "Spalte");
            default -> text.keys(at("fields")).size() > 1 ? text.remove(place) : text;
          };
      for (String other : text.keys(at("fields"))) {
        if (!other.equals(field)) {
          assertThat(changed.value(List.of("fields", other)))
              .isEqualTo(text.value(List.of("fields", other)));
        }
      }
      for (String section : List.of("source", "id", "template", "refuse", "structured-data")) {
        assertThat(changed.value(at(section))).isEqualTo(text.value(at(section)));
      }
      assertThat(changed.text().lines().filter(line -> line.startsWith("#")).toList())
          .isEqualTo(text.text().lines().filter(line -> line.startsWith("#")).toList());
      text = changed;
    }
  }
}
