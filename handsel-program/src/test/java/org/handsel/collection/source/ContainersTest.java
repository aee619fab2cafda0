package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest {
  @TempDir Path folder;

  private static String record(String text) {
    return "<record><a>" + text + "</a></record>";
  }

  private Path zip(String name, Map<String, String> entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Path tgz(String name, Map<String, String> entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
        header.setSize(bytes.length);
        tar.putArchiveEntry(header);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
      TarArchiveEntry link = new TarArchiveEntry("z/link.xml", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    return file;
  }

  private static Map<String, String> hostile() {
    Map<String, String> entries = new TreeMap<>();
    entries.put("16-09-29_23:16:57/Item 1.xml", record("1"));
    entries.put("16-09-29_23:16:57/Item_2.xml", record("2"));
    entries.put("../../outside.xml", record("up"));
    entries.put("/absolute.xml", record("absolute"));
    entries.put("C:\\windows.xml", record("drive"));
    entries.put("a\\..\\..\\back.xml", record("backslash"));
    entries.put("__MACOSX/._Item.xml", "litter");
    entries.put("data/.DS_Store", "litter");
    return entries;
  }

  @Test
  void namesThatLeadOutOfAZipAreRefusedAndTheRestIsRead() throws Exception {
    Read read = Read.all(zip("d.zip", hostile()));

    assertThat(read.texts()).containsExactly("1", "2");
    assertThat(read.origins().getFirst().file()).isEqualTo("d.zip!/16-09-29_23:16:57/Item 1.xml");
    assertThat(read.codes()).hasSize(4).containsOnly("NAME_UNSAFE");
    assertThat(read.problems().toString())
        .contains("../../outside.xml", "/absolute.xml", "windows.xml", "back.xml");
  }

  @Test
  void namesThatLeadOutOfATarAreRefusedAndLinksPassedOver() throws Exception {
    Read read = Read.all(tgz("d.tgz", hostile()));

    assertThat(read.texts()).containsExactly("1", "2");
    assertThat(read.codes()).hasSize(4).containsOnly("NAME_UNSAFE");
  }

  @Test
  void gzipIsTakenOffByContentWhateverTheName() throws Exception {
    Path file = folder.resolve("table.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("id;name\n1;ä\n2;b\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Read.all(file).rows()).hasSize(2);
  }

  @Test
  void archivesInAFolderAreOpenedButNotArchivesInArchives() throws Exception {
    Path inner = zip("inner.zip", Map.of("x.xml", record("x")));
    Path outer = folder.resolve("d/outer.zip");
    Files.createDirectories(folder.resolve("d"));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
      out.putNextEntry(new ZipEntry("a.xml"));
      out.write(record("a").getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("inner.zip"));
      out.write(Files.readAllBytes(inner));
    }

    Read read = Read.all(folder.resolve("d"));

    assertThat(read.texts()).containsExactly("a");
    assertThat(read.origins().getFirst().file()).isEqualTo("outer.zip!/a.xml");
    assertThat(read.codes()).containsExactly("ARCHIVE_NESTED");
  }

  @Test
  void aDamagedArchiveGivesWhatCameBefore() throws Exception {
    Map<String, String> entries = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      entries.put("r%03d.xml".formatted(i), record(Integer.toString(i * 7919)));
    }
    Path whole = tgz("whole.tgz", entries);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.tgz");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    Read read = Read.all(cut);

    assertThat(read.texts()).hasSizeBetween(10, 199);
    assertThat(read.problems()).anyMatch(SourceProblem::recordLost);
  }

  @Test
  void tenGigabytesOfZerosAreRefusedAtOnce() throws Exception {
    Path bomb = bomb("zeros.csv", new byte[1 << 20], 10 << 10);

    assertThat(Files.size(bomb)).isLessThan(30L << 20);
    assertThatThrownBy(() -> Read.all(bomb))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.PARTIAL));
  }

  @Test
  void aBombThatLooksLikeATableIsStoppedEarly() throws Exception {
    byte[] rows = "a,b\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    Path bomb = bomb("rows.csv", rows, 10 << 10);

    assertThatThrownBy(() -> Read.count(bomb))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("decompression bomb");
  }

  /// A zip of which every piece is the same, so that 10 GB need not be compressed to test them.
  private Path bomb(String entry, byte[] piece, int times) throws IOException {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(piece);
    byte[] packed = new byte[1 << 20];
    int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
    long size = (long) length * times + 2;
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    byte[] name = entry.getBytes(StandardCharsets.UTF_8);
    CRC32 unchecked = new CRC32();
    put(head, 0x04034b50, 4, 20, 2, 0, 2, 8, 2, 0, 4, (int) unchecked.getValue(), 4);
    put(head, (int) size, 4, -1, 4, name.length, 2, 0, 2);
    head.write(name);
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    put(tail, 0x02014b50, 4, 20, 2, 20, 2, 0, 2, 8, 2, 0, 4, 0, 4, (int) size, 4);
    put(tail, -1, 4, name.length, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4);
    tail.write(name);
    int directory = tail.size();
    put(tail, 0x06054b50, 4, 0, 2, 0, 2, 1, 2, 1, 2, directory, 4);
    put(tail, (int) (head.size() + size), 4, 0, 2);
    Path file = folder.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head.toByteArray());
      for (int i = 0; i < times; i++) {
        out.write(packed, 0, length);
      }
      out.write(new byte[] {3, 0});
      out.write(tail.toByteArray());
    }
    return file;
  }

  private static void put(ByteArrayOutputStream out, int... valuesAndLengths) {
    for (int i = 0; i < valuesAndLengths.length; i += 2) {
      for (int b = 0; b < valuesAndLengths[i + 1]; b++) {
        out.write(valuesAndLengths[i] >> (8 * b));
      }
    }
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws Exception {
    assertRefused(folder.resolve("missing.csv"), Exit.USAGE, "there is no such file");
    assertRefused(Files.createFile(folder.resolve("e.csv")), Exit.PARTIAL, "the file is empty");
    assertRefused(Files.createDirectory(folder.resolve("f")), Exit.PARTIAL, "holds no files");
    assertRefused(
        Read.write(folder.resolve("p.pdf"), "%PDF-1.7\n..."), Exit.PARTIAL, "a PDF document");
    assertRefused(
        Read.write(folder.resolve("h.html"), "<!DOCTYPE html><html><p>x</p></html>"),
        Exit.PARTIAL,
        "a web page");
    assertRefused(
        Read.write(folder.resolve("t.md"), "Just a sentence.\n"), Exit.PARTIAL, "plain text");
    assertRefused(zip("i.zip", Map.of("a.pdf", "%PDF-1.7")), Exit.PARTIAL, "1 others, first");
    assertRefused(zip("n.zip", Map.of()), Exit.PARTIAL, "found none");
    assertRefused(
        zip("o.ods", Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
        Exit.PARTIAL,
        "the workbook is damaged: expected content.xml in it");
  }

  private static void assertRefused(Path source, Exit exit, String what) {
    assertThatThrownBy(() -> Sources.open(source, SourceSpec.RECOGNISE))
        .isInstanceOfSatisfying(HandselException.class, e -> assertThat(e.exit()).isEqualTo(exit))
        .hasMessageContaining(what);
  }
}
