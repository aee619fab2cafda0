package org.handsel.collection.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handsel.collection.source.Delivery.DeliveredFile;

/// Tells the format of a file by its content. Names serve only to tell JSON from a table that
/// begins with a bracket, and prose from a table of one column.
final class FormatRecognition {
  private static final int SAMPLE = 1 << 16;

  private static final List<String> TABLE_NAMES = List.of("csv", "tsv", "tab", "psv", "asc", "txt");

  private static final Pattern MANIFEST =
      Pattern.compile(
          "\"@context\"\\s*:\\s*(\\[[^\\]]{0,1000})?\"https?://(www\\.)?(iiif\\.io/api/presentation|shared-canvas\\.org)"
              + "|\"@?type\"\\s*:\\s*\"(sc:(Manifest|Collection)|Manifest)\"");

  /// What the first bytes say, for the sentence that refuses the file.
  private record Magic(String name, int... bytes) {
    boolean begins(byte[] head) {
      if (head.length < bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if ((head[i] & 0xff) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Magic> FOREIGN =
      List.of(
          new Magic("a PDF document", '%', 'P', 'D', 'F'),
          new Magic("a PNG image", 0x89, 'P', 'N', 'G'),
          new Magic("a JPEG image", 0xff, 0xd8, 0xff),
          new Magic("a GIF image", 'G', 'I', 'F', '8'),
          new Magic("a TIFF image", 'I', 'I', 0x2a, 0),
          new Magic("a TIFF image", 'M', 'M', 0, 0x2a),
          new Magic("a WebP, WAV or AVI file", 'R', 'I', 'F', 'F'),
          new Magic("a RAR archive", 'R', 'a', 'r', '!'),
          new Magic("a 7z archive", '7', 'z', 0xbc, 0xaf),
          new Magic("a bzip2 archive", 'B', 'Z', 'h'),
          new Magic("an xz archive", 0xfd, '7', 'z', 'X', 'Z'),
          new Magic("a Parquet file", 'P', 'A', 'R', '1'),
          new Magic("an RTF document", '{', '\\', 'r', 't', 'f'),
          new Magic("a SQLite database", 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f'));

  /// @param format what it is
  /// @param name the same in words, such as `a PDF document`
  record Recognised(Format format, String name) {}

  private FormatRecognition() {}

  static Recognised of(DeliveredFile file) throws IOException {
    byte[] head = file.bytes().peek(SAMPLE);
    if (head.length == 0) {
      return new Recognised(Format.OTHER, "an empty file");
    }
    for (Magic magic : FOREIGN) {
      if (magic.begins(head)) {
        return new Recognised(Format.OTHER, magic.name());
      }
    }
    if (Deliveries.isZip(head)) {
      Format workbook = Workbooks.kind(new ByteArrayInputStream(head));
      return workbook == null
          ? new Recognised(Format.OTHER, "a zip archive")
          : new Recognised(
              workbook, workbook == Format.ODS ? "an ODS workbook" : "an XLSX workbook");
    }
    if (new Magic("", 0xd0, 0xcf, 0x11, 0xe0).begins(head)) {
      return new Recognised(Format.XLS, "an XLS workbook");
    }
    return ofText(file, head);
  }

  private static Recognised ofText(DeliveredFile file, byte[] head) {
    TextEncoding marked = TextEncoding.byMark(head);
    var wide = marked == null ? TextEncoding.utf16WithoutMark(head) : null;
    String text =
        marked != null
            ? marked.decode(head)
            : new String(head, wide == null ? StandardCharsets.ISO_8859_1 : wide);
    String start = text.stripLeading();
    if (isXml(start)) {
      String lower = start.substring(0, Math.min(start.length(), 1000)).toLowerCase(Locale.ROOT);
      return lower.contains("<html") || lower.startsWith("<!doctype html")
          ? new Recognised(Format.OTHER, "a web page (HTML)")
          : new Recognised(Format.XML, "XML");
    }
    if (isMarc(start)) {
      return new Recognised(Format.MARC21, "binary MARC 21");
    }
    if (isBinary(text)) {
      return new Recognised(Format.OTHER, "binary data");
    }
    if (isJson(start, file.extension())) {
      return isManifest(start)
          ? new Recognised(Format.IIIF, "an IIIF manifest")
          : new Recognised(Format.JSON, "JSON");
    }
    Dialect dialect = DialectRecognition.recognise(text, file.bytes().isWhole(), null, null);
    boolean named = TABLE_NAMES.contains(file.extension());
    int rows = DialectRecognition.rowsOfTable(text, file.bytes().isWhole(), dialect);
    if (rows > 1 || (named && !text.isBlank())) {
      return new Recognised(
          dialect.delimiter() == '\t' ? Format.TSV : Format.CSV, "a table in a text file");
    }
    return new Recognised(Format.OTHER, text.isBlank() ? "nothing but white space" : "plain text");
  }

  private static boolean isXml(String start) {
    if (start.length() < 3 || start.charAt(0) != '<') {
      return false;
    }
    char second = start.charAt(1);
    return second == '?' || second == '!' || second == '_' || Character.isLetter(second);
  }

  private static boolean isBinary(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return true;
      }
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
        controls++;
      }
    }
    return controls * 20 > text.length();
  }

  /// A leader: five digits of length, and indicator and subfield lengths at their places.
  private static boolean isMarc(String start) {
    if (start.length() < 25 || start.indexOf('\u001e') < 0) {
      return false;
    }
    for (int i = 0; i < 5; i++) {
      if (!Character.isDigit(start.charAt(i))) {
        return false;
      }
    }
    return start.charAt(10) == '2' && start.charAt(11) == '2';
  }

  /// Whether JSON names the context of the Presentation API before anything that may embed it.
  private static boolean isManifest(String start) {
    String head = start.substring(0, Math.min(start.length(), 4096));
    return MANIFEST.matcher(head).find();
  }

  private static boolean isJson(String start, String extension) {
    if (start.isEmpty()) {
      return false;
    }
    char first = start.charAt(0);
    if (first != '{' && first != '[') {
      return false;
    }
    if (extension.equals("json") || extension.equals("jsonl") || extension.equals("ndjson")) {
      return true;
    }
    String inside = start.substring(1).stripLeading();
    return first == '{'
        ? inside.startsWith("\"") || inside.startsWith("}")
        : inside.startsWith("{") || inside.startsWith("]");
  }
}
