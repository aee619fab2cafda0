package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts findings into words: the message in English, the summaries of edits in the language of the
/// wiki that is to be edited, where audits speak it. Used by one thread.
final class Wording {
  private final Sentences sentences = Sentences.load();
  private final AuditTexts english = AuditTexts.in("en");
  private final AuditTexts wiki;

  /// @param language of the wiki's content
  Wording(String language) {
    wiki = AuditTexts.in(language);
  }

  Finding of(Finding finding) {
    return new Finding(
        finding.audit(),
        finding.pageId(),
        finding.title(),
        sentences.of(finding.audit(), finding.evidence(), english::of),
        finding.evidence(),
        proposal(finding.proposal()));
  }

  private Map<String, Object> proposal(Map<String, Object> proposal) {
    Map<String, Object> worded = new LinkedHashMap<>();
    proposal.forEach((key, value) -> worded.put(key, worded(value)));
    return worded;
  }

  private Object worded(Object value) {
    return switch (value) {
      case Proposal.Summary summary ->
          wiki.of("readiness.summary." + summary.key(), summary.arguments().toArray());
      case List<?> edits -> {
        List<Object> all = new ArrayList<>();
        for (Object edit : edits) {
          all.add(worded(edit));
        }
        yield all;
      }
      case Map<?, ?> edit -> {
        Map<String, Object> all = new LinkedHashMap<>();
        edit.forEach((key, part) -> all.put(String.valueOf(key), worded(part)));
        yield all;
      }
      default -> value;
    };
  }
}
