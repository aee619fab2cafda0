package org.handsel.partnership.contacts;

import java.util.List;

/// What an erasure reached.
///
/// @param label what stands for the person from now on
/// @param texts texts of timelines, occasions and the log in which a name was blanked
/// @param files attachments of entries on the person, which somebody has to look at by hand
public record Erased(String label, int texts, List<String> files) {
  public Erased {
    files = List.copyOf(files);
  }
}
