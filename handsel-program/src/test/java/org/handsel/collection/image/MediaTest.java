package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handsel.collection.image.SamplePictures.ascii;
import static org.handsel.collection.image.SamplePictures.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MediaTest {
  @TempDir Path folder;

  private ImageFacts inspect(byte[] bytes) throws IOException {
    return Images.inspect(Files.write(folder.resolve("file"), bytes));
  }

  private static final Map<String, byte[]> WHOLE =
      Map.of(
          "audio/ogg", SampleMedia.ogg("\1vorbis"),
          "video/ogg", SampleMedia.ogg("\u0080theora"),
          "video/webm", SampleMedia.webm(),
          "audio/wav", SampleMedia.wav(),
          "audio/midi", SampleMedia.midi(),
          "audio/mpeg", SampleMedia.mp3(5));

  static Stream<String> types() {
    return WHOLE.keySet().stream().sorted();
  }

  /// As long as the type can be told at all.
  @ParameterizedTest
  @MethodSource("types")
  void containerThatIsCutOffAnywhereIsTruncated(String type) throws IOException {
    byte[] whole = WHOLE.getOrDefault(type, new byte[0]);
    assertThat(inspect(whole).defect()).isNull();
    int told = 0;
    for (int size = 1; size < whole.length; size++) {
      ImageFacts facts = inspect(Arrays.copyOf(whole, size));
      if (type.equals(facts.type())) {
        told++;
        // Frames of MP3 stand alone: what ends with one is whole.
        boolean frames = type.equals("audio/mpeg") && size % 417 < 3;
        // The byte that pads a chunk of RIFF may be missing.
        boolean padding = type.equals("audio/wav") && size == whole.length - 1;
        assertThat(facts.defect())
            .as("%s, %d of %d bytes", type, size, whole.length)
            .isEqualTo(frames || padding ? null : "truncated");
      }
    }
    assertThat(told).isPositive();
  }

  @Test
  void soundThatStopsInTheMiddleOfItsPagesIsDamaged() throws IOException {
    byte[] ogg = SampleMedia.ogg("\1vorbis");
    assertThat(inspect(join(ogg, ascii("<html>an error page, long enough</html>"))).defect())
        .isEqualTo("damaged");
    byte[] mp3 = join(SampleMedia.mp3(3), new byte[400], SampleMedia.mp3(1));
    assertThat(inspect(mp3).defect()).isEqualTo("damaged");
    assertThat(inspect(join(SampleMedia.mp3(3), ascii("TAG"), new byte[125])).defect()).isNull();
  }

  @Test
  void soundWithoutFramesIsDamaged() throws IOException {
    assertThat(inspect(SampleMedia.flac()).defect()).isNull();
    assertThat(inspect(Arrays.copyOf(SampleMedia.flac(), 42)).defect()).isEqualTo("truncated");
    byte[] silent = SampleMedia.flac();
    silent[42] = 0;
    assertThat(inspect(silent).defect()).isEqualTo("damaged");
    assertThat(inspect(join(ascii("ID3"), new byte[300])).defect()).isEqualTo("damaged");
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBytesMakeTheLookFail(long seed) throws IOException {
    Random random = new Random(seed);
    for (byte[] whole : WHOLE.values()) {
      byte[] bytes = whole.clone();
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(inspect(bytes).bytes()).isEqualTo(bytes.length);
    }
  }
}
