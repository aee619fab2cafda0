package org.handsel.app.sandbox;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the parameters of a request: query, form, and RFC 7578 multipart, whose files go to the
/// disk as they come and are never held in memory.
final class FormReader {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?<![a-z])name=\"([^\"]*)\"");
  private static final Pattern FILENAME = Pattern.compile("filename\\*?=");
  private static final int MAX_FIELD = 16 << 20;

  private final Path folder;

  FormReader(Path folder) {
    this.folder = folder;
  }

  Form read(String method, String query, String contentType, InputStream body) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, Path> files = new LinkedHashMap<>();
    pairs(query, parameters);
    boolean post = method.equals("POST");
    if (post && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      Matcher boundary = BOUNDARY.matcher(contentType);
      if (boundary.find()) {
        try {
          parts(body, boundary.group(1), parameters, files);
        } catch (IOException | RuntimeException e) {
          new Form(true, parameters, files).close();
          throw e;
        }
      }
    } else if (post) {
      pairs(new String(body.readNBytes(MAX_FIELD), StandardCharsets.UTF_8), parameters);
    }
    return new Form(post, parameters, files);
  }

  private static void pairs(String encoded, Map<String, String> parameters) {
    for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.put(decode(name), normal(decode(value)));
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /// MediaWiki brings every parameter to NFC and replaces what no text may contain.
  private static String normal(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c ->
            clean.appendCodePoint(
                (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0x1F)
                        || (c & 0xFFFE) == 0xFFFE
                        || Character.getType(c) == Character.SURROGATE
                    ? 0xFFFD
                    : c));
    return Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  private void parts(
      InputStream body, String boundary, Map<String, String> parameters, Map<String, Path> files)
      throws IOException {
    PartStream parts = new PartStream(body, boundary);
    while (parts.next()) {
      String head = parts.head();
      Matcher name = NAME.matcher(head);
      if (!name.find()) {
        parts.copyTo(OutputStream.nullOutputStream());
      } else if (FILENAME.matcher(head).find()) {
        Path file = Files.createTempFile(folder, "part", ".tmp");
        files.put(name.group(1), file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          parts.copyTo(out);
        }
      } else {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        parts.copyTo(text);
        parameters.put(name.group(1), normal(text.toString(StandardCharsets.UTF_8)));
      }
    }
  }
}
