package org.handsel.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.LoginOutcome;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.rooms.Sample;
import org.handsel.app.web.rooms.Workbench;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Secrets;
import org.handsel.platform.Settings;
import org.handsel.platform.Who;
import org.handsel.platform.Workspace;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a backup promises, whatever database the workspace has and whatever it is restored to.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BackupsBehaviour {
  private static final String PASSWORD = "four words are enough";

  @TempDir Path folder;

  final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Workspace workspace = new Workspace(Path.of("home"));
  private Path file = Path.of("backup.zip");

  /// Address of a fresh database for a workspace.
  abstract String url(Workspace workspace) throws IOException;

  private String source = "";

  @BeforeEach
  void fileIsFresh() {
    file = folder.resolve("elsewhere/backup.zip");
  }

  @BeforeAll
  void workspaceIsFull(@TempDir Path place) throws IOException {
    workspace = new Workspace(place.resolve("home")).create();
    source = url(workspace);
    try (Database database = Database.open(source, clock)) {
      Workbench.Parts parts =
          Workbench.Parts.of(workspace, Settings.read(workspace, Map.of()), database, clock);
      Sample.fill(
          parts,
          clock,
          account(parts, "Ada", Role.ADMIN),
          account(parts, "Bo", Role.COORDINATOR),
          account(parts, "Cy", Role.MEMBER));
      assertThat(parts.accounts().logIn("Ada", PASSWORD, "127.0.0.1"))
          .isInstanceOf(LoginOutcome.Granted.class);
      database.write(handle -> {
        handle.execute(
            "insert into release_folder (id, folder, name, name_key, planned_at, files) values"
                + " ('r1', ?, 'Inside', 'inside', '2026-11-24', 3)",
            workspace.releases().resolve("inside").toString());
        handle.execute(
            "insert into release_folder (id, folder, name, name_key, planned_at, files) values"
                + " ('r2', ?, 'Outside', 'outside', '2026-11-24', 4)",
            place.resolve("outside").toString());
      });
      mergeTwo(parts);
    }
    write("releases/inside/ledger.jsonl", "{\"step\":\"proven\"}\n");
    write("languages/qps.properties", "language.name=Mirrored\n");
    write(
        "settings.properties", "# mine\nname=Ada\ndatabase=jdbc:postgresql://db/x?password=hush\n");
    write("tmp/scratch", "of no use");
    new Secrets(workspace, Map.of()).keep("https://wiki.example", "Ada", "the-bot-password");
  }

  private static Who account(Workbench.Parts parts, String name, Role role) {
    return parts.accounts().add(Who.HANDSEL, name, role, PASSWORD, null).who();
  }

  private static void mergeTwo(Workbench.Parts parts) {
    List<String> museums =
        parts.institutions().named("Skarvik Museum", 2).stream().map(one -> one.id()).toList();
    parts.institutions().merge(Who.HANDSEL, museums.getFirst(), museums.getLast(), "one house");
  }

  private void write(String path, String text) throws IOException {
    Path place = workspace.home().resolve(path);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
  }

  private Manifest backup(Path to, boolean secrets) {
    return Backups.make(workspace, source, to, secrets, clock, Progress.NONE);
  }

  private Workspace empty(String name) {
    return new Workspace(folder.resolve(name));
  }

  private Manifest restore(Workspace into, String url) {
    return Backups.restore(into, url, file, clock, Progress.NONE);
  }

  @Test
  void everythingComesBackInAnotherPlace() throws IOException {
    Manifest made = backup(file, false);
    assertThat(made.rows()).isGreaterThan(100);
    Workspace again = empty("again");
    String url = url(again);
    restore(again, url);

    Manifest second =
        Backups.make(again, url, folder.resolve("second.zip"), false, clock, Progress.NONE);
    assertThat(second.tables()).isEqualTo(made.tables());
    assertThat(second.files()).isEqualTo(made.files());
    assertThat(again.releases().resolve("inside/ledger.jsonl"))
        .hasContent("{\"step\":\"proven\"}\n");
    assertThat(again.scratch().resolve("restore")).doesNotExist();
    try (Database database = Database.open(url, clock)) {
      assertThat(texts(database, "select folder from release_folder order by id"))
          .containsExactly(
              again.releases().resolve("inside").toString(),
              workspace.home().resolveSibling("outside").toString());
      assertThat(texts(database, "select name from institution where merged_into is not null"))
          .hasSize(1);
      assertThat(new Accounts(database, clock).logIn("Ada", PASSWORD, "127.0.0.1"))
          .as("accounts keep their passwords")
          .isInstanceOf(LoginOutcome.Granted.class);
    }
  }

  /// Restores to a database of the other kind.
  void comesBackOn(java.util.function.Function<Workspace, String> fresh) {
    Manifest made = backup(file, false);
    Workspace again = empty("again");
    String url = fresh.apply(again);
    restore(again, url);
    Manifest second =
        Backups.make(again, url, folder.resolve("second.zip"), false, clock, Progress.NONE);
    assertThat(second.tables()).isEqualTo(made.tables());
    assertThat(List.of(made.database(), second.database()))
        .containsExactlyInAnyOrder("sqlite", "postgresql");
  }

  @Test
  void passwordsAndSessionsAreNotInItUnlessAskedFor() throws IOException {
    Manifest made = backup(file, false);
    assertThat(made.left())
        .anySatisfy(left -> assertThat(left).contains("secrets.properties"))
        .anySatisfy(left -> assertThat(left).contains("outside of the workspace"));
    assertThat(made.files())
        .extracting(Manifest.Part::path)
        .containsExactly(
            "languages/qps.properties", "releases/inside/ledger.jsonl", "settings.properties");
    assertThat(made.tables())
        .extracting(Manifest.Table::name)
        .contains("account", "contact", "change")
        .doesNotContain("session", "login_attempt", "migration");
    assertThat(everything()).doesNotContain("the-bot-password", "password=hush");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    file = folder.resolve("with.zip");
    assertThat(backup(file, true).secrets()).isTrue();
    Workspace again = empty("again");
    restore(again, url(again));
    assertThat(new Secrets(again, Map.of()).password("https://wiki.example", "Ada"))
        .contains("the-bot-password");
    assertThat(Settings.read(again, Map.of()).get("name")).contains("Ada");
    assertThat(Settings.read(again, Map.of()).get("database")).isEmpty();
  }

  @Test
  void workspaceOrDatabaseThatHoldsSomethingIsNotTouched() throws IOException {
    backup(file, false);
    assertThatThrownBy(() -> restore(workspace, source))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("is not empty");
    Workspace again = empty("again").create();
    assertThatThrownBy(() -> restore(again, source))
        .hasMessageContaining("the database is not empty");
    assertThat(files(again)).isEmpty();
    Files.writeString(again.home().resolve("settings.properties"), "name=Bo\n");
    restore(again, url(again));
    assertThat(Settings.read(again, Map.of()).get("name")).contains("Bo");
  }

  @Test
  void backupReplacesNoFileAndDoesNotLieInTheWorkspace() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "the one of last week");
    assertThatThrownBy(() -> backup(file, false))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("there is such a file already");
    assertThat(file).hasContent("the one of last week");
    assertThatThrownBy(() -> backup(workspace.home().resolve("b.zip"), false))
        .hasMessageContaining("lies in the workspace");
  }

  @Test
  void damagedPartIsNamedAndNothingIsRestored() throws IOException {
    backup(file, false);
    change("tables/contact.jsonl", rows -> rows.replace("Elin", "Evil"));
    assertThatThrownBy(() -> Backups.check(file, Progress.NONE))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.PARTIAL))
        .hasMessageContaining("tables/contact.jsonl (another SHA-256)");
    nothingIsRestored("damaged");
    change("files/languages/qps.properties", text -> text + "more");
    assertThatThrownBy(() -> Backups.check(file, Progress.NONE))
        .hasMessageContaining("files/languages/qps.properties (expected");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    nothingIsRestored("cannot be opened");
    Files.writeString(file, "no archive at all");
    nothingIsRestored("cannot be opened");
  }

  @Test
  void pathThatLeadsOutOfTheWorkspaceIsRefused() throws IOException {
    backup(file, false);
    for (String trick :
        List.of("../evil", "/etc/evil", "a/../../evil", "a\\..\\evil", "C:/evil", "handsel.db")) {
      Path original = file;
      file = folder.resolve("trick.zip");
      Files.copy(original, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Map<String, byte[]> entries = entries();
      entries.put("files/" + trick, "evil".getBytes(StandardCharsets.UTF_8));
      Manifest manifest = manifest(entries);
      List<Manifest.Part> files = new ArrayList<>(manifest.files());
      files.add(new Manifest.Part(trick, 4, sha256("evil".getBytes(StandardCharsets.UTF_8))));
      put(entries, with(manifest, manifest.scripts(), manifest.tables(), files));
      nothingIsRestored("no path inside a workspace");
      file = original;
    }
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void rowsThatDoNotFitLeaveNothing() throws IOException {
    backup(file, false);
    Map<String, byte[]> entries = entries();
    Manifest manifest = manifest(entries);
    List<Manifest.Table> tables = new ArrayList<>();
    for (Manifest.Table table : manifest.tables()) {
      if (table.name().equals("partnership")) {
        byte[] rows =
            new String(entries.get(table.entry()), StandardCharsets.UTF_8)
                .replace("\"open\"", "\"nonsense\"")
                .getBytes(StandardCharsets.UTF_8);
        entries.put(table.entry(), rows);
        tables.add(
            new Manifest.Table(
                table.name(), table.columns(), table.rows(), rows.length, sha256(rows)));
      } else {
        tables.add(table);
      }
    }
    put(entries, with(manifest, manifest.scripts(), tables, manifest.files()));
    nothingIsRestored("rows do not fit");
  }

  @Test
  void backupOfANewerProgramIsRefusedAndOneOfAnOlderIsBroughtUp() throws IOException {
    backup(file, false);
    Map<String, byte[]> entries = entries();
    Manifest manifest = manifest(entries);
    Map<String, String> scripts = new LinkedHashMap<>(manifest.scripts());
    scripts.put("999-future.sql", "x");
    put(entries, with(manifest, scripts, manifest.tables(), manifest.files()));
    nothingIsRestored("another version of Handsel");

    scripts.remove("999-future.sql");
    scripts.remove("040-reviews.sql");
    put(
        entries,
        with(
            manifest,
            scripts,
            manifest.tables().stream().filter(t -> !t.name().startsWith("review_")).toList(),
            manifest.files()));
    Workspace again = empty("older");
    String url = url(again);
    restore(again, url);
    try (Database database = Database.open(url, clock)) {
      assertThat(database.scripts()).isEqualTo(Database.knownScripts());
      assertThat(texts(database, "select name from review_set")).isEmpty();
    }
  }

  private void nothingIsRestored(String message) throws IOException {
    Workspace again = empty("nothing");
    String url = url(again);
    assertThatThrownBy(() -> restore(again, url)).hasMessageContaining(message);
    assertThat(files(again)).isEmpty();
    try (Database database = Database.open(otherwise(url), clock)) {
      assertThat(texts(database, "select name from institution")).isEmpty();
    }
    remove(again.home());
  }

  /// The workspace's own file must not come into being by looking.
  private String otherwise(String url) {
    return url.startsWith("jdbc:sqlite:")
        ? "jdbc:sqlite:" + folder.resolve("look-" + System.nanoTime() + ".db")
        : url;
  }

  private static void remove(Path home) throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> all = Files.walk(home)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static List<String> files(Workspace of) throws IOException {
    if (!Files.exists(of.home())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(of.home())) {
      return all.filter(Files::isRegularFile)
          .map(path -> of.home().relativize(path).toString())
          .toList();
    }
  }

  private static List<String> texts(Database database, String query) {
    return database.read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private void change(String entry, java.util.function.UnaryOperator<String> how)
      throws IOException {
    Map<String, byte[]> entries = entries();
    entries.computeIfPresent(
        entry,
        (name, bytes) ->
            how.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    put(entries, manifest(entries));
  }

  private String everything() throws IOException {
    return entries().values().stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private static Manifest manifest(Map<String, byte[]> entries) {
    return Json.mapper().readValue(entries.get("manifest.json"), Manifest.class);
  }

  private static Manifest with(
      Manifest old,
      Map<String, String> scripts,
      List<Manifest.Table> tables,
      List<Manifest.Part> files) {
    return new Manifest(
        old.format(),
        old.version(),
        old.madeAt(),
        old.database(),
        scripts,
        old.secrets(),
        tables,
        files,
        old.left());
  }

  private void put(Map<String, byte[]> entries, Manifest manifest) throws IOException {
    entries.put("manifest.json", Json.line(manifest).getBytes(StandardCharsets.UTF_8));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
