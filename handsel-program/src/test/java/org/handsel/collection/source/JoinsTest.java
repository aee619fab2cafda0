package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which tables of a relational export belong together is found by their values.
class JoinsTest {
  @TempDir Path folder;

  private Path table(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @BeforeEach
  void tables() throws IOException {
    table(
        "photo.csv",
        "PhoId|PhoObjId|House|Note\n71|11|A|one\n72|11|A|two\n73|12|B|three\n74|13|B|four\n");
    table("object.csv", "ObjId|House|Title\n11|A|Chair\n12|B|Sword\n13|B|Ring\n");
    table("measure.csv", "Id|ObjectNo|Size\n1|11|760 mm\n2|11|700 mm\n3|12|27 mm\n");
    table("word.csv", "Id|PhoId|Word\n1|71|chair\n2|74|ring\n3|73|sword\n");
    table("house.csv", "House|Address\nA|Hill 1\nB|Hill 2\n");
    table("readme.txt", "This is a note, and no table at all.\n");
  }

  @Test
  void tablesThatShareKeysAreProposedAndKindsAreNoKeys() {
    assertThat(Joins.propose(folder.resolve("photo.csv"), SourceSpec.RECOGNISE))
        .extracting(one ->
            "%s %s=%s %d/%d %d"
                .formatted(
                    one.join().file(),
                    one.join().on(),
                    one.join().key(),
                    one.found(),
                    one.records(),
                    one.most()))
        .containsExactly(
            "measure.csv PhoObjId=ObjectNo 3/4 2",
            "object.csv PhoObjId=ObjId 4/4 1",
            "word.csv PhoId=PhoId 3/4 1");
  }

  @Test
  void whatIsProposedCanBeReadAndMapped() {
    SourceSpec spec =
        SourceSpec.RECOGNISE.joining(
            Joins.propose(folder.resolve("photo.csv"), SourceSpec.RECOGNISE).stream()
                .map(Joins.Proposal::join)
                .toList());
    try (RecordSource source = Sources.open(folder.resolve("photo.csv"), spec)) {
      SourceProfile profile = SourceProfile.of(source);
      assertThat(profile.fields())
          .extracting(FieldProfile::path)
          .contains("object.Title", "measure.Size");
      assertThat(StarterMapping.of(profile)).contains("joins: [", "title:", "object.Title");
    }
  }

  @Test
  void aFolderAndATableAloneHaveNone() throws IOException {
    assertThat(Joins.propose(folder, SourceSpec.RECOGNISE)).isEmpty();
    Path alone = Files.createDirectory(folder.resolve("alone")).resolve("a.csv");
    Files.writeString(alone, "id,x\n1,2\n2,3\n");
    assertThat(Joins.propose(alone, SourceSpec.RECOGNISE)).isEmpty();
  }
}
