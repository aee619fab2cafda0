package org.handsel.release;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which other pages a file page uses, read from the wikitext that a plan holds.
///
/// Partner text cannot take part: in it all braces and brackets are escaped.
///
/// @param categories titles with namespace
/// @param templates titles with namespace: templates, and Creator and Institution pages
/// @param essential those of the templates without which the page is worth nothing: its own and the
///   licences
record PageNames(Set<String> categories, Set<String> templates, Set<String> essential) {
  private static final Pattern CATEGORY = Pattern.compile("\\[\\[Category:([^\\]|]+)");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{\\s*(?:subst:\\s*)?([^{}|\\n#]+?)\\s*(?=[|}\\n])");
  private static final String LICENCE_HEADER = "=={{int:license-header}}==";

  static PageNames of(String wikitext) {
    Set<String> categories = new LinkedHashSet<>();
    Matcher category = CATEGORY.matcher(wikitext);
    while (category.find()) {
      categories.add("Category:" + normal(category.group(1)));
    }
    Set<String> templates = new LinkedHashSet<>();
    Set<String> essential = new LinkedHashSet<>();
    int licences = wikitext.indexOf(LICENCE_HEADER);
    int licencesEnd = licences < 0 ? -1 : wikitext.indexOf("\n\n", licences);
    Matcher template = TEMPLATE.matcher(wikitext);
    while (template.find()) {
      String name = template.group(1);
      if (name.startsWith("int:") || name.equals("!") || name.equals("=")) {
        continue;
      }
      String title = title(name);
      boolean licence =
          licences >= 0
              && template.start() > licences
              && (licencesEnd < 0 || template.start() < licencesEnd);
      if (templates.isEmpty() || licence) {
        essential.add(title);
      }
      templates.add(title);
    }
    return new PageNames(categories, templates, essential);
  }

  private static String title(String name) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      String namespace = name.substring(0, colon).strip();
      if (namespace.equalsIgnoreCase("creator") || namespace.equalsIgnoreCase("institution")) {
        return normal(namespace.toLowerCase(Locale.ROOT)) + ":" + normal(name.substring(colon + 1));
      }
    }
    return "Template:" + normal(name);
  }

  private static String normal(String name) {
    String text = name.replace('_', ' ').strip();
    return text.isEmpty()
        ? text
        : Character.toString(Character.toTitleCase(text.codePointAt(0)))
            + text.substring(Character.charCount(text.codePointAt(0)));
  }
}
