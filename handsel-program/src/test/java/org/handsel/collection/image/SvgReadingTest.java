package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SvgReadingTest {
  @TempDir Path folder;

  private ImageFacts inspect(String svg) throws IOException {
    return inspect(svg.getBytes(StandardCharsets.UTF_8));
  }

  private ImageFacts inspect(byte[] bytes) throws IOException {
    return Images.inspect(Files.write(folder.resolve("file.svg"), bytes));
  }

  /// A line of `cases/svg.tsv`.
  record Case(String found, String svg, String why) {
    @Override
    public String toString() {
      return why;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in = SvgReadingTest.class.getResourceAsStream("/cases/svg.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.startsWith("found\t"))
              .map(line -> line.split("\t", -1))
              .map(cells -> new Case(cells[0], cells[1], cells[2]))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatActsOrFetchesIsFound(Case one) throws IOException {
    ImageFacts facts = inspect(one.svg());
    if (one.found().isEmpty()) {
      assertThat(facts.defect()).as(facts.detail()).isNull();
    } else {
      assertThat(facts.defect()).isEqualTo("active-content");
      assertThat(facts.detail()).contains(one.found());
    }
  }

  @Test
  void sizeIsThatOfTheRoot() throws IOException {
    assertThat(inspect("<svg width='300px' height='200.4'/>"))
        .extracting(ImageFacts::width, ImageFacts::height)
        .containsExactly(300, 200);
    assertThat(inspect("<svg width='100%' viewBox='0 0 640 480'/>"))
        .extracting(ImageFacts::width, ImageFacts::height)
        .containsExactly(640, 480);
    assertThat(inspect("<svg width='1e99'/>").width()).isZero();
  }

  @Test
  void whatIsNoXmlIsDamaged() throws IOException {
    assertThat(inspect("<svg><g></svg>").defect()).isEqualTo("damaged");
    assertThat(inspect("<svg a=1></svg>").defect()).isEqualTo("damaged");
  }

  @Test
  void entitiesThatMultiplyEndSoon() throws IOException {
    StringBuilder text = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 20; i++) {
      text.append("<!ENTITY a").append(i).append(" \"");
      text.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    ImageFacts facts = inspect(text + "]><svg><text>&a19;</text></svg>");
    assertThat(facts.defect()).isEqualTo("damaged");
  }

  @Test
  void scriptInUtf16IsFoundToo() throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>";
    assertThat(inspect(("\uFEFF" + svg).getBytes(StandardCharsets.UTF_16BE)).defect())
        .isEqualTo("active-content");
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBytesMakeTheLookFail(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes =
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg><g style='fill:url(#a)'>&a;</g></svg>"
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 4; i++) {
      bytes[random.nextInt(bytes.length - 6)] = (byte) random.nextInt(256);
    }
    assertThat(inspect(bytes).bytes()).isEqualTo(bytes.length);
  }
}
