package org.handsel.impact;

import java.time.YearMonth;
import java.util.Set;

/// What is counted on a wiki as it is now.
///
/// @param category with or without its namespace; empty where a release's files are counted
/// @param depth levels of subcategories; 0 for the category alone
/// @param without categories that do not belong to the collection
/// @param allNamespaces whether lists, user and talk pages count as well as articles
/// @param from first month of edits
/// @param to last month of edits
/// @param mostFiles whose changes are asked for one by one
public record LiveScope(
    String category,
    int depth,
    Set<String> without,
    boolean allNamespaces,
    YearMonth from,
    YearMonth to,
    int mostFiles) {
  /// Levels that are followed when nobody says otherwise, as Commons Impact Metrics does.
  public static final int DEPTH = 7;

  public LiveScope {
    without = Set.copyOf(without);
    if (depth < 0) {
      throw new IllegalArgumentException("a tree has no levels below nothing");
    }
  }

  /// Files whose changes are asked for when nobody says otherwise.
  public static final int MOST_FILES = 200;
}
