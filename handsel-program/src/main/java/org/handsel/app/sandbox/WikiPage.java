package org.handsel.app.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page with all its past; the last of each list is current.
///
/// @param title with namespace and spaces
/// @param versions of the file; empty for a page without one
/// @param structuredData labels, descriptions and statements; null when there never were any
/// @param deleted whether it is gone; its past is kept, since the wiki warns of such titles
record WikiPage(
    int id,
    int namespace,
    String title,
    List<Revision> revisions,
    List<FileVersion> versions,
    @Nullable Map<String, Object> structuredData,
    boolean deleted) {
  WikiPage {
    revisions = List.copyOf(revisions);
    versions = List.copyOf(versions);
  }

  /// One version of the text, or of the structured data when it left the text as it was.
  ///
  /// @param structuredData what the structured data was then; null when there was none
  record Revision(
      int id,
      int parent,
      String timestamp,
      String user,
      String comment,
      String text,
      @Nullable Map<String, Object> structuredData) {}

  /// One version of the file.
  record FileVersion(
      String sha1,
      long size,
      int width,
      int height,
      String mime,
      String timestamp,
      String user,
      String comment) {}

  Revision current() {
    return revisions.getLast();
  }

  String text() {
    return current().text();
  }

  boolean hasFile() {
    return !deleted && !versions.isEmpty();
  }

  FileVersion file() {
    return versions.getLast();
  }

  /// The title without namespace, as the database writes it.
  String key() {
    return Titles.key(namespace == 0 ? title : title.substring(title.indexOf(':') + 1));
  }
}
