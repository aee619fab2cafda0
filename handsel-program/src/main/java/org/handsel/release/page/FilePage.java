package org.handsel.release.page;

import java.util.List;
import java.util.Map;

/// A rendered file page.
///
/// @param description first part of the file's name: may be cut when the name is too long
/// @param suffix last part of the file's name: makes it unique and is never cut
/// @param wikitext text of the page
/// @param structuredData captions and statements, as `wbeditentity` takes them
/// @param findings what is missing or could not be used
public record FilePage(
    String description,
    String suffix,
    String wikitext,
    Map<String, Object> structuredData,
    List<PageFinding> findings) {
  public FilePage {
    findings = List.copyOf(findings);
  }
}
