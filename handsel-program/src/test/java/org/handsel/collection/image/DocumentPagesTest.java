package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.handsel.collection.image.SamplePictures.ascii;
import static org.handsel.collection.image.SamplePictures.join;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of documents are counted whatever the file says of itself.
class DocumentPagesTest {
  @TempDir Path folder;

  private ImageFacts inspect(byte[] bytes) throws IOException {
    return Images.inspect(Files.write(folder.resolve("file"), bytes));
  }

  private int pages(byte[] bytes) throws IOException {
    return inspect(bytes).pages();
  }

  private static byte[] replaced(byte[] bytes, String what, String by) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(what);
    return ascii(text.replace(what, by));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 20, 117})
  void pagesOfAPdfAreCountedWithATableAndWithStreams(int number) throws IOException {
    assertThat(pages(SampleDocuments.pdf(number))).isEqualTo(number);
    assertThat(pages(SampleDocuments.packedPdf(number))).isEqualTo(number);
  }

  @Test
  void theNumberThatATreeStatesIsNotBelieved() throws IOException {
    List<String> objects = SampleDocuments.objects(6);
    objects.set(1, objects.get(1).replace("/Count 6", "/Count 99999"));
    assertThat(pages(SampleDocuments.pdf(objects))).isEqualTo(6);
  }

  @Test
  void wrongCrossReferencesAreMadeAnew() throws IOException {
    byte[] pdf = SampleDocuments.pdf(5);
    assertThat(pages(replaced(pdf, "startxref\n", "startxref\n7"))).isEqualTo(5);
    assertThat(pages(replaced(pdf, "startxref", "startsref"))).isEqualTo(5);
    assertThat(pages(replaced(pdf, "%PDF-1.4\n", "%PDF-1.4\n% a line more\n"))).isEqualTo(5);
    byte[] packed = SampleDocuments.packedPdf(5);
    assertThat(pages(join(ascii("%PDF-1.5\n%moved by a line\n"), packed))).isEqualTo(5);
    assertThat(pages(replaced(packed, "startxref", "startsref"))).isEqualTo(5);
  }

  @Test
  void laterVersionOfAnObjectCounts() throws IOException {
    byte[] first = SampleDocuments.pdf(4);
    String text = new String(first, StandardCharsets.ISO_8859_1);
    int xref = text.lastIndexOf("startxref");
    String before = text.substring(xref).replaceAll("\\D", "");
    int object = first.length;
    String added = "3 0 obj <</Type/Pages/Kids[5 0 R]/Count 1>> endobj\n";
    String table =
        "xref\n3 1\n%010d 00000 n \ntrailer <</Size 9/Root 1 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(object, before, object + added.length());
    assertThat(pages(join(first, ascii(added + table)))).isEqualTo(3);
  }

  @Test
  void treesThatGoInCirclesEnd() throws IOException {
    List<String> objects = SampleDocuments.objects(4);
    objects.set(2, "<</Type/Pages/Kids[2 0 R 3 0 R 5 0 R]/Count 3>>");
    objects.add("9 0 R");
    assertThat(pages(SampleDocuments.pdf(objects))).isEqualTo(3);
    objects.set(1, "2 0 R");
    assertThat(pages(SampleDocuments.pdf(objects))).isZero();
  }

  @Test
  void pagesBehindAPasswordAreKnownWhereTheFileSaysThemOpenly() throws IOException {
    byte[] locked =
        ascii("%PDF-1.6\n8 0 obj\n<</Linearized 1/L 900/O 9/E 5/N 12/T 800>>\nendobj\n%%EOF\n");
    assertThat(pages(locked)).isEqualTo(12);
    assertThat(pages(replaced(locked, "/N 12", "/N -2"))).isZero();
    assertThat(inspect(locked).defect()).isNull();
  }

  /// 40 MB of nothing in 40 kB, deep nesting, endless references: memory and time stay small.
  @Test
  void trapsEnd() throws IOException {
    byte[] bomb = SampleDocuments.deflated(new byte[40 << 20]);
    byte[] packed =
        join(
            ascii(
                "%PDF-1.5\n"
                    + "1 0 obj <</Type/ObjStm/N 1/First 9/Filter/FlateDecode/Length 9>>stream\n"),
            bomb,
            ascii("\nendstream endobj\n2 0 obj <</Type/Catalog/Pages 3 0 R>> endobj\n%%EOF\n"));
    assertThat(pages(packed)).isZero();
    byte[] deep = ascii("%PDF-1.4\n1 0 obj " + "[".repeat(1_000_000) + "\n%%EOF\n");
    assertThat(pages(deep)).isZero();
    byte[] wide =
        ascii(
            "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids["
                + "2 0 R ".repeat(200_000)
                + "]/Count 7>> endobj\n%%EOF\n");
    assertThat(pages(wide)).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void damagedDocumentsNeverFailNorTakeLong(long seed) {
    Random random = new Random(seed);
    List<byte[]> whole = new ArrayList<>();
    whole.add(SampleDocuments.pdf(1 + random.nextInt(30)));
    whole.add(SampleDocuments.packedPdf(1 + random.nextInt(30)));
    whole.add(SampleDocuments.djvu(1 + random.nextInt(30)));
    long began = System.nanoTime();
    for (byte[] bytes : whole) {
      for (int round = 0; round < 100; round++) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(20); i >= 0; i--) {
          damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(damaged, damaged.length - random.nextInt(40));
        assertThatCode(() -> inspect(cut)).doesNotThrowAnyException();
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40, 200})
  void pagesOfADjvuAreCountedAndWhatTheyShareIsNone(int number) throws IOException {
    assertThat(inspect(SampleDocuments.djvu(number)))
        .extracting(ImageFacts::pages, ImageFacts::width, ImageFacts::height, ImageFacts::defect)
        .containsExactly(number, 100, 50, null);
    assertThat(pages(SamplePictures.djvu())).isEqualTo(1);
  }

  @Test
  void aDjvuThatIsBrokenOffSaysSoAndCountsWhatIsThere() throws IOException {
    byte[] whole = SampleDocuments.djvu(40);
    ImageFacts half = inspect(Arrays.copyOf(whole, whole.length / 2));
    assertThat(half.defect()).isEqualTo("truncated");
    assertThat(half.pages()).isBetween(10, 30);
  }

  @Test
  void theIndexOfADjvuInPartsIsNoBook() throws IOException {
    ImageFacts index = inspect(SampleDocuments.indexOfDjvu());
    assertThat(index.defect()).isEqualTo("damaged");
    assertThat(index.detail()).contains("7 parts");
  }
}
