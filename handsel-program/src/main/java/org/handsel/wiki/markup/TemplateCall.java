package org.handsel.wiki.markup;

import java.util.Map;

/// A call of a template.
///
/// @param name of the template without its namespace, as MediaWiki stores it; redirects are not
///   resolved
/// @param arguments by name in the order of their first mention, `1`, `2` … for those without one;
///   of several with one name the last counts. Values of named arguments are trimmed, others are as
///   written; comments are gone, nested templates are left as wikitext
public record TemplateCall(String name, Map<String, String> arguments) {

  /// Whether a value depends on a parser function or parameter, so that wikitext does not tell it.
  public static boolean dynamic(String value) {
    return value.contains("{{#") || value.contains("{{{");
  }
}
