package org.handsel.collection.source;

import java.util.Locale;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// What a file can be, as far as it matters for reading records.
enum Format {
  CSV("csv", true),
  TSV("tsv", true),
  XLSX("xlsx", true),
  XLS("xls", true),
  XML("xml", true),
  ODS("ods", false),
  JSON("json", false),
  MARC21("marc21", false),
  IIIF("iiif", false),
  OTHER("", false);

  static final String READ =
      "csv, tsv, xlsx, xls and xml, also in folders and as .gz, .tgz, .tar or .zip";

  private final String id;
  private final boolean isRead;

  Format(String id, boolean isRead) {
    this.id = id;
    this.isRead = isRead;
  }

  String id() {
    return id;
  }

  boolean isRead() {
    return isRead;
  }

  boolean isText() {
    return this == CSV || this == TSV;
  }

  boolean isTable() {
    return isText() || this == XLSX || this == XLS;
  }

  /// The format of a profile; null when it is to be recognised.
  ///
  /// @throws HandselException when it is unknown or not read
  static @Nullable Format given(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (!format.id.isEmpty() && format.id.equals(wanted)) {
        if (!format.isRead) {
          throw notRead("source.format", format);
        }
        return format;
      }
    }
    throw HandselException.usage(
        "source.format: no such format: expected one of csv, tsv, xlsx, xls, xml, found \"%s\"."
            .formatted(name));
  }

  static HandselException notRead(String where, Format format) {
    return HandselException.usage(
        "%s: %s is not read by this version: expected %s. Export it as CSV, XLSX or XML."
            .formatted(where, format.id, READ));
  }
}
