package org.handsel.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Ids and checksums that must not go: one a line, an optional reason after a tab, notes after `#`
/// at the beginning of a line.
final class Exclusions {
  private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");

  private final Map<String, String> reasons;

  private Exclusions(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  static Exclusions read(@Nullable Path list) {
    Map<String, String> reasons = new HashMap<>();
    if (list == null) {
      return new Exclusions(reasons);
    }
    try {
      for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.isBlank() || text.stripLeading().startsWith("#")) {
          continue;
        }
        int tab = text.indexOf('\t');
        String key = (tab < 0 ? text : text.substring(0, tab)).strip();
        String reason = tab < 0 ? "" : text.substring(tab + 1).strip();
        reasons.put(
            SHA1.matcher(key).matches() ? key.toLowerCase(Locale.ROOT) : key,
            reason.isEmpty() ? "it is on the exclusion list" : reason);
      }
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: the exclusion list cannot be read (%s): expected a text file in UTF-8, one id or SHA-1 a line."
              .formatted(list, DurableFiles.reason(e)));
    }
    return new Exclusions(reasons);
  }

  /// Why an id or a checksum must not go; null when it may.
  @Nullable String reason(String idOrSha1) {
    return reasons.get(idOrSha1);
  }
}
