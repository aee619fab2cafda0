package org.handsel.collection.image;

import static org.handsel.collection.image.SamplePictures.ascii;
import static org.handsel.collection.image.SamplePictures.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/// Small PDF and DjVu files, written by hand.
final class SampleDocuments {
  private SampleDocuments() {}

  /// Objects of a document: the catalogue, a root with two branches, and pages in turn below them.
  static List<String> objects(int pages) {
    List<List<Integer>> kids = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < pages; i++) {
      kids.get(i % 2).add(5 + i);
    }
    List<String> objects = new ArrayList<>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count %d >>".formatted(pages));
    for (List<Integer> branch : kids) {
      StringBuilder node = new StringBuilder("<</Type/Pages/Parent 2 0 R/Kids[");
      branch.forEach(kid -> node.append(kid).append(" 0 R "));
      objects.add(node.append("]/Count ").append(branch.size()).append(">>").toString());
    }
    for (int i = 0; i < pages; i++) {
      objects.add(
          "<</Type/Page %% with (a \\) note) and <0aff>\n/Parent %d 0 R/MediaBox[0 0 61.5 43]>>"
              .formatted(3 + i % 2));
    }
    return objects;
  }

  /// With a cross-reference table.
  static byte[] pdf(List<String> objects) {
    StringBuilder out = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(out.length()));
      out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int xref = out.length();
    out.append("xref\n0 ").append(objects.size() + 1).append('\n').append(table);
    out.append("trailer <</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\n");
    return ascii(out.append("startxref\n").append(xref).append("\n%%EOF\n").toString());
  }

  static byte[] pdf(int pages) {
    return pdf(objects(pages));
  }

  /// With all objects in an object stream, and a cross-reference stream whose rows are predicted
  /// from the row above.
  static byte[] packedPdf(int pages) {
    List<String> objects = objects(pages);
    StringBuilder index = new StringBuilder();
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      index.append(i + 1).append(' ').append(content.length()).append(' ');
      content.append(objects.get(i)).append(' ');
    }
    int packed = objects.size() + 1;
    byte[] stream = deflated(ascii(index + "" + content));
    byte[] head = ascii("%PDF-1.5\n");
    byte[] container =
        join(
            ascii(
                "%d 0 obj <</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\r\n"
                    .formatted(packed, objects.size(), index.length(), stream.length)),
            stream,
            ascii("\nendstream endobj\n"));
    int xref = head.length + container.length;
    ByteBuffer rows = ByteBuffer.allocate((objects.size() + 3) * 4);
    row(rows, 0, 0, 255);
    for (int i = 0; i < objects.size(); i++) {
      row(rows, 2, packed, i);
    }
    row(rows, 1, head.length, 0);
    row(rows, 1, xref, 0);
    byte[] table = deflated(predicted(rows.array(), 4));
    return join(
        head,
        container,
        ascii(
            "%d 0 obj <</Type/XRef/Size %d/W[1 2 1]/Root 1 0 R/Filter[/FlateDecode]/DecodeParms[<</Predictor 12/Columns 4>>]/Length %d>>stream\n"
                .formatted(packed + 1, packed + 2, table.length)),
        table,
        ascii("\nendstream endobj\nstartxref\n%d\n%%%%EOF\n".formatted(xref)));
  }

  private static void row(ByteBuffer rows, int kind, int field, int last) {
    rows.put((byte) kind).putShort((short) field).put((byte) last);
  }

  private static byte[] predicted(byte[] rows, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < rows.length; i++) {
      if (i % width == 0) {
        out.write(2);
      }
      out.write(rows[i] - (i < width ? 0 : rows[i - width]));
    }
    return out.toByteArray();
  }

  static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /// A bundle of pages with something that they share before them and small pictures behind.
  static byte[] djvu(int pages) {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.writeBytes(chunk("DIRM", new byte[] {(byte) 0x81, 0, (byte) (pages + 2), 9, 9}));
    parts.writeBytes(chunk("FORM", join(ascii("DJVI"), chunk("Djbz", new byte[3]))));
    for (int i = 0; i < pages; i++) {
      byte[] info = SamplePictures.hex("%04x003218006400160100".formatted(100 + i));
      parts.writeBytes(chunk("FORM", join(ascii("DJVU"), chunk("INFO", info))));
    }
    parts.writeBytes(chunk("FORM", join(ascii("THUM"), chunk("TH44", new byte[5]))));
    return join(ascii("AT&T"), chunk("FORM", join(ascii("DJVM"), parts.toByteArray())));
  }

  /// Only the names of parts that are files of their own.
  static byte[] indexOfDjvu() {
    return join(
        ascii("AT&T"),
        chunk("FORM", join(ascii("DJVM"), chunk("DIRM", new byte[] {1, 0, 7, 1, 2, 3}))));
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] size = ByteBuffer.allocate(4).putInt(content.length).array();
    return join(ascii(name), size, content, new byte[content.length & 1]);
  }
}
