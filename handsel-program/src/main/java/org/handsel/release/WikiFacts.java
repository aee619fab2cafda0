package org.handsel.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a plan asks a wiki before anything is sent. Titles carry their namespace and use spaces.
public interface WikiFacts extends CategoryParents {
  /// Which of these pages exist (redirects count as existing).
  Set<String> existing(Collection<String> titles);

  /// Titles of files with these bytes, by SHA-1; absent when there are none.
  Map<String, List<String>> filesBySha1(Collection<String> sha1s);

  /// Why the wiki would not let this title be created; empty when it would.
  Optional<String> titleRefusal(String title);
}
