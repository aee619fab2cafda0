package org.handsel.collection.source;

import java.io.IOException;
import java.util.Set;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Decides which files of a delivery are read and how.
final class SourceFiles {
  /// Names under which tables come in a folder with other texts; no name is a name too.
  private static final Set<String> TABLE_NAMES =
      Set.of("", "csv", "tsv", "tab", "psv", "asc", "txt");

  private SourceFiles() {}

  /// The format of the only file of a delivery.
  ///
  /// @throws HandselException when it is not read
  static Format onlyFormat(DeliveredFile file, SourceSpec spec) throws IOException {
    Format given = Format.given(spec.format());
    FormatRecognition.Recognised found = FormatRecognition.of(file);
    if (given == null) {
      if (found.format() == Format.OTHER) {
        throw HandselException.input(
            "%s: of no known format: expected %s, found %s."
                .formatted(file.name(), Format.READ, found.name()));
      }
      return found.format();
    }
    if (fits(given, found)) {
      return given;
    }
    throw HandselException.usage(
        "%s: source.format is %s, but the file is %s. Remove source.format to have it recognised."
            .formatted(file.name(), given.id(), found.name()));
  }

  /// Whether a file may be of the format that was given. A manifest may be read as plain JSON, and
  /// JSON that does not say so may be a manifest.
  private static boolean fits(Format given, FormatRecognition.Recognised found) {
    return given == found.format()
        || (given.isText() && isAnyText(found))
        || (given == Format.JSON && found.format() == Format.IIIF)
        || (given == Format.IIIF && found.format() == Format.JSON);
  }

  private static boolean isAnyText(FormatRecognition.Recognised found) {
    return found.format().isText()
        || found.format() == Format.JSON
        || found.format() == Format.IIIF
        || found.name().equals("plain text");
  }

  /// The format of one of many files; null when it is none to be read, which is reported.
  static @Nullable Format format(DeliveredFile file, SourceSpec spec, Problems problems) {
    FormatRecognition.Recognised found;
    try {
      found = FormatRecognition.of(file);
    } catch (IOException broken) {
      problems.add(
          file.name(),
          0,
          0,
          "FILE_UNREADABLE",
          "",
          "%s: cannot be read: %s.".formatted(file.name(), Deliveries.reason(broken)),
          true);
      return null;
    }
    Format given = Format.given(spec.format());
    if (given != null && fits(given, found)) {
      return given;
    }
    if (given != null) {
      passOver(file, "is " + found.name() + ", not " + given.id(), problems);
      return null;
    }
    if (!found.format().isRead()) {
      passOver(file, "is " + found.name(), problems);
      return null;
    }
    if (found.format().isText() && !TABLE_NAMES.contains(file.extension())) {
      passOver(file, "has not the name of a table", problems);
      return null;
    }
    return found.format();
  }

  static void passOver(DeliveredFile file, String why, Problems problems) {
    problems.add(
        file.name(),
        0,
        0,
        "FILE_SKIPPED",
        "",
        "%s: not read: it %s.".formatted(file.name(), why),
        false);
  }
}
