package org.handsel.partnership.prospects;

import java.time.LocalDate;
import java.util.Map;

/// What a wiki lacks, as an audit of it found: given in, because this room does not read audits.
///
/// @param wiki such as `dewiki`
/// @param source folder or name of the audit
/// @param asOf day of the audit
/// @param findings how many there were
/// @param audits findings by audit, such as `C2`
/// @param words how many findings have this word, in small letters without marks, in a title or
///   category
public record WikiGaps(
    String wiki,
    String source,
    LocalDate asOf,
    long findings,
    Map<String, Long> audits,
    Map<String, Long> words) {
  public WikiGaps {
    audits = Map.copyOf(audits);
    words = Map.copyOf(words);
  }
}
