package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.handsel.collection.mapping.MappingProfile.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/mapping-profile.md` describes the language that there is.
class MappingProfilePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("handsel.root", ".."), "docs", "mapping-profile.md");

  @TempDir Path folder;

  private static List<String> blocks(String language) throws Exception {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  void everyProfileOnThePageLoads() throws Exception {
    Files.writeString(folder.resolve("people.tsv"), blocks("tsv").getFirst());
    List<String> profiles =
        blocks("yaml").stream().filter(block -> block.startsWith("source:")).toList();

    assertThat(profiles).hasSize(2);
    for (String profile : profiles) {
      Path file = folder.resolve("mapping.yaml");
      Files.writeString(file, profile);
      assertThat(Mapper.of(Profiles.load(file), Samples.knowledge())).isNotNull();
    }
  }

  @Test
  void thePageNamesEveryTransformProblemAndPrefix() throws Exception {
    String page = Files.readString(PAGE);

    assertThat(page).contains(TransformKind.names());
    for (ProblemCode code : ProblemCode.values()) {
      assertThat(page).contains(code.name());
    }
    assertThat(page).contains(XPaths.namespaces(java.util.Map.of()).keySet());
  }

  @Test
  void theProfileForXmlWorksOnARecord() throws Exception {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(
        file,
        blocks("yaml").stream()
            .filter(block -> block.contains("lido:lido"))
            .findFirst()
            .orElseThrow());
    MappingProfile profile = Profiles.load(file);
    String record =
        """
        <lido:lido xmlns:lido="http://www.lido-schema.org">
          <lido:descriptiveMetadata xml:lang="sv">
            <lido:titleSet><lido:appellationValue>Bro</lido:appellationValue></lido:titleSet>
            <lido:event><lido:eventType><lido:term>Creation</lido:term></lido:eventType>
              <lido:eventActor><lido:actorInRole>
                <lido:actor><lido:nameActorSet><lido:appellationValue>Hall, Anna</lido:appellationValue></lido:nameActorSet></lido:actor>
                <lido:attributionQualifierActor>Tillskriven</lido:attributionQualifierActor>
              </lido:actorInRole></lido:eventActor>
              <lido:eventDate><lido:displayDate>Utf. 1732</lido:displayDate></lido:eventDate>
            </lido:event>
          </lido:descriptiveMetadata>
          <lido:administrativeMetadata><lido:recordWrap><lido:recordID>1</lido:recordID></lido:recordWrap></lido:administrativeMetadata>
        </lido:lido>
        """;

    Mapper.Outcome outcome = Mapper.of(profile, Samples.knowledge()).map(Samples.tree(1, record));

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.item())
        .satisfies(item -> {
          assertThat(item.values("creator").getFirst().value()).isEqualTo("Anna Hall");
          assertThat(item.values("creator").getFirst().qualifier()).isEqualTo("attributed-to");
          assertThat(item.facts().created()).isEqualTo("1732");
        });
    assertThat(profile.fields().get("title")).extracting(Selector::from).isNotEmpty();
  }

  @Test
  void theUsualNamespacesHavePrefixAddressAndSource() {
    assertThat(TsvRows.resource("namespaces.tsv").rows())
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.cell("prefix")).matches("[a-z_]+[0-9]?");
          assertThat(row.cell("uri")).matches("(https?://|urn:)\\S+");
          assertThat(row.cell("source")).isNotBlank();
        });
  }
}
