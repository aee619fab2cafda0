package org.handsel.readiness.sample;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/// Writes export XML as MediaWiki's exporter lays it out, plain or packed with bzip2.
///
/// Source of the layout: dumps of MediaWiki 1.41 (0.10) and 1.46 (0.11).
final class DumpFile implements Closeable {
  private static final int PAGES_A_STREAM = 100;
  private static final long FIRST_EDIT = 1_136_073_600L;

  private final OutputStream file;
  private final SampleOrder.Packing packing;
  private final boolean modern;
  private final MessageDigest sha1 = sha1();
  private OutputStream out;
  private long bytes;
  private int pagesInStream;

  DumpFile(SampleOrder order) throws IOException {
    packing = order.packing();
    modern = order.version() == SampleOrder.Version.V0_11;
    file = new BufferedOutputStream(Files.newOutputStream(order.dump()), 1 << 16);
    out = stream();
    put(head());
    nextStream();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private OutputStream stream() throws IOException {
    return packing == SampleOrder.Packing.PLAIN
        ? file
        : new BufferedOutputStream(new OpenEnded(new BZip2CompressorOutputStream(file)), 1 << 16);
  }

  private void nextStream() throws IOException {
    if (packing == SampleOrder.Packing.MULTISTREAM) {
      out.close();
      out = stream();
      pagesInStream = 0;
    }
  }

  private void put(String text) throws IOException {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(byte[] text) throws IOException {
    out.write(text);
    bytes += text.length;
  }

  long bytes() {
    return bytes;
  }

  private String head() {
    String version = modern ? "0.11" : "0.10";
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <mediawiki xmlns="http://www.mediawiki.org/xml/export-%1$s/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.mediawiki.org/xml/export-%1$s/ http://www.mediawiki.org/xml/export-%1$s.xsd" version="%1$s" xml:lang="de">
          <siteinfo>
            <sitename>Beispielwiki</sitename>
            <dbname>dewiki</dbname>
            <base>https://de.wikipedia.org/wiki/Wikipedia:Hauptseite</base>
            <generator>%2$s</generator>
            <case>first-letter</case>
            <namespaces>
        """
            .formatted(version, modern ? "MediaWiki 1.46.0-wmf.7" : "MediaWiki 1.41.0-wmf.6"));
    for (String[] namespace :
        new String[][] {
          {"-2", "Medium"},
          {"-1", "Spezial"},
          {"0", ""},
          {"1", "Diskussion"},
          {"2", "Benutzer"},
          {"3", "Benutzer Diskussion"},
          {"4", "Wikipedia"},
          {"5", "Wikipedia Diskussion"},
          {"6", "Datei"},
          {"7", "Datei Diskussion"},
          {"8", "MediaWiki"},
          {"9", "MediaWiki Diskussion"},
          {"10", "Vorlage"},
          {"11", "Vorlage Diskussion"},
          {"12", "Hilfe"},
          {"13", "Hilfe Diskussion"},
          {"14", "Kategorie"},
          {"15", "Kategorie Diskussion"},
          {"100", "Portal"},
          {"101", "Portal Diskussion"},
          {"828", "Modul"},
          {"829", "Modul Diskussion"}
        }) {
      text.append("      <namespace key=\"%s\" case=\"first-letter\"".formatted(namespace[0]))
          .append(namespace[1].isEmpty() ? " />\n" : ">%s</namespace>\n".formatted(namespace[1]));
    }
    return text.append("    </namespaces>\n  </siteinfo>\n").toString();
  }

  void page(PageDraft page, long id) throws IOException {
    if (pagesInStream == PAGES_A_STREAM) {
      nextStream();
    }
    pagesInStream++;
    byte[] text = page.text.toString().strip().getBytes(StandardCharsets.UTF_8);
    String hash = new BigInteger(1, sha1.digest(text)).toString(36);
    hash = "0".repeat(31 - hash.length()) + hash;
    put(before(page, id, text.length, hash));
    if (text.length > 0) {
      escaped(text);
      put("</text>\n");
    }
    put("      <sha1>%s</sha1>\n    </revision>\n  </page>\n".formatted(hash));
  }

  private String before(PageDraft page, long id, int length, String hash) {
    StringBuilder text = new StringBuilder(700);
    text.append("  <page>\n    <title>").append(escaped(page.title)).append("</title>\n    <ns>");
    text.append(page.namespace).append("</ns>\n    <id>").append(id).append("</id>\n");
    if (!page.redirect.isEmpty()) {
      text.append("    <redirect title=\"").append(escaped(page.redirect)).append("\" />\n");
    }
    long revision = 1_000_000 + id * 3;
    text.append("    <revision>\n      <id>").append(revision).append("</id>\n      <parentid>");
    text.append(revision - 1).append("</parentid>\n      <timestamp>");
    text.append(Instant.ofEpochSecond(FIRST_EDIT + id * 97)).append("</timestamp>\n");
    text.append("      <contributor>\n        <username>Schreiber ").append(id % 997);
    text.append("</username>\n        <id>").append(1 + id % 997);
    text.append("</id>\n      </contributor>\n      <comment>/* Leben */ ergänzt</comment>\n");
    text.append(modern ? "      <origin>" + revision + "</origin>\n" : "");
    text.append("      <model>").append(page.model).append("</model>\n      <format>");
    text.append(page.model.equals("wikitext") ? "text/x-wiki" : "text/plain");
    text.append("</format>\n      <text");
    text.append(" bytes=\"").append(length).append("\" ");
    text.append(modern ? "sha1=\"" + hash + "\" " : "");
    text.append(length == 0 ? "/>\n" : "xml:space=\"preserve\">");
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void escaped(byte[] text) throws IOException {
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      String entity =
          switch (text[i]) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
          };
      if (!entity.isEmpty()) {
        out.write(text, from, i - from);
        bytes += i - from;
        put(entity);
        from = i + 1;
      }
    }
    out.write(text, from, text.length - from);
    bytes += text.length - from;
  }

  @Override
  public void close() throws IOException {
    try (file) {
      nextStream();
      put("</mediawiki>\n");
      out.close();
    }
  }

  /// Ends a bzip2 stream without closing the file behind it.
  private static final class OpenEnded extends OutputStream {
    private final BZip2CompressorOutputStream packed;

    OpenEnded(BZip2CompressorOutputStream packed) {
      this.packed = packed;
    }

    @Override
    public void write(int b) throws IOException {
      packed.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      packed.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      packed.finish();
    }
  }
}
