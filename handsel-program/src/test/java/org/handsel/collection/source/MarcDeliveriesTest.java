package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.testing.MarcBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// MARC in its exchange form is seen as the MARCXML of the same record, also where it lies.
class MarcDeliveriesTest {
  private static final byte[] ONE =
      MarcBytes.record("001 r1", "100 1 $aBrekke, Olaf", "245 10$aStol :$bmed \u0014 rygg /")
          .bytes();
  private static final byte[] TWO = MarcBytes.record("001 r2", "245 00$aBord").bytes();

  @TempDir Path folder;

  private Path file(byte[]... records) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.writeBytes(record);
    }
    return Files.write(folder.resolve("delivery"), all.toByteArray());
  }

  private static byte[] changed(byte[] record, int place, String text) {
    byte[] copy = record.clone();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, copy, place, bytes.length);
    return copy;
  }

  @Test
  void fieldsAreProfiledByTagAndCode() throws Exception {
    try (RecordSource source = Sources.open(file(ONE, TWO), SourceSpec.RECOGNISE)) {
      SourceProfile profile = SourceProfile.of(source);
      assertThat(profile.description()).isEqualTo("MARC 21 (ISO 2709)");
      assertThat(profile.fields())
          .extracting(FieldProfile::path)
          .contains("leader", "001", "100$a", "245$a", "245$b");
      assertThat(profile.idCandidates()).contains("001");
    }
  }

  @Test
  void controlCharactersAreReplacedAndNamed() throws Exception {
    Read read = Read.all(file(ONE, TWO));
    assertThat(read.texts().getFirst()).contains("med rygg");
    assertThat(read.codes()).containsExactly("CONTROL_CHARACTERS");
  }

  @Test
  void aLengthThatLeadsBeyondTheFileLosesNothingOfTheOthers() throws Exception {
    Read read = Read.all(file(ONE, changed(TWO, 0, "99999"), ONE, TWO));
    assertThat(read.texts()).hasSize(4);
    assertThat(read.codes()).contains("MARC_STRUCTURE");
  }

  @Test
  void directoryThatLiesIsReadInItsOrder() throws Exception {
    Read read = Read.all(file(changed(TWO, 24 + 12 + 3, "0099"), TWO));
    assertThat(read.texts()).hasSize(2).allMatch(text -> text.endsWith("Bord"));
    assertThat(read.codes()).containsExactly("MARC_STRUCTURE");
    assertThat(read.problems().getFirst().recordLost()).isFalse();
  }

  @Test
  void fileThatEndsWithinARecordKeepsTheOthers() throws Exception {
    Read read = Read.all(file(TWO, java.util.Arrays.copyOf(ONE, ONE.length - 9)));
    assertThat(read.texts()).hasSize(1);
    assertThat(read.codes()).containsExactly("MARC_TRUNCATED");
    assertThat(read.problems().getFirst().recordLost()).isTrue();
  }

  @Test
  void severalFilesAreOneDelivery() throws Exception {
    Files.write(folder.resolve("a.mrc"), TWO);
    Files.write(folder.resolve("b.mrc"), ONE);
    Read.write(folder.resolve("c.xml"), "<a><b/></a>");
    Read read = Read.all(folder);
    assertThat(read.origins()).extracting("record").isEqualTo(List.of(1L, 2L));
    assertThat(read.codes()).containsExactlyInAnyOrder("CONTROL_CHARACTERS", "FILE_SKIPPED");
  }
}
