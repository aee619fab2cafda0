package org.handsel.wiki.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables whose columns stand in any order.
class SqlTablesTest {
  @TempDir Path folder;

  private final List<String> rows = new ArrayList<>();

  private SqlTables.TableReading read(String sql) throws IOException {
    Path file = folder.resolve("aawiki-20260101-categorylinks.sql");
    Files.write(file, sql.getBytes(StandardCharsets.ISO_8859_1));
    return SqlTables.read(
        file,
        "categorylinks",
        List.of("cl_from", "cl_to", "cl_target_id"),
        cells -> rows.add(cells.number(0) + "|" + cells.text(1) + "|" + cells.number(2)),
        () -> false);
  }

  private static String table(String columns, String values) {
    return "-- Host: db    Database: aawiki\nCREATE TABLE `categorylinks` (\n"
        + columns
        + "  PRIMARY KEY (`cl_from`)\n) ENGINE=InnoDB;\n"
        + "INSERT INTO `categorylinks` VALUES "
        + values
        + ";\n";
  }

  @Test
  void oldLayoutIsReadByNames() throws IOException {
    SqlTables.TableReading reading =
        read(
            table(
                "  `cl_from` int NOT NULL,\n  `cl_to` varbinary(255),\n  `cl_sortkey` blob,\n",
                "(1,'O\\'Neill_\\\\','x\\n'),(2,'B','(),\u00ff')"));
    assertThat(rows).containsExactly("1|O'Neill_\\|0", "2|B|0");
    assertThat(reading.database()).isEqualTo("aawiki");
    assertThat(reading.whole()).isTrue();
  }

  @Test
  void permutedColumnsGiveTheSame() throws IOException {
    read(
        table(
            "  `cl_target_id` bigint,\n  `cl_sortkey` blob,\n  `cl_from` int NOT NULL,\n",
            "(77,'z',1),(78,NULL,2)"));
    assertThat(rows).containsExactly("1||77", "2||78");
  }

  @Test
  void fileThatEndsEarlyIsNotWhole() throws IOException {
    String sql = table("  `cl_from` int,\n  `cl_to` blob,\n", "(1,'A'),(2,'B')");
    assertThat(read(sql.substring(0, sql.length() - 6)).whole()).isFalse();
  }

  @Test
  void anotherTableIsRefused() {
    assertThatThrownBy(() -> read("CREATE TABLE `page` (\n `page_id` int\n);\n"))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("categorylinks");
  }
}
