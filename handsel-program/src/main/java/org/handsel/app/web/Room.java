package org.handsel.app.web;

import java.util.List;

/// The pages of one feature.
///
/// Its texts are `messages/<name>_<language>.properties`, its templates lie in
/// `src/main/jte/web/<name>/`.
public interface Room {
  /// Short word that begins the names of its message files and the keys in them.
  String name();

  /// Entries that it adds to the navigation.
  default List<Entry> navigation() {
    return List.of();
  }

  /// Says which addresses it answers.
  void addTo(Routes routes);

  /// Reads what its pages need, so that the first visitor need not wait; called once in the
  /// background when the workbench has started.
  default void prepare() {}

  /// An entry of the navigation; its text is the message `<room>.navigation`, or `key`.
  ///
  /// @param place rank among all entries: start 0, board 10, prospects 20, institutions 30,
  ///   calendar 40, conditions 50, agreements 60, readiness 70, links 75, releases 80, impact 85;
  ///   from [#ASIDE] on in the person's menu: history 90, guides 92, settings 95
  /// @param path address; the entry is marked as current on it and everything below
  /// @param key message with the text
  record Entry(int place, String path, String key) {
    /// Where the person's menu begins.
    static final int ASIDE = 90;
  }
}
