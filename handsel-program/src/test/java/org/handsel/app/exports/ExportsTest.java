package org.handsel.app.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.rooms.Sample;
import org.handsel.app.web.rooms.Workbench;
import org.handsel.partnership.effort.Capacities;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.effort.Volunteers;
import org.handsel.platform.Database;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Settings;
import org.handsel.platform.Who;
import org.handsel.platform.Workspace;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What an export holds for whom: a marker stands in every text that is not public, in every table.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTest {
  private static final String MARKER = "Zebedee";
  private static final String PASSWORD = "four words are enough";

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Set<String> planted = new TreeSet<>();
  private Workspace workspace = new Workspace(Path.of("home"));
  private Database database;
  private Exports exports;

  @TempDir Path folder;

  @BeforeAll
  void fullOfMarkers(@TempDir Path place) {
    workspace = new Workspace(place.resolve("home")).create();
    database = Database.open(workspace.databaseUrl(), clock);
    Workbench.Parts parts =
        Workbench.Parts.of(workspace, Settings.read(workspace, Map.of()), database, clock);
    Who ada = account(parts, "Ada", Role.ADMIN);
    Sample.fill(
        parts,
        clock,
        ada,
        account(parts, "Bo", Role.COORDINATOR),
        account(parts, "Cy", Role.MEMBER));
    parts.accounts().logIn("Ada", PASSWORD, "127.0.0.1");
    String released =
        database.read(handle ->
            handle
                .createQuery("select id from partnership where stage = 4")
                .mapTo(String.class)
                .one());
    new Capacities(database, parts.history(), clock).set(ada, "", "Ada", 9, null, "evenings");
    Volunteers volunteers = new Volunteers(database, parts.history(), clock);
    volunteers.signUp(
        ada, volunteers.call(ada, released, "Link", 9, Sample.day(clock)).id(), "Eve", 3);
    new PartnerLoads(database, parts.history(), clock)
        .note(ada, released, Sample.day(clock), 10, 1, "by telephone");
    Map<String, Set<String>> open = publicColumns();
    for (String table : database.tables()) {
      for (String column : texts(table)) {
        if (!open.getOrDefault(table, Set.of()).contains(column)) {
          plant(table, column);
        }
      }
    }
    exports = new Exports(database, clock);
  }

  @AfterAll
  void close() {
    database.close();
  }

  private static Who account(Workbench.Parts parts, String name, Role role) {
    return parts.accounts().add(Who.HANDSEL, name, role, PASSWORD, null).who();
  }

  /// Columns that public.tsv names, by table.
  private static Map<String, Set<String>> publicColumns() {
    Map<String, Set<String>> columns = new TreeMap<>();
    Pattern query = Pattern.compile("select (.*?) from (\\w+).*");
    for (ResourceTable.Row row :
        ResourceTable.read(Exports.class, "public.tsv", "file", "query").rows()) {
      Matcher found = query.matcher(row.cell(1));
      assertThat(found.matches()).isTrue();
      for (String column : found.group(1).split(", ")) {
        if (column.matches("(p\\.)?\\w+")) {
          columns
              .computeIfAbsent(found.group(2), table -> new TreeSet<>())
              .add(column.replace("p.", ""));
        }
      }
    }
    // The join of the partnerships takes the institution's name; ids hold the tables together.
    assertThat(columns.get("institution")).contains("name", "country");
    return columns;
  }

  private List<String> texts(String table) {
    return database.read(handle ->
        handle
            .createQuery(
                "select name from pragma_table_info(?) where type = 'TEXT' or type = 'text'")
            .bind(0, table)
            .mapTo(String.class)
            .list());
  }

  /// Puts the marker into all rows, where keys and checks let it in.
  private void plant(String table, String column) {
    try {
      int rows =
          database.writeAndGet(handle ->
              handle.execute(
                  "update %s set %s = '%s ' || rowid where %s is not null or 1 = 1"
                      .formatted(table, column, MARKER, column)));
      if (rows > 0) {
        planted.add(table + "." + column);
      }
    } catch (org.jdbi.v3.core.statement.UnableToExecuteStatementException e) {
      // A key of another table or one of a few words: it cannot hold what a person wrote.
      assertThat(e.getMessage()).contains("constraint");
    }
  }

  @Test
  void markerStandsInEveryKindOfPersonalText() {
    assertThat(planted)
        .hasSizeGreaterThan(100)
        .contains(
            "contact.name",
            "contact.mail",
            "contact.phone",
            "contact.address",
            "timeline_entry.text",
            "timeline_entry.who_name",
            "change.before_state",
            "change.who_name",
            "account.name",
            "account.password_hash",
            "institution.note",
            "institution.address",
            "institution.phone_key",
            "institution.origin",
            "affiliation.evidence",
            "profile_statement.evidence",
            "profile_statement.who_name",
            "partnership.title",
            "partnership.team",
            "claim.owner_name",
            "volunteer_sign_up.name",
            "capacity.note",
            "partner_load.note",
            "referral.note",
            "occasion_goer.who_name",
            "revisit.reason",
            "session.csrf");
  }

  @Test
  void nothingPersonalLeavesByThePublicProfile() throws IOException {
    Path out = folder.resolve("public");
    Map<String, Long> rows = exports.write(Profile.PUBLIC, out);
    assertThat(everything(out)).doesNotContain(MARKER, "Halvorsen", "Ada", "halvorsen@");
    assertThat(rows.get("institutions.tsv")).isGreaterThan(8);
    assertThat(rows.get("answers.tsv")).isEqualTo(3);
    assertThat(out.resolve("partnerships.tsv")).content().contains("Fotosammlung Kestenholz");
    assertThat(out.resolve("partnerships.tsv")).content().doesNotContain("Skarvik", "Lindenau");
    assertThat(out.resolve("partnerships.wikitext"))
        .content()
        .contains("{| class=\"wikitable", "Fotosammlung Kestenholz", "|}");
    assertThat(out.resolve("answers.tsv")).content().doesNotContain("interests");
  }

  @Test
  void groupGetsAllThatItMaySeeAndNoSecrets() throws IOException {
    Path out = folder.resolve("private");
    exports.write(Profile.PRIVATE, out);
    Set<String> secret = new TreeSet<>();
    ResourceTable.read(Exports.class, "secret.tsv", "table", "column")
        .rows()
        .forEach(row -> secret.add(row.cell(0) + "." + row.cell(1)));
    for (String column : planted) {
      String table = column.substring(0, column.indexOf('.'));
      if (secret.contains(table + ".*")) {
        assertThat(out.resolve(table + ".tsv")).doesNotExist();
        continue;
      }
      List<String> lines = Files.readAllLines(out.resolve(table + ".tsv"));
      List<String> header = List.of(lines.getFirst().split("\t"));
      String name = column.substring(column.indexOf('.') + 1);
      assertThat(header.contains(name)).as(column).isEqualTo(!secret.contains(column));
    }
    assertThat(everything(out)).contains(MARKER).doesNotContain("$argon2");
    assertThat(out.resolve("README.txt")).content().contains("NOT FOR PUBLICATION");
  }

  @Test
  void columnThatSoundsLikeASecretIsOne() {
    Set<String> secret = new TreeSet<>();
    ResourceTable.read(Exports.class, "secret.tsv", "table", "column")
        .rows()
        .forEach(row -> secret.add(row.cell(0) + "." + row.cell(1)));
    List<String> open = new ArrayList<>();
    for (String table : database.tables()) {
      for (String column : texts(table)) {
        // The hash of an imported row opens nothing.
        if (column.matches(".*(hash|token|secret|password|csrf).*")
            && !column.equals("row_hash")
            && !secret.contains(table + "." + column)
            && !secret.contains(table + ".*")) {
          open.add(table + "." + column);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void archiveHoldsTheSameFiles() throws IOException {
    Path out = folder.resolve("same");
    exports.write(Profile.PUBLIC, out);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    exports.zip(Profile.PUBLIC, bytes);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files).hasSize(11);
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(out.resolve(file.getKey())).content().isEqualTo(file.getValue());
    }
  }

  @Test
  void folderWithOtherThingsIsNotTouched() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> exports.write(Profile.PUBLIC, folder))
        .hasMessageContaining("the folder is not empty");
    assertThat(folder.resolve("mine.txt")).hasContent("mine");
  }

  private static String everything(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> {
            try {
              return file.getFileName() + "\n" + Files.readString(file);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          })
          .collect(Collectors.joining("\n"));
    }
  }
}
