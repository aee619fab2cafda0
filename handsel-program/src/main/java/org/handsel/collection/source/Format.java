package org.handsel.collection.source;

import java.util.Locale;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// What a file can be, as far as it matters for reading records.
enum Format {
  CSV("csv"),
  TSV("tsv"),
  XLSX("xlsx"),
  XLS("xls"),
  XML("xml"),
  ODS("ods"),
  JSON("json"),
  MARC21("marc21"),
  IIIF("iiif"),
  OTHER("");

  static final String READ =
      "csv, tsv, xlsx, xls, ods, xml, json, marc21 and iiif, also in folders and as .gz, .tgz, .tar"
          + " or .zip";

  private final String id;

  Format(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  boolean isRead() {
    return this != OTHER;
  }

  /// What a file of this format is, in words.
  String words() {
    return switch (this) {
      case MARC21 -> "binary MARC 21";
      case IIIF -> "IIIF manifest";
      case JSON -> "JSON";
      default -> id;
    };
  }

  boolean isText() {
    return this == CSV || this == TSV;
  }

  boolean isTable() {
    return isText() || this == XLSX || this == XLS || this == ODS;
  }

  /// The format of a profile; null when it is to be recognised.
  ///
  /// @throws HandselException when it is unknown
  static @Nullable Format given(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (!format.id.isEmpty() && format.id.equals(wanted)) {
        return format;
      }
    }
    throw HandselException.usage(
        "source.format: no such format: expected one of csv, tsv, xlsx, xls, ods, xml, json, marc21, iiif, found \"%s\"."
            .formatted(name));
  }
}
