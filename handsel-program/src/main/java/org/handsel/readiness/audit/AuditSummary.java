package org.handsel.readiness.audit;

import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;

/// What came of an audit: `summary.json`.
///
/// @param wiki database name of the wiki, as it was read
/// @param dump name of the file
/// @param pages of any namespace
/// @param articles pages of the main namespace that are no redirects
/// @param redirects of any namespace
/// @param categoryPages pages of the namespace of categories
/// @param memberships category links in wikitext, repeated ones repeated
/// @param biographies articles on persons by their categories
/// @param audits number of findings by audit; those that could not be answered are not there
/// @param unknown audits that these facts cannot answer
/// @param reasons why, by audit
/// @param partial whether something of the input is missing from all this
/// @param problems what is missing
public record AuditSummary(
    String wiki,
    String dump,
    long pages,
    long articles,
    long redirects,
    long categoryPages,
    long memberships,
    long biographies,
    Map<String, Long> audits,
    List<String> unknown,
    Map<String, String> reasons,
    boolean partial,
    List<String> problems) {
  public AuditSummary {
    unknown = List.copyOf(unknown);
    problems = List.copyOf(problems);
  }

  public Exit exit() {
    return partial ? Exit.PARTIAL : Exit.DONE;
  }
}
