package org.handsel.partnership.register;

/// Something that an import could not take as it stands.
///
/// @param line in the file, from 1; in a JSON file the line where the entry begins
/// @param column of the list, or empty where the whole line is meant
/// @param code stable: `cells`, `too-long`, `broken-json`, `not-utf-8` (read as windows-1252),
///   `unknown-identifier`, `coordinate`, `country`, `markup`, `formula`, `repeated-id`
/// @param value what stands there, cut after 80 characters
public record ImportProblem(long line, String column, String code, String value) {
  private static final int SHOWN = 80;

  public ImportProblem {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  /// Whether something of the list did not get into the register.
  public boolean lost() {
    return switch (code) {
      case "cells", "too-long", "broken-json" -> true;
      default -> false;
    };
  }
}
