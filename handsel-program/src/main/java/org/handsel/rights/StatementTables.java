package org.handsel.rights;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Statements, licences with their versions and jurisdictions, and Wikidata's items for them.
/// Immutable.
final class StatementTables {
  static final String LICENCES = "creativecommons.org/licenses/";
  static final String ZERO = "creativecommons.org/publicdomain/zero/1.0";
  static final String COPYRIGHTED = "Q50423863";

  /// A kind of Creative Commons licence, such as `by-sa`.
  private record Kind(
      String name,
      String label,
      Verdict verdict,
      String reason,
      String template,
      Set<String> versions,
      Set<String> ported) {}

  private final Map<String, Statement> statements;
  private final Map<String, Kind> kinds;
  private final Map<String, String> items;
  private final Map<String, String> ports;

  private StatementTables(
      Map<String, Statement> statements,
      Map<String, Kind> kinds,
      Map<String, String> items,
      Map<String, String> ports) {
    this.statements = Map.copyOf(statements);
    this.kinds = Map.copyOf(kinds);
    this.items = Map.copyOf(items);
    this.ports = Map.copyOf(ports);
  }

  static StatementTables load() {
    return new StatementTables(statements(), kinds(), items(), ports());
  }

  private static Map<String, Statement> statements() {
    ResourceTable table =
        table(
            "statements.tsv",
            "key",
            "uri",
            "label",
            "verdict",
            "reason",
            "template",
            "licence-item",
            "statement-item",
            "status-item",
            "source");
    Map<String, Statement> statements = new HashMap<>();
    for (ResourceTable.Row row : table.rows()) {
      Statement statement =
          new Statement(
              row.cell(0),
              orNull(row.cell(1)),
              row.cell(2),
              verdict(table.name(), row, 3),
              row.cell(4),
              orNull(row.cell(5)),
              orNull(row.cell(6)),
              orNull(row.cell(7)),
              orNull(row.cell(8)));
      if (statements.put(statement.key(), statement) != null || row.cell(9).isBlank()) {
        throw ResourceTable.malformed(
            table.name(), row.line(), "a key that repeats or no source: " + row.cell(0));
      }
    }
    return statements;
  }

  private static Map<String, Kind> kinds() {
    ResourceTable table =
        table(
            "licences.tsv",
            "kind",
            "label",
            "verdict",
            "reason",
            "template",
            "versions",
            "ported",
            "source");
    Map<String, Kind> kinds = new HashMap<>();
    for (ResourceTable.Row row : table.rows()) {
      kinds.put(
          row.cell(0),
          new Kind(
              row.cell(0),
              row.cell(1),
              verdict(table.name(), row, 2),
              row.cell(3),
              row.cell(4),
              Set.copyOf(row.list(5)),
              Set.copyOf(row.list(6))));
    }
    return kinds;
  }

  private static Map<String, String> items() {
    Map<String, String> items = new HashMap<>();
    table("licence-items.tsv", "key", "item", "source")
        .rows()
        .forEach(row -> items.put(row.cell(0), row.cell(1)));
    return items;
  }

  /// Codes and names of jurisdictions, all leading to the code.
  private static Map<String, String> ports() {
    Map<String, String> ports = new HashMap<>();
    for (ResourceTable.Row row : table("ports.tsv", "code", "names").rows()) {
      ports.put(row.cell(0), row.cell(0));
      row.list(1).forEach(name -> ports.put(name, row.cell(0)));
    }
    return ports;
  }

  private static Verdict verdict(String file, ResourceTable.Row row, int column) {
    try {
      return Verdict.valueOf(row.cell(column).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ResourceTable.malformed(file, row.line(), "unknown verdict " + row.cell(column));
    }
  }

  static ResourceTable table(String name, String... columns) {
    return ResourceTable.read(StatementTables.class, name, columns);
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  @Nullable Statement find(String key) {
    return statements.get(key);
  }

  /// A claim in words that the program itself makes, by its name without `claim:`.
  Statement claim(String name) {
    Statement claim = statements.get("claim:" + name);
    if (claim == null) {
      throw new IllegalStateException("statements.tsv: no row claim:" + name);
    }
    return claim;
  }

  Set<String> keys() {
    return statements.keySet();
  }

  /// The code of a jurisdiction by code or name in small letters; null when there is none.
  @Nullable String port(String codeOrName) {
    return ports.get(codeOrName);
  }

  /// The kind of licence that some elements make, whatever their order (`by-nd-nc` is `by-nc-nd`);
  /// null when they make none.
  static @Nullable String kind(List<String> elements) {
    Set<String> set = new HashSet<>(elements);
    if (!Set.of("by", "sa", "nc", "nd").containsAll(set) || set.isEmpty()) {
      return null;
    }
    if (set.contains("nd") && set.contains("sa")) {
      return null;
    }
    StringBuilder kind = new StringBuilder();
    for (String element : List.of("by", "nc", "nd", "sa")) {
      if (set.contains(element)) {
        kind.append(kind.isEmpty() ? "" : "-").append(element);
      }
    }
    return kind.toString();
  }

  /// A Creative Commons licence.
  ///
  /// @param kind such as `by-sa`
  /// @param version null when the text names none
  /// @param port code of the jurisdiction, or null
  Statement licence(String kind, @Nullable String version, @Nullable String port) {
    if (kind.equals("sa")) {
      Statement shareAlike = statements.get(LICENCES + "sa/1.0");
      return shareAlike == null || version == null ? claim("no-version") : shareAlike;
    }
    Kind known = kinds.get(kind);
    if (known == null) {
      return claim("creative-commons");
    }
    if (version == null) {
      return unversioned(known, claim("no-version"));
    }
    // Version 4.0 was never ported: a suffix behind it is a language.
    String jurisdiction = version.equals("4.0") ? null : port;
    boolean exists = (jurisdiction == null ? known.versions : known.ported).contains(version);
    return exists ? whole(known, version, jurisdiction) : unversioned(known, claim("bad-version"));
  }

  /// A licence that is not free in any version is refused whatever its version; of a free one the
  /// version has to be asked for.
  private static Statement unversioned(Kind kind, Statement claim) {
    boolean refused = kind.verdict == Verdict.NO;
    return new Statement(
        LICENCES + kind.name,
        null,
        kind.label,
        refused ? Verdict.NO : claim.verdict(),
        refused ? kind.reason : claim.reason(),
        null,
        null,
        null,
        COPYRIGHTED);
  }

  private Statement whole(Kind kind, String version, @Nullable String port) {
    String path = kind.name + "/" + version + (port == null ? "" : "/" + port);
    String label =
        kind.label + " " + version + (port == null ? "" : " " + port.toUpperCase(Locale.ROOT));
    String template =
        kind.template
            .replace("{version}", version)
            .replace("{port}", port == null ? "" : "-" + port);
    return new Statement(
        LICENCES + path,
        "http://" + LICENCES + path + "/",
        label,
        kind.verdict,
        kind.reason,
        orNull(template),
        items.get(LICENCES + path),
        null,
        COPYRIGHTED);
  }
}
