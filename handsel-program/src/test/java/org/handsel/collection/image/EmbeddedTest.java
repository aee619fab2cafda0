package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedTest {
  @TempDir Path folder;

  private static byte[] segment(int marker, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(4 + content.length);
    out.put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    return out.array();
  }

  /// A JPEG with further segments behind its first mark.
  private static byte[] jpeg(byte[]... segments) throws IOException {
    byte[] plain = SamplePictures.written("jpg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    for (byte[] segment : segments) {
      out.write(segment);
    }
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static byte[] exif(String artist, String copyright) {
    byte[] one = (artist + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] two = (copyright + "\0").getBytes(StandardCharsets.US_ASCII);
    int data = 8 + 2 + 2 * 12 + 4;
    ByteBuffer out =
        ByteBuffer.allocate(6 + data + one.length + two.length).order(ByteOrder.BIG_ENDIAN);
    out.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
    out.putShort((short) 0x013B).putShort((short) 2).putInt(one.length).putInt(data);
    out.putShort((short) 0x8298).putShort((short) 2).putInt(two.length).putInt(data + one.length);
    out.putInt(0).put(one).put(two);
    return segment(0xE1, out.array());
  }

  private static byte[] xmp(String properties) {
    String text =
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
            + " xmlns:exif='http://ns.adobe.com/exif/1.0/'>"
            + properties
            + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    return segment(0xE1, text.getBytes(StandardCharsets.UTF_8));
  }

  private Embedded read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file.jpg"), bytes);
    Embedded found = Images.embedded(file, Images.inspect(file));
    // It is read and never altered.
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    return found;
  }

  @Test
  void makerAndRightsAreReadFromExif() throws IOException {
    Embedded found = read(jpeg(exif("Elin Lie", "All rights reserved")));
    assertThat(found.creators()).containsExactly("Elin Lie");
    assertThat(found.rights()).containsExactly("All rights reserved");
  }

  @Test
  void whatProgramsWriteByThemselvesIsNobody() throws IOException {
    assertThat(read(jpeg(exif("Picasa", "  "))).isEmpty()).isTrue();
    assertThat(read(jpeg())).isEqualTo(Embedded.NOTHING);
  }

  @Test
  void makerDateAndCaptionAreReadFromXmp() throws IOException {
    Embedded found =
        read(
            jpeg(
                xmp(
                    "<dc:creator><rdf:Seq><rdf:li>Åse Bjørk</rdf:li></rdf:Seq></dc:creator>"
                        + "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Havn</rdf:li>"
                        + "</rdf:Alt></dc:description>"
                        + "<photoshop:DateCreated>1911-05</photoshop:DateCreated>")));
    assertThat(found.creators()).containsExactly("Åse Bjørk");
    assertThat(found.caption()).isEqualTo("Havn");
    assertThat(found.created()).isEqualTo("1911-05");
  }

  @Test
  void dateThatIsNoneIsNotOffered() throws IOException {
    for (String date : new String[] {"0000-00-00", "gestern", "20262-01", "1911-13-01"}) {
      String written = "<photoshop:DateCreated>" + date + "</photoshop:DateCreated>";
      assertThat(read(jpeg(xmp(written))).created()).as(date).isEmpty();
    }
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBytesMakeTheReadingFail(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = jpeg(exif("Elin Lie", "CC0"), xmp("<dc:rights>x</dc:rights>"));
    for (int i = 0; i < 6; i++) {
      bytes[20 + random.nextInt(600)] = (byte) random.nextInt(256);
    }
    read(bytes);
    read(Arrays.copyOf(bytes, 2 + random.nextInt(bytes.length - 2)));
  }
}
