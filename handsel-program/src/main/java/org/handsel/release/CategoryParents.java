package org.handsel.release;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// Who knows in which categories a category is. Names without namespace, with spaces.
public interface CategoryParents {
  /// The categories directly above each of these; absent when there are none, or none are known.
  Map<String, Set<String>> above(Collection<String> categories);
}
