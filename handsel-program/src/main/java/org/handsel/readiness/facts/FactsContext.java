package org.handsel.readiness.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.handsel.wiki.markup.Markup;
import org.handsel.wiki.markup.MarkupWords;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.profile.WikiProfile;

/// What the pages of a wiki are read with. Immutable, shared by threads.
///
/// @param canonical names of the wanted templates by the names under which they are called
/// @param redirectWords what begins a redirect, in small letters
record FactsContext(
    WikiProfile profile,
    Namespaces namespaces,
    MarkupWords words,
    Map<String, String> canonical,
    Set<String> redirectWords) {

  /// A reader of wikitext, which is good for one thread.
  Markup markup() {
    return new Markup(namespaces, canonical.keySet(), words);
  }

  /// The same with further names of templates.
  ///
  /// @param aliases names with the wanted templates that they lead to
  FactsContext with(Map<String, String> aliases) {
    Map<String, String> names = new HashMap<>(canonical);
    names.putAll(aliases);
    return new FactsContext(profile, namespaces, words, Map.copyOf(names), redirectWords);
  }
}
