package org.handsel.wiki.text;

import java.util.List;

/// The name of a file page as the wiki will store it.
///
/// @param name without namespace, with extension and spaces, such as `A view - Museum - 12.jpg`
/// @param shortened whether the description had to be cut
/// @param problems why the wiki would not take the name; empty unless description and suffix leave
///   nothing to name the file by, the suffix alone is too long or the extension is missing
public record FileTitle(String name, boolean shortened, List<TitleProblem> problems) {
  public FileTitle {
    problems = List.copyOf(problems);
  }

  /// The title with its namespace, such as `File:A view - Museum - 12.jpg`.
  public String page() {
    return FileTitles.NAMESPACE + name;
  }
}
