package org.handsel.authority.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.authority.record.PersonProblem.Kind;
import org.handsel.marc.MarcFiles;
import org.handsel.testing.MarcBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged files: what can be read for sure is read, the rest is named and left out.
class MarcBinaryTest {
  private static final byte[] BREKKE = person("100000010", "Brekke, Olaf");
  private static final byte[] DAHL = person("100000029", "Dahl, Sofie");
  private static final byte[] MOE = person("100000037", "Moe, Astrid");

  @TempDir Path folder;
  private final List<PersonRecord> persons = new ArrayList<>();

  private static byte[] person(String id, String name) {
    return MarcBytes.record("001 " + id, "035   $a(DE-588)" + id, "100 1 $a" + name + "$d1858-1930")
        .bytes();
  }

  private List<PersonProblem> read(byte[]... records) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.writeBytes(record);
    }
    Path file = Files.write(folder.resolve("library.mrc"), all.toByteArray());
    return PersonFiles.read(file, Map.of(), persons::add);
  }

  private List<String> names() {
    return persons.stream().map(PersonRecord::name).toList();
  }

  private static byte[] changed(byte[] record, int place, String text) {
    byte[] copy = record.clone();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, copy, place, bytes.length);
    return copy;
  }

  private static byte[] raw(String text) {
    return text.replace('$', '\u001F').getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void wholeRecordsAreReadWithoutAWord() throws IOException {
    assertThat(read(BREKKE, "\r\n".getBytes(StandardCharsets.US_ASCII), DAHL)).isEmpty();
    assertThat(names()).containsExactly("Brekke, Olaf", "Dahl, Sofie");
    assertThat(persons.getFirst().birth()).isEqualTo("1858");
  }

  @Test
  void lengthThatLiesDoesNotMoveTheNextRecord() throws IOException {
    for (String length : List.of("00040", "99999", "abcde")) {
      persons.clear();
      List<PersonProblem> problems = read(changed(BREKKE, 0, length), DAHL);
      assertThat(names()).containsExactly("Brekke, Olaf", "Dahl, Sofie");
      assertThat(problems).extracting(PersonProblem::kind).containsExactly(Kind.STRUCTURE);
      assertThat(problems.getFirst().message()).startsWith("record 1: the leader says");
    }
  }

  /// Also where the claimed end lies beyond what was read of the file so far.
  @Test
  void lengthThatLiesBehindOtherRecordsMovesNothing() throws IOException {
    List<PersonProblem> problems = read(DAHL, changed(BREKKE, 0, "99999"), MOE);
    assertThat(names()).containsExactly("Dahl, Sofie", "Brekke, Olaf", "Moe, Astrid");
    assertThat(problems).extracting(PersonProblem::kind).containsExactly(Kind.STRUCTURE);
  }

  @Test
  void terminatorWithinARecordIsASlipWhereTheLengthLeadsToAnother() throws IOException {
    byte[] slip = person("100000010", "Brekke\u001D, Olaf");
    read(slip, DAHL);
    assertThat(persons).hasSize(2);
    assertThat(names().getLast()).isEqualTo("Dahl, Sofie");
  }

  @Test
  void directoryWithWrongLengthsIsReadInItsOrder() throws IOException {
    // The second entry of the directory claims seven bytes more.
    byte[] broken = changed(BREKKE, 24 + 12 + 3, "0099");
    List<PersonProblem> problems = read(broken, DAHL);
    assertThat(names()).containsExactly("Brekke, Olaf", "Dahl, Sofie");
    assertThat(problems).extracting(PersonProblem::kind).containsExactly(Kind.STRUCTURE);
  }

  @Test
  void recordWhoseFieldsCannotBeToldApartIsLeftOut() throws IOException {
    // An entry of the directory is lost, so that tags and fields no longer belong together.
    byte[] lost = new byte[BREKKE.length - 12];
    System.arraycopy(BREKKE, 0, lost, 0, 24);
    System.arraycopy(BREKKE, 36, lost, 24, BREKKE.length - 36);
    List<PersonProblem> problems = read(lost, DAHL);
    assertThat(names()).containsExactly("Dahl, Sofie");
    assertThat(problems).extracting(PersonProblem::kind).contains(Kind.NO_RECORD);
  }

  @Test
  void tagThatIsNoneCostsTheField() throws IOException {
    byte[] broken = changed(BREKKE, 24 + 24, "1#0");
    List<PersonProblem> problems = read(broken, DAHL);
    assertThat(names()).containsExactly("Dahl, Sofie");
    assertThat(problems).isEmpty();
  }

  @Test
  void fileThatEndsWithinARecordSaysSo() throws IOException {
    List<PersonProblem> problems = read(BREKKE, Arrays.copyOf(DAHL, DAHL.length - 9));
    assertThat(names()).containsExactly("Brekke, Olaf");
    assertThat(problems).extracting(PersonProblem::kind).containsExactly(Kind.TRUNCATED);
    assertThat(problems.getFirst().message()).contains("record 2").contains("fetch the file again");
  }

  @Test
  void marcEightMarksStandBeforeTheirLetters() throws IOException {
    byte[] record =
        MarcBytes.record("001 1", "010   $an  90001234 ")
            .field("100", raw("1 $aDvo\u00E9r\u00E2ak, Anton\u00E2in\u00B1"))
            .encoding(' ')
            .bytes();
    assertThat(read(record)).isEmpty();
    assertThat(names()).containsExactly("Dvořák, Antoníné".replace("é", "ł"));
    assertThat(persons.getFirst().id()).isEqualTo("n90001234");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/cases/authority/marc-8.tsv",
      delimiter = '\t',
      useHeadersInDisplayName = true)
  void scriptsOfMarcEightAreRead(String script, String hexadecimal, String name)
      throws IOException {
    byte[] record =
        MarcBytes.record("001 1", "010   $an  90001234 ", "100 1 $aTolstoi, Lev")
            .field("400", concat(raw("1 $a"), HexFormat.of().parseHex(hexadecimal)))
            .encoding(' ')
            .bytes();
    assertThat(read(record)).isEmpty();
    assertThat(persons.getFirst().variants()).containsExactly(name);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Test
  void letterThatMarcEightHasNotIsToldAndTheRecordKept() throws IOException {
    byte[] ideographs = HexFormat.of().parseHex("1b2431" + "215556" + "7e7e7e" + "1b2842");
    byte[] variant =
        MarcBytes.record("001 1", "010   $an  1 ", "100 1 $aDeng, Shuping")
            .field("880", concat(raw("1 $6100-01/$1$a"), ideographs))
            .encoding(' ')
            .bytes();
    byte[] heading =
        MarcBytes.record("001 2", "010   $an  2 ", "400 1 $aDeng, Shuping")
            .field("100", concat(raw("1 $a"), ideographs))
            .encoding(' ')
            .bytes();
    byte[] alone =
        MarcBytes.record("001 3", "010   $an  3 ")
            .field("100", concat(raw("1 $a"), ideographs))
            .encoding(' ')
            .bytes();
    List<PersonProblem> problems = read(variant, heading, alone);
    assertThat(names()).containsExactly("Deng, Shuping", "Deng, Shuping");
    assertThat(persons.getFirst().variants()).isEmpty();
    assertThat(problems)
        .extracting(PersonProblem::message)
        .anyMatch(message -> message.contains("Chinese, Japanese or Korean"))
        .anyMatch(message -> message.contains("Kept under its other name \"Deng, Shuping\""))
        .anyMatch(message -> message.contains("of n3 cannot be read. Left out."));
  }

  @Test
  void nameInIdeographsOfMarcEightIsARecordOfItsOwn() throws IOException {
    byte[] ideographs = HexFormat.of().parseHex("1b2431" + "216176" + "215b67" + "1b2842");
    byte[] record =
        MarcBytes.record("001 1", "010   $an  1 ")
            .field("100", concat(raw("1 $a"), ideographs))
            .encoding(' ')
            .bytes();
    assertThat(read(record)).isEmpty();
    assertThat(names()).containsExactly("魯迅");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whateverBytesFollowAnEscapeNothingBreaks(long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int j = 0; j < bytes.length; j++) {
        int b = random.nextInt(8) == 0 ? 0x1B : random.nextInt(0x20, 0x100);
        bytes[j] = (byte) b;
      }
      records.add(
          MarcBytes.record("001 " + i, "010   $an " + i, "100 1 $aBrekke, Olaf")
              .field("400", concat(raw("1 $a"), bytes))
              .encoding(' ')
              .bytes());
    }
    read(records.toArray(byte[][]::new));
    assertThat(persons).hasSize(300);
    assertThat(persons)
        .allSatisfy(person ->
            assertThat(person.variants()).noneMatch(name -> name.indexOf(MarcFiles.LOST) >= 0));
  }

  @Test
  void fieldsInAnotherEncodingThanPromisedAreReadAndTold() throws IOException {
    byte[] latin =
        MarcBytes.record("001 1")
            .field("100", raw("1 $aM\u00E8uller, Anna"))
            .field("400", "1 \u001FaMüllerová, Anna".getBytes(StandardCharsets.UTF_8))
            .bytes();
    byte[] utf8 = MarcBytes.record("001 2", "100 1 $aMüller, Anton").encoding(' ').bytes();
    List<PersonProblem> problems = read(latin, utf8);
    assertThat(names()).containsExactly("Müller, Anna", "Müller, Anton");
    assertThat(persons.getFirst().variants()).containsExactly("Müllerová, Anna");
    assertThat(problems)
        .extracting(PersonProblem::kind)
        .containsExactly(Kind.ENCODING, Kind.ENCODING);
  }

  @Test
  void nameThatCannotBeReadGivesNoRecord() throws IOException {
    byte[] broken = MarcBytes.record("001 1").field("100", raw("1 $aM\u00FCller, Anna")).bytes();
    byte[] variant =
        MarcBytes.record("001 2", "100 1 $aBrekke, Olav")
            .field("400", raw("1 $aBr\u00FFkke"))
            .bytes();
    List<PersonProblem> problems = read(broken, variant);
    assertThat(names()).containsExactly("Brekke, Olav");
    assertThat(persons.getFirst().variants()).isEmpty();
    assertThat(problems).extracting(PersonProblem::kind).contains(Kind.ENCODING, Kind.NO_NAME);
  }

  @Test
  void rubbishBetweenRecordsIsNamed() throws IOException {
    List<PersonProblem> problems = read(BREKKE, raw("rubbish\u001D"), DAHL);
    assertThat(names()).containsExactly("Brekke, Olaf", "Dahl, Sofie");
    assertThat(problems).extracting(PersonProblem::kind).containsExactly(Kind.NO_RECORD);
  }
}
