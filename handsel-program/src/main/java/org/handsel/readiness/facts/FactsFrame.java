package org.handsel.readiness.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.markup.MarkupWords;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.profile.WikiProfile;
import org.handsel.wiki.profile.WikiProfiles;
import org.jspecify.annotations.Nullable;

/// As which wiki a dump is read.
///
/// @param name of the wiki's database
/// @param categoryNamespace what the wiki calls its namespace of categories
record FactsFrame(String name, FactsContext context, String categoryNamespace) {
  /// @param wiki code that counts more than what the dump says, or null
  /// @param aliases redirects of templates that the profile does not know, with the names of wanted
  ///   templates that they lead to
  static FactsFrame of(@Nullable String wiki, DumpSite told, Map<String, String> aliases) {
    String name = name(wiki, told);
    WikiProfile profile = WikiProfiles.of(name);
    boolean asTold = wiki == null || name.equals(told.database());
    String language =
        wiki == null && !told.language().isEmpty() ? told.language() : profile.language();
    Namespaces namespaces =
        Namespaces.of(language, asTold ? told.namespaces() : Map.of(), told.firstLetter());
    Map<String, String> canonical = new LinkedHashMap<>(profile.templateNames());
    canonical.putAll(aliases);
    return new FactsFrame(
        name,
        new FactsContext(
            profile,
            namespaces,
            MarkupWords.of(language),
            Map.copyOf(canonical),
            MarkupWords.redirects(language)),
        categoryName(asTold ? told.namespaces() : Map.of(), language));
  }

  private static String name(@Nullable String wiki, DumpSite told) {
    if (wiki != null) {
      return wiki.endsWith("wiki") ? wiki : wiki.replace('-', '_') + "wiki";
    }
    if (!told.database().isEmpty()) {
      return told.database();
    }
    return told.language().isEmpty() ? "enwiki" : told.language().replace('-', '_') + "wiki";
  }

  private static String categoryName(Map<String, Integer> told, String language) {
    for (Map.Entry<String, Integer> namespace : told.entrySet()) {
      if (namespace.getValue() == Namespaces.CATEGORY) {
        return namespace.getKey();
      }
    }
    return Namespaces.name(language, Namespaces.CATEGORY).orElse("Category");
  }
}
