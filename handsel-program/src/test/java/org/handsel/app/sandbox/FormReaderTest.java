package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
  private static final String BOUNDARY = "x-boundary";
  private static final String TYPE = "multipart/form-data; boundary=\"" + BOUNDARY + "\"";

  @TempDir Path folder;

  private Form read(byte[] body) throws IOException {
    return new FormReader(folder).read("POST", "", TYPE, new ByteArrayInputStream(body));
  }

  /// Bytes that keep almost being the boundary.
  private static byte[] treacherous(Random random) throws IOException {
    byte[] delimiter = ("\r\n--" + BOUNDARY).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int pieces = random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      switch (random.nextInt(4)) {
        case 0 -> bytes.write(delimiter, 0, random.nextInt(delimiter.length));
        case 1 -> bytes.write('\r');
        case 2 -> bytes.write('-');
        default -> bytes.write(random.nextInt(256));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] body(byte[] file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--%1$s\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nHå\r\nllo\r\n--%1$s\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n")
            .formatted(BOUNDARY)
            .getBytes(StandardCharsets.UTF_8));
    body.write(file);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void fileArrivesByteForByte(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] file = treacherous(random);
      try (Form form = read(body(file))) {
        assertThat(Files.readAllBytes(form.files().get("file"))).isEqualTo(file);
        assertThat(form.text("text")).isEqualTo("Hå\r\nllo");
      }
    }
    assertThat(leftOver()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void bodyThatEndsEarlyIsNoForm(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole = body(treacherous(random));
    for (int length = 0; length < whole.length - 4; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
    }
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void textIsBroughtToTheComposedForm() throws IOException {
    InputStream none = InputStream.nullInputStream();
    try (Form form =
        new FormReader(folder).read("GET", "title=Linne%CC%81&x=1%002&empty", "", none)) {
      assertThat(form.text("title")).isEqualTo("Linné");
      assertThat(form.text("x")).isEqualTo("1\uFFFD2");
      assertThat(form.has("empty")).isTrue();
      assertThat(form.encoded()).contains("&title=Linn%C3%A9");
    }
  }

  private java.util.List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
