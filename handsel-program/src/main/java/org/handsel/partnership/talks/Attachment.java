package org.handsel.partnership.talks;

import java.util.regex.Pattern;

/// A file that belongs to an entry; it stays where it is.
///
/// @param path where it lies
/// @param sha1 of its bytes when it was attached, 40 hex digits
public record Attachment(String path, String sha1) {
  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

  public Attachment {
    if (path.isBlank() || !SHA1.matcher(sha1).matches()) {
      throw new IllegalArgumentException(
          "attachment: expected a path and a SHA-1, found \"%s\" and \"%s\"".formatted(path, sha1));
    }
  }
}
