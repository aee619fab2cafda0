package org.handsel.readiness.audit;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Tells in any language why an audit could not be answered. `summary.json` holds the reason in
/// English; it is recognised by the English texts, so that summaries that were written down long
/// ago are told too. Used by one thread.
public final class Reasons {
  private static final String PREFIX = "readiness.reason.";

  private final Map<String, MessageFormat> english = new LinkedHashMap<>();

  private Reasons() {}

  public static Reasons load() {
    Reasons reasons = new Reasons();
    AuditTexts.all("en")
        .forEach((key, pattern) -> {
          if (key.startsWith(PREFIX)) {
            reasons.english.put(key, new MessageFormat(pattern, Locale.ENGLISH));
          }
        });
    return reasons;
  }

  /// @param reason in English; one that is none of the known ones comes back as it is
  public String of(String reason, Sentences.Texts texts) {
    for (Map.Entry<String, MessageFormat> known : english.entrySet()) {
      ParsePosition end = new ParsePosition(0);
      Object[] arguments = known.getValue().parse(reason, end);
      if (arguments != null && end.getIndex() == reason.length() && !reason.isEmpty()) {
        return texts.of(known.getKey(), arguments);
      }
    }
    return reason;
  }
}
