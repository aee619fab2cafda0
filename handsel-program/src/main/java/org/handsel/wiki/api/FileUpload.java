package org.handsel.wiki.api;

import java.nio.file.Path;

/// A file to be put on a wiki.
///
/// @param title with namespace, as the wiki stores it
/// @param text wikitext of the page
/// @param comment edit summary
public record FileUpload(Path file, long bytes, String title, String text, String comment) {
  /// The name without its namespace, as `action=upload` wants it.
  String filename() {
    return title.substring(title.indexOf(':') + 1);
  }
}
