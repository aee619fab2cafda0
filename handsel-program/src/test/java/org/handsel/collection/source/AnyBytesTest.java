package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes are given, a delivery is read or refused with a sentence.
class AnyBytesTest {
  private static final String[] PIECES = {
    "<record>",
    "</record>",
    "<a",
    " b='c'",
    ">",
    "</a>",
    "&amp;",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml version='1.0' encoding='UTF-16'?>",
    "<!DOCTYPE r [",
    "<!ENTITY a 'b'>",
    "xmlns:",
    "xmlns='u'",
    ":",
    "\"",
    "\"\"",
    ",",
    ";",
    "|",
    "\t",
    "\n",
    "\r\n",
    "id",
    "ä",
    "\0",
    "PK\3\4",
    "ustar",
    "\u00d0\u00cf\u0011\u00e0",
    "[Content_Types].xml",
    "{",
    "sep=;\n",
    "\ufeff"
  };

  @TempDir Path folder;

  static java.util.stream.IntStream seeds() {
    return java.util.stream.IntStream.range(0, 400);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingButAHandselExceptionIsThrown(int seed) throws Exception {
    Random random = new Random(seed);
    Path file = folder.resolve("any" + (seed % 3 == 0 ? ".csv" : seed % 3 == 1 ? ".xml" : ""));
    byte[] bytes = bytes(random);
    Files.write(file, seed % 7 == 0 ? gzip(bytes) : bytes);
    try (RecordSource source = Sources.open(file, SourceSpec.RECOGNISE)) {
      SourceProfile profile = SourceProfile.of(source);
      assertThat(StarterMapping.of(profile)).contains("source:");
    } catch (HandselException refused) {
      assertThat(refused.getMessage()).contains("any").doesNotContain("\n");
    }
  }

  private static byte[] bytes(Random random) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int kind = random.nextInt(3);
    if (random.nextBoolean()) {
      out.write((random.nextBoolean() ? "<records>" : "a,b\n").getBytes(StandardCharsets.UTF_8));
    }
    int length = random.nextInt(400);
    for (int i = 0; i < length; i++) {
      if (kind == 0 || random.nextInt(20) == 0) {
        out.write(random.nextInt(256));
      } else {
        out.write(
            PIECES[random.nextInt(PIECES.length)].getBytes(
                kind == 1 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
      }
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
