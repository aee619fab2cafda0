package org.handsel.app.web;

import java.util.List;
import org.handsel.app.web.text.Language;

/// What the layout shows around the content of a page.
///
/// @param entries of the navigation, in order
/// @param aside entries of the person's menu, in order
/// @param languages to choose from
/// @param theme `light`, `dark` or `auto`
/// @param notices left by the request before
/// @param style address of the stylesheet
/// @param scripts addresses of the scripts
/// @param icon address of the icon
/// @param person name of who is logged in; empty without a login
/// @param here path and query of this page, to come back to
public record Frame(
    List<Entry> entries,
    List<Entry> aside,
    List<Language> languages,
    String theme,
    List<Notice> notices,
    String style,
    List<String> scripts,
    String icon,
    String person,
    String here) {

  public Frame {
    entries = List.copyOf(entries);
    aside = List.copyOf(aside);
    languages = List.copyOf(languages);
    notices = List.copyOf(notices);
    scripts = List.copyOf(scripts);
  }

  /// An entry of the navigation.
  public record Entry(String path, String text, boolean current) {}
}
