package org.handsel.readiness.sample;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// The tables of the wiki's database that a dump is published with, as mysqldump writes them. Holds
/// the names of all categories, some 60 bytes each, until the last table is written.
///
/// Source of the layouts: aawiki of 2026-01-01 (new), MediaWiki 1.41 `tables-generated.sql` (old).
final class TableFiles implements Closeable {
  private static final int ROW_A_STATEMENT = 2_000;

  /// Sort keys are bytes of a collation, no text: this sign stands for one that is no UTF-8.
  private static final char NO_TEXT = '\uE000';

  private final SampleOrder order;
  private final Table pages;
  private final Table links;
  private final Table redirects;
  private final Table properties;
  private final Map<String, int[]> targets = new LinkedHashMap<>();

  TableFiles(SampleOrder order) throws IOException {
    this.order = order;
    pages =
        new Table(
            "page",
            "page_id int(8) unsigned NOT NULL AUTO_INCREMENT",
            "page_namespace int(11) NOT NULL DEFAULT 0",
            "page_title varbinary(255) NOT NULL DEFAULT ''",
            "page_is_redirect tinyint(1) unsigned NOT NULL DEFAULT 0",
            "page_is_new tinyint(1) unsigned NOT NULL DEFAULT 0",
            "page_random double unsigned NOT NULL DEFAULT 0",
            "page_touched binary(14) NOT NULL",
            "page_latest int(8) unsigned NOT NULL DEFAULT 0",
            "page_len int(8) unsigned NOT NULL DEFAULT 0",
            "page_content_model varbinary(32) DEFAULT NULL");
    links =
        order.tables() == SampleOrder.Tables.NEW
            ? new Table(
                "categorylinks",
                "cl_from int(8) unsigned NOT NULL DEFAULT 0",
                "cl_sortkey varbinary(230) NOT NULL DEFAULT ''",
                "cl_timestamp timestamp NOT NULL DEFAULT current_timestamp()",
                "cl_sortkey_prefix varbinary(255) NOT NULL DEFAULT ''",
                "cl_type enum('page','subcat','file') NOT NULL DEFAULT 'page'",
                "cl_collation_id smallint(5) unsigned NOT NULL DEFAULT 0",
                "cl_target_id bigint(20) unsigned NOT NULL")
            : new Table(
                "categorylinks",
                "cl_from int(8) unsigned NOT NULL DEFAULT 0",
                "cl_to varbinary(255) NOT NULL DEFAULT ''",
                "cl_sortkey varbinary(230) NOT NULL DEFAULT ''",
                "cl_timestamp timestamp NOT NULL DEFAULT current_timestamp()",
                "cl_sortkey_prefix varbinary(255) NOT NULL DEFAULT ''",
                "cl_collation varbinary(32) NOT NULL DEFAULT ''",
                "cl_type enum('page','subcat','file') NOT NULL DEFAULT 'page'");
    redirects =
        new Table(
            "redirect",
            "rd_from int(8) unsigned NOT NULL DEFAULT 0",
            "rd_namespace int(11) NOT NULL DEFAULT 0",
            "rd_title varbinary(255) NOT NULL DEFAULT ''",
            "rd_interwiki varbinary(32) DEFAULT NULL",
            "rd_fragment varbinary(255) DEFAULT NULL");
    properties =
        new Table(
            "page_props",
            "pp_page int(11) NOT NULL",
            "pp_propname varbinary(60) NOT NULL",
            "pp_value blob NOT NULL",
            "pp_sortkey float DEFAULT NULL");
  }

  void page(PageDraft page, long id, String item) throws IOException {
    String title = bare(page.title, page.namespace);
    pages.row(
        "%d,%d,%s,%d,0,0.5,'20260101000000',%d,%d,'wikitext'"
            .formatted(
                id,
                page.namespace,
                text(title),
                page.redirect.isEmpty() ? 0 : 1,
                1_000_000 + id * 3,
                page.text.length()));
    if (!page.redirect.isEmpty()) {
      int namespace = page.redirect.startsWith("Kategorie:") ? 14 : page.namespace;
      redirects.row(
          "%d,%d,%s,NULL,NULL".formatted(id, namespace, text(bare(page.redirect, namespace))));
    }
    if (page.hidden) {
      properties.row("%d,'hiddencat','',NULL".formatted(id));
    }
    if (!item.isEmpty()) {
      properties.row("%d,'wikibase_item',%s,NULL".formatted(id, text(item)));
    }
    Set<String> seen = new HashSet<>();
    for (String[] link : page.categories) {
      if (seen.add(link[0])) {
        link(page, id, link[0], link[1], title);
      }
    }
    for (String category : page.added) {
      if (seen.add(category)) {
        link(page, id, category, "", title);
      }
    }
  }

  private void link(PageDraft page, long id, String category, String key, String title)
      throws IOException {
    int[] target =
        targets.computeIfAbsent(category, name -> new int[] {100 + targets.size(), 0, 0});
    target[page.namespace == 14 ? 2 : 1]++;
    String type = page.namespace == 14 ? "subcat" : "page";
    String sortKey = text((key.isEmpty() ? "" : key + "\n") + NO_TEXT + title.replace('_', ' '));
    links.row(
        order.tables() == SampleOrder.Tables.NEW
            ? "%d,%s,'2026-01-01 00:00:00',%s,'%s',1,%d"
                .formatted(id, sortKey, text(key), type, target[0])
            : "%d,%s,%s,'2026-01-01 00:00:00',%s,'uca-de-u-kn','%s'"
                .formatted(id, text(category.replace(' ', '_')), sortKey, text(key), type));
  }

  private static String bare(String title, int namespace) {
    return (namespace == 0 ? title : title.substring(title.indexOf(':') + 1)).replace(' ', '_');
  }

  private static String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  @Override
  public void close() throws IOException {
    try (pages;
        links;
        redirects;
        properties;
        Table categories =
            new Table(
                "category",
                "cat_id int(10) unsigned NOT NULL AUTO_INCREMENT",
                "cat_title varbinary(255) NOT NULL",
                "cat_pages int(11) NOT NULL DEFAULT 0",
                "cat_subcats int(11) NOT NULL DEFAULT 0",
                "cat_files int(11) NOT NULL DEFAULT 0")) {
      int number = 0;
      for (Map.Entry<String, int[]> target : targets.entrySet()) {
        int[] counts = target.getValue();
        categories.row(
            "%d,%s,%d,%d,0"
                .formatted(
                    ++number,
                    text(target.getKey().replace(' ', '_')),
                    counts[1] + counts[2],
                    counts[2]));
      }
    }
    if (order.tables() == SampleOrder.Tables.NEW) {
      linkTargets();
    }
  }

  private void linkTargets() throws IOException {
    try (Table table =
        new Table(
            "linktarget",
            "lt_id bigint(20) unsigned NOT NULL AUTO_INCREMENT",
            "lt_namespace int(11) NOT NULL",
            "lt_title varbinary(255) NOT NULL")) {
      for (Map.Entry<String, int[]> target : targets.entrySet()) {
        String title = text(target.getKey().replace(' ', '_'));
        table.row("%d,14,%s".formatted(target.getValue()[0], title));
        if (target.getValue()[0] % 3 == 0) {
          // Links to articles stand in the same table.
          table.row("%d,0,%s".formatted(10_000_000 + target.getValue()[0], title));
        }
      }
    }
  }

  /// One file.
  private final class Table implements Closeable {
    private final String name;
    private final OutputStream out;
    private int rows;

    Table(String name, String... columns) throws IOException {
      this.name = name;
      out =
          new BufferedOutputStream(
              new GZIPOutputStream(
                  Files.newOutputStream(order.out().resolve(order.name(name + ".sql.gz"))),
                  1 << 16),
              1 << 16);
      write(
          "-- MariaDB dump 10.19  Distrib 10.5.29-MariaDB, for debian-linux-gnu (x86_64)\n--\n"
              + "-- Host: localhost    Database: dewiki\n"
              + "-- ------------------------------------------------------\n\n"
              + "DROP TABLE IF EXISTS `%1$s`;\nCREATE TABLE `%1$s` (\n".formatted(name));
      for (String column : columns) {
        int blank = column.indexOf(' ');
        write("  `%s`%s,\n".formatted(column.substring(0, blank), column.substring(blank)));
      }
      write(
          "  PRIMARY KEY (`%s`)\n) ENGINE=InnoDB DEFAULT CHARSET=binary;\n\n"
              .formatted(columns[0].substring(0, columns[0].indexOf(' '))));
    }

    void row(String values) throws IOException {
      if (rows % ROW_A_STATEMENT == 0) {
        write((rows == 0 ? "" : ";\n") + "INSERT INTO `" + name + "` VALUES (");
      } else {
        write(",(");
      }
      write(values);
      out.write(')');
      rows++;
    }

    private void write(String text) throws IOException {
      int from = 0;
      for (int at = text.indexOf(NO_TEXT); at >= 0; at = text.indexOf(NO_TEXT, from)) {
        out.write(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
        out.write(0x9C);
        from = at + 1;
      }
      out.write(text.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      try (out) {
        write((rows == 0 ? "" : ";\n") + "\n-- Dump completed on 2026-01-01 13:22:16\n");
      }
    }
  }
}
