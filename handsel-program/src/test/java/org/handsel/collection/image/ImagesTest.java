package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handsel.collection.image.SamplePictures.ascii;
import static org.handsel.collection.image.SamplePictures.hex;
import static org.handsel.collection.image.SamplePictures.join;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
  @TempDir Path folder;

  private ImageFacts inspect(byte[] bytes) throws IOException {
    return Images.inspect(Files.write(folder.resolve("file"), bytes));
  }

  private static String facts(ImageFacts facts) {
    return "%s %dx%d %s".formatted(facts.type(), facts.width(), facts.height(), facts.defect());
  }

  @ParameterizedTest
  @CsvSource({"jpg, image/jpeg", "png, image/png", "gif, image/gif", "tiff, image/tiff"})
  void whatImageIoWritesIsWhole(String format, String type) throws IOException {
    assertThat(facts(inspect(SamplePictures.written(format)))).isEqualTo(type + " 61x43 null");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_INT_ARGB
      })
  void everyDepthOfPixelsIsUnderstood(int type) throws IOException {
    BufferedImage image = SamplePictures.picture(20, 10, type);
    assertThat(facts(inspect(SamplePictures.written(image, "png"))))
        .isEqualTo("image/png 20x10 null");
    assertThat(facts(inspect(SamplePictures.written(image, "tiff"))))
        .isEqualTo("image/tiff 20x10 null");
  }

  static Map<String, byte[]> handWritten() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("image/jpeg 64x48 null", SamplePictures.cmykSkeleton());
    files.put("image/tiff 8x8 null", SamplePictures.tiff(ByteOrder.LITTLE_ENDIAN));
    files.put("image/webp 64x48 null", SamplePictures.webp());
    files.put("image/vnd.djvu 100x50 null", SamplePictures.djvu());
    files.put("image/x-xcf 100x50 null", SamplePictures.xcf());
    files.put("application/pdf 0x0 null", ascii("%PDF-1.4\n1 0 obj\n%%EOF\n"));
    files.put("image/svg+xml 0x0 null", ascii("<?xml version='1.0'?><!-- > --><svg>\n</svg>\n"));
    files.put("audio/ogg 0x0 null", SampleMedia.ogg("\1vorbis"));
    files.put("video/ogg 0x0 null", SampleMedia.ogg("\u0080theora"));
    files.put("application/ogg 0x0 null", SampleMedia.ogg("nobody knows"));
    files.put("video/webm 0x0 null", SampleMedia.webm());
    files.put("video/mpeg 0x0 null", hex("000001BA44000400"));
    files.put("audio/wav 0x0 null", SampleMedia.wav());
    files.put("audio/midi 0x0 null", SampleMedia.midi());
    files.put("audio/flac 0x0 null", SampleMedia.flac());
    files.put("audio/mpeg 0x0 null", join(frame(), frame()));
    files.put("application/sla 0x0 null", ascii("solid cube\n facet normal 0 0 1\n"));
    files.put("null 0x0 empty", new byte[0]);
    files.put("null 0x0 not-an-image", ascii("<html><body><svg></svg></body></html>"));
    return files;
  }

  /// MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes.
  private static byte[] frame() {
    return Arrays.copyOf(hex("FFFB9000"), 417);
  }

  @Test
  void eachAcceptedTypeIsToldByItsContent() throws IOException {
    for (Map.Entry<String, byte[]> file : handWritten().entrySet()) {
      assertThat(facts(inspect(file.getValue()))).isEqualTo(file.getKey());
    }
  }

  @Test
  void bothByteOrdersAndBothKindsOfTiffAreWalked() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] small = SamplePictures.tiff(order);
      byte[] big = SamplePictures.bigTiff(order);
      assertThat(facts(inspect(small))).isEqualTo("image/tiff 8x8 null");
      assertThat(facts(inspect(big))).isEqualTo("image/tiff 8x8 null");
      for (int size = 4; size < small.length; size++) {
        assertThat(inspect(Arrays.copyOf(small, size)).defect()).isEqualTo("truncated");
      }
      for (int size = 16; size < big.length; size++) {
        assertThat(inspect(Arrays.copyOf(big, size)).defect()).isEqualTo("truncated");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.4\n1 0 obj\n",
        "<svg xmlns='http://www.w3.org/2000/svg'><g>",
        "AT&TFORM\0\0\1\0DJVUINFO\0\0\0\12\0d\0d",
        "gimp xcf v011\0\0\0",
        "RIFF\377\0\0\0WEBPVP8L"
      })
  void aFileThatStopsTooEarlyIsTruncated(String content) throws IOException {
    assertThat(inspect(ascii(content)).defect()).isEqualTo("truncated");
  }

  @Test
  void svgIsToldByItsRootWhateverStandsBefore() throws IOException {
    String svg =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY a \">\">]>\n<s:svg xmlns:s='x'></s:svg >";
    assertThat(facts(inspect(ascii(svg)))).isEqualTo("image/svg+xml 0x0 null");
    assertThat(facts(inspect(("\uFEFF" + svg).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("image/svg+xml 0x0 null");
    assertThat(facts(inspect(svg.getBytes(StandardCharsets.UTF_16))))
        .isEqualTo("image/svg+xml 0x0 null");
    assertThat(facts(inspect(ascii("<svg/>")))).isEqualTo("image/svg+xml 0x0 null");
    assertThat(inspect(ascii("<svgx></svgx>")).type()).isNull();
  }

  static Stream<byte[]> rasters() throws IOException {
    return Stream.of(
        SamplePictures.written("jpg"),
        SamplePictures.progressiveJpeg(),
        SamplePictures.written("png"),
        SamplePictures.written("gif"));
  }

  @ParameterizedTest
  @MethodSource("rasters")
  void aPictureCutOffAnywhereIsNotWhole(byte[] bytes) throws IOException {
    assertThat(inspect(bytes).defect()).isNull();
    for (int size = 8; size < bytes.length; size += size < 1000 ? 1 : 7) {
      assertThat(inspect(Arrays.copyOf(bytes, size)).defect())
          .as("%d", size)
          .isEqualTo("truncated");
    }
    assertThat(inspect(Arrays.copyOf(bytes, bytes.length - 1)).defect()).isEqualTo("truncated");
  }

  @ParameterizedTest
  @MethodSource("rasters")
  void bytesBehindTheEndAreTolerated(byte[] bytes) throws IOException {
    assertThat(inspect(Arrays.copyOf(bytes, bytes.length + 5000)).defect()).isNull();
    assertThat(inspect(join(bytes, ascii("more"), bytes)).defect()).isNull();
  }

  @Test
  void theThumbnailInsideExifDoesNotStandForThePicture() throws IOException {
    byte[] thumbnail = SamplePictures.written("jpg");
    byte[] main =
        SamplePictures.written(SamplePictures.picture(99, 77, BufferedImage.TYPE_INT_RGB), "jpg");
    byte[] bytes = SamplePictures.withExif(main, 1, thumbnail);

    assertThat(facts(inspect(bytes))).isEqualTo("image/jpeg 99x77 null");
    for (int cut = 1; cut < main.length - 2; cut += 3) {
      ImageFacts facts = inspect(Arrays.copyOf(bytes, bytes.length - cut));
      assertThat(facts.defect()).isEqualTo("truncated");
    }
  }

  @Test
  void aJpegThatEndsBeforeEveryComponentHadAScanIsTruncated() throws IOException {
    byte[] bytes =
        join(
            hex("FFD8FFC000110800300040030111000211000311" + "00"),
            hex("FFDA0008010100003F0012FFD9"));
    assertThat(inspect(bytes).defect()).isEqualTo("truncated");
  }

  @Test
  void aFlippedBitInAPngIsDamage() throws IOException {
    byte[] bytes = SamplePictures.written("png");
    bytes[bytes.length / 2] ^= 1;
    assertThat(inspect(bytes).defect()).isEqualTo("damaged");
  }

  @Test
  void moreThanFiveHundredSegmentsAreAMetadataBomb() throws IOException {
    byte[] bytes = SamplePictures.written("jpg");
    for (int i = 0; i < 499; i++) {
      bytes = SamplePictures.withSegment(bytes, 0xFE, ascii("comment"));
    }
    // ImageIO has written one JFIF segment itself.
    assertThat(inspect(bytes).defect()).isNull();
    bytes = SamplePictures.withSegment(bytes, 0xED, ascii("IPTC"));
    assertThat(inspect(bytes).defect()).isEqualTo("metadata-bomb");
  }

  @Test
  void largeFilesAreReadThroughAWindow() throws Exception {
    byte[] bytes =
        join(
            SamplePictures.tiff(ByteOrder.BIG_ENDIAN),
            new byte[3_000_000],
            SamplePictures.written("jpg"));
    // The directory behind three megabytes, and a strip before them.
    bytes[4] = 0;
    System.arraycopy(bytes, 16, bytes, 2_900_001, 66);
    System.arraycopy(hex("002C4021"), 0, bytes, 4, 4);
    assertThat(facts(inspect(bytes))).isEqualTo("image/tiff 8x8 null");
    assertThat(inspect(bytes).sha1())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)));

    byte[] noise =
        SamplePictures.written(
            SamplePictures.picture(3000, 2000, BufferedImage.TYPE_INT_RGB), "jpg");
    byte[] padded = join(noise, new byte[2_000_000]);
    assertThat(facts(inspect(padded))).isEqualTo("image/jpeg 3000x2000 null");
    assertThat(inspect(padded).sha1())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(padded)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "not a picture", "<p>404</p>", "BM000000", "\u0089PNG", "\u00FF\u00D8"})
  void textUnderAnyNameIsNotAnImage(String content) throws IOException {
    Path file = Files.write(folder.resolve("picture.jpg"), ascii(content));
    assertThat(facts(Images.inspect(file))).isEqualTo("null 0x0 not-an-image");
  }

  @Test
  void aMissingFileIsAnError() {
    assertThatThrownBy(() -> Images.inspect(folder.resolve("none.jpg")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void extensionsFitTheContentInAnyCase() throws IOException {
    ImageFacts jpeg = inspect(SamplePictures.written("jpg"));
    assertThat(Images.extensions("image/jpeg")).containsExactly("jpg", "jpeg");
    assertThat(Images.extensions("image/bmp")).isEmpty();
    assertThat(Images.matches("Skald.JPG", jpeg)).isTrue();
    assertThat(Images.matches("Skald.v2.jpeg", jpeg)).isTrue();
    assertThat(Images.matches("Skald.png", jpeg)).isFalse();
    assertThat(Images.matches("jpg", jpeg)).isFalse();
    assertThat(Images.matches("a.jpg", inspect(ascii("text")))).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noContentMakesItFail(long seed) throws IOException {
    Random random = new Random(seed);
    byte[][] samples =
        Stream.concat(rasters(), handWritten().values().stream())
            .filter(bytes -> bytes.length > 0)
            .toArray(byte[][]::new);
    for (int i = 0; i < 600; i++) {
      byte[] bytes = mutated(samples[random.nextInt(samples.length)], random);
      ImageFacts facts = inspect(bytes);
      assertThat(facts.bytes()).isEqualTo(bytes.length);
      assertThat(facts.width()).isNotNegative();
      assertThat(facts.height()).isNotNegative();
      if (i % 10 == 0) {
        assertThat(Images.thumbnail(folder.resolve("file"), 16)).isNotNull();
      }
    }
  }

  /// Bytes changed near the beginning, where the structure lies, and sometimes a piece lost.
  private static byte[] mutated(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int reach = random.nextBoolean() ? Math.min(80, bytes.length) : bytes.length;
      bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  @Test
  void pagesOfATiffAreCountedAndSmallVersionsAreNone() throws IOException {
    for (int pages : new int[] {1, 2, 7}) {
      assertThat(inspect(SamplePictures.tiffOf(pages, 0)).pages()).isEqualTo(pages);
    }
    assertThat(inspect(SamplePictures.tiffOf(3, 2)))
        .extracting(ImageFacts::pages, ImageFacts::width, ImageFacts::defect)
        .containsExactly(3, 8, null);
  }

  @Test
  void pagesThatGoInCirclesEnd() throws IOException {
    byte[] circle = SamplePictures.tiffOf(2, 0);
    // The last directory names the first as the next one.
    ByteBuffer.wrap(circle)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(circle.length - 4, SamplePictures.FIRST_DIRECTORY);
    assertThat(inspect(circle).pages()).isEqualTo(2);
  }
}
