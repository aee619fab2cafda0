package org.handsel.readiness.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that is wrong with a page or worth doing: a line of `findings.jsonl`.
///
/// @param audit id such as `C1`
/// @param pageId id of the page, or null where there is no page (a category that has none)
/// @param title with the namespace
/// @param message what is wrong, in English; from the evidence by `sentences.tsv`
/// @param evidence what shows it, by the names of docs/formats.md
/// @param proposal an edit that would mend it (`page`, `old`, `new`, `summary`); empty where a
///   person has to think
public record Finding(
    String audit,
    @JsonProperty("page_id") @Nullable Long pageId,
    String title,
    String message,
    Map<String, Object> evidence,
    Map<String, Object> proposal) {
  public Finding {
    // One order of keys, so that two runs over the same dump give the same bytes.
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }
}
