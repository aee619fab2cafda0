package org.handsel.wiki.api;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file to be put on a wiki.
///
/// @param title with namespace, as the wiki stores it
/// @param text wikitext of the page
/// @param comment edit summary
/// @param source where the wiki may fetch the bytes itself; null when they are sent from here
/// @param async whether the wiki may assemble and publish what came in pieces when it has time; one
///   that does not offer that answers at once as ever
public record FileUpload(
    Path file,
    long bytes,
    String title,
    String text,
    String comment,
    @Nullable Source source,
    boolean async) {

  /// Where a file is on the web.
  ///
  /// @param sha1 of the bytes that are wanted from there; others are not taken
  public record Source(URI address, String sha1) {}

  /// A file that is sent from here and published at once.
  public FileUpload(Path file, long bytes, String title, String text, String comment) {
    this(file, bytes, title, text, comment, null, false);
  }

  /// The same with other ways to bring it to the wiki.
  public FileUpload by(@Nullable Source other, boolean asynchronous) {
    return new FileUpload(file, bytes, title, text, comment, other, asynchronous);
  }

  /// The name without its namespace, as `action=upload` wants it.
  String filename() {
    return title.substring(title.indexOf(':') + 1);
  }
}
