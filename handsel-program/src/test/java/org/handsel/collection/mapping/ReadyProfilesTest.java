package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.ReadyProfiles.Ready;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Profiles that come with the program map samples that were written for it.
class ReadyProfilesTest {
  private static final Path SAMPLES = Shared.root().resolve("samples/formats");

  @TempDir Path folder;

  static Stream<Ready> all() {
    return ReadyProfiles.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyReadyProfileIsAProfile(Ready ready) throws Exception {
    Path file = Files.writeString(folder.resolve(ready.name() + ".yaml"), ready.text());
    MappingProfile profile = Profiles.load(file);
    assertThat(profile.fields()).containsKeys("title", "creator", "date", "image");
    assertThat(profile.rights().reproduction()).isNotEmpty();
  }

  /// Each sample is of another institution and format, and nobody has written a profile for it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mods.xml | mods | skk-17 | The harbour: in winter | Ebba Lind | 1905/1908 |"
            + " licenses/by/4.0",
        "marc.xml | marc21 | 000000017 | The harbour : in winter | Ebba Lind | 1905 | publicdomain",
        "finding-aid.xml | ead | SKK/3/1 | Harbour in winter | Ebba Lind | 1905 | reserved",
        "edm.xml | edm | https://skarvik.example/o/17 | The harbour | Ebba Lind | 1905 |"
            + " publicdomain",
        "dc.xml | dc | oai:skarvik.example:17 | The harbour | Ebba Lind | 1905 | publicdomain",
        "manifest-2.json | iiif | https://skarvik.example/iiif/17/manifest | The harbour | Ebba"
            + " Lind | 1905 | publicdomain",
        "manifest-3.json | iiif | https://skarvik.example/iiif/18/manifest | Das Winterbild | Ebba"
            + " Lind | 1905 | by-nc",
        "lido.xml | lido | SKK 17 | The harbour | Ebba Lind | 1905 | publicdomain",
        "mets.xml | mets | skk-17 | The harbour | Ebba Lind | 1905 | publicdomain",
        "museum.json | | 17 | The harbour | Ebba Lind | 1905 | publicdomain"
      })
  void sampleIsMappedBeforeAnybodyEdits(
      String file,
      String ready,
      String id,
      String title,
      String creator,
      String date,
      String rights)
      throws Exception {
    Mapping.Unprofiled mapped =
        Mapping.run(SAMPLES.resolve(file), folder.resolve("out"), Progress.NONE);
    assertThat(mapped.ready()).isEqualTo(ready == null ? "" : ready);
    Item item;
    try (Stream<Item> items = ItemsFile.read(folder.resolve("out/items.jsonl"))) {
      item = items.findFirst().orElseThrow();
    }
    assertThat(item.id()).isEqualTo(id);
    assertThat(item.first("title").map(Value::value)).contains(title);
    assertThat(item.first("creator").map(Value::value)).contains(creator);
    assertThat(item.first("date").map(Value::value)).contains(date);
    assertThat(item.first("image").map(Value::value)).get().asString().startsWith("https://");
    assertThat(item.rights().reproduction().raw() + item.rights().reproduction().uri())
        .containsIgnoringCase(rights);
    assertThat(folder.resolve("out/mapping.yaml")).exists();
  }

  @Test
  void editedProfileIsNotWrittenOver() throws Exception {
    Path out = folder.resolve("out");
    Mapping.run(SAMPLES.resolve("mods.xml"), out, Progress.NONE);
    Mapping.run(SAMPLES.resolve("mods.xml"), out, Progress.NONE);
    Files.writeString(out.resolve("mapping.yaml"), "# mine\n");
    assertThatThrownBy(() -> Mapping.run(SAMPLES.resolve("mods.xml"), out, Progress.NONE))
        .hasMessageContaining("--mapping");
    assertThat(out.resolve("mapping.yaml")).hasContent("# mine");
  }

  @Test
  void numberThatRepeatsIsReplacedByOneThatDoesNot() throws Exception {
    StringBuilder records =
        new StringBuilder("<modsCollection xmlns='http://www.loc.gov/mods/v3'>");
    for (int i = 0; i < 9; i++) {
      records.append(
          "<mods><titleInfo><title>T%d</title></titleInfo><recordInfo><recordIdentifier>same</recordIdentifier></recordInfo><location><shelfLocator>S %d</shelfLocator></location></mods>"
              .formatted(i % 3, i));
    }
    Path file = Files.writeString(folder.resolve("m.xml"), records + "</modsCollection>");
    Mapping.Unprofiled mapped = Mapping.run(file, folder.resolve("out"), Progress.NONE);
    assertThat(mapped.summary().items()).isEqualTo(9);
    assertThat(mapped.summary().identifiers().path()).isEqualTo("location/shelfLocator");
    assertThat(folder.resolve("out/mapping.yaml"))
        .content()
        .contains("The usual number repeats", "creator:");
  }
}
