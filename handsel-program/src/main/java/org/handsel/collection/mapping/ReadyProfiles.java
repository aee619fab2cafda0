package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathSelector;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceRecord;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.ResourceText;

/// Profiles that come with the program for the formats of the field; they map a file that nobody
/// has looked at yet, and are what people begin with. Data: `ready/profiles.tsv` and
/// `ready/NAME.yaml`.
public final class ReadyProfiles {
  private static final List<Ready> ALL =
      ResourceTable.read(ReadyProfiles.class, "ready/profiles.tsv", "name", "title", "when")
          .rows()
          .stream()
          .map(row -> new Ready(row.cell(0), row.cell(1), row.cell(2)))
          .toList();

  private ReadyProfiles() {}

  /// A ready profile.
  ///
  /// @param name such as `mods`
  /// @param title the format in words
  /// @param when XPath that is true of a record of the format
  public record Ready(String name, String title, String when) {
    /// The profile as YAML.
    public String text() {
      return ResourceText.of(ReadyProfiles.class, "ready/" + name + ".yaml");
    }
  }

  /// All of them, in the order in which they are tried.
  public static List<Ready> all() {
    return ALL;
  }

  /// The one of a name.
  public static Optional<Ready> named(String name) {
    return ALL.stream().filter(ready -> ready.name().equals(name)).findFirst();
  }

  /// The one for the format of a delivery, told by its first record; empty for tables and formats
  /// that have none.
  public static Optional<Ready> fitting(Path source) {
    return fitting(source, SourceSpec.RECOGNISE);
  }

  /// As [#fitting(Path)], of a delivery that is read as somebody said.
  public static Optional<Ready> fitting(Path source, SourceSpec spec) {
    try (RecordSource records = Sources.open(source, spec)) {
      SourceRecord first = records.next();
      return first == null ? Optional.empty() : fitting(first);
    }
  }

  /// The one for the format of a record.
  public static Optional<Ready> fitting(SourceRecord record) {
    if (record.isRow()) {
      return Optional.empty();
    }
    XPaths xpaths = new XPaths(XPaths.namespaces(Map.of()));
    for (Ready ready : ALL) {
      try {
        XPathSelector when = xpaths.compile(ready.when()).load();
        when.setContextItem(record.node());
        if (when.effectiveBooleanValue()) {
          return Optional.of(ready);
        }
      } catch (SaxonApiException broken) {
        throw new IllegalStateException("profiles.tsv: " + ready.name(), broken);
      }
    }
    return Optional.empty();
  }
}
