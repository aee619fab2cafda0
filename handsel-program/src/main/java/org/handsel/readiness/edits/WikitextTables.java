package org.handsel.readiness.edits;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.handsel.readiness.audit.AuditTexts;

/// Tables of edits for a project page of the wiki, one file an audit. Used by one thread.
final class WikitextTables implements AutoCloseable {
  private final Path folder;
  private final AuditTexts texts;
  private final Map<String, Table> tables = new HashMap<>();

  /// @param texts of the language of the wiki
  WikitextTables(Path folder, AuditTexts texts) {
    this.folder = folder;
    this.texts = texts;
  }

  private static final class Table {
    private final BufferedWriter out;
    private final int part;
    private int rows;

    private Table(BufferedWriter out, int part) {
      this.out = out;
      this.part = part;
    }

    private void end() throws IOException {
      out.write("|}\n");
      out.close();
    }
  }

  void add(Edit edit, String message) throws IOException {
    Table table = tables.get(edit.audit());
    if (table == null || table.rows >= EditLists.ROWS) {
      int part = table == null ? 1 : table.part + 1;
      if (table != null) {
        table.end();
      }
      table = begin(edit.audit(), part);
      tables.put(edit.audit(), table);
    }
    table.rows++;
    table.out.write(
        "|-\n| %s\n| %s\n| %s\n| %s\n"
            .formatted(link(edit.page()), code(edit.old()), code(edit.changed()), plain(message)));
  }

  private Table begin(String audit, int part) throws IOException {
    String name = audit.matches("[A-Za-z0-9]+") ? audit : "other";
    Path file = folder.resolve(part == 1 ? name + ".wikitext" : name + "-" + part + ".wikitext");
    BufferedWriter out = Files.newBufferedWriter(file);
    out.write(
        "{| class=\"wikitable sortable\"\n! %s !! %s !! %s !! %s\n"
            .formatted(
                texts.of("readiness.table.page"),
                texts.of("readiness.table.old"),
                texts.of("readiness.table.new"),
                texts.of("readiness.table.why")));
    return new Table(out, part);
  }

  /// What cannot be a title would break the table, so it is shown and not linked.
  private static String link(String title) {
    return title.matches("[^\\[\\]{}|<>#\n]+") ? "[[:" + title + "]]" : plain(title);
  }

  private static String code(String wikitext) {
    return wikitext.isEmpty() ? "" : "<code>" + plain(wikitext) + "</code>";
  }

  /// Text that stays text: markup, entities and the end of `nowiki` itself mean nothing.
  private static String plain(String text) {
    return "<nowiki>"
        + text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\n", "&#10;")
        + "</nowiki>";
  }

  @Override
  public void close() throws IOException {
    for (Table table : tables.values()) {
      table.end();
    }
  }
}
