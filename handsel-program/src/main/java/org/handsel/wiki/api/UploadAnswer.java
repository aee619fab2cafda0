package org.handsel.wiki.api;

import java.util.List;
import java.util.Map;

/// How the wiki answered an upload.
public sealed interface UploadAnswer {
  /// The wiki says that it has published the file.
  ///
  /// @param title with namespace
  /// @param sha1 as the wiki computed it; empty when the answer does not say
  record Published(String title, String sha1, String url) implements UploadAnswer {}

  /// The wiki did not publish, but would if told to ignore its warnings; Handsel never does.
  ///
  /// @param warnings by key, with the titles or texts that belong to each
  record Warned(String filekey, Map<String, List<String>> warnings) implements UploadAnswer {}

  /// An error, or no answer: see [ApiFailure#certain()].
  record Failed(ApiFailure failure) implements UploadAnswer {}
}
