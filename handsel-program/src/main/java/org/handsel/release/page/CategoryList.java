package org.handsel.release.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The categories of a page: each once, content before maintenance.
final class CategoryList {
  private static final Pattern PREFIX = Pattern.compile("^(?i)\\s*:?\\s*category\\s*:\\s*");
  private static final Pattern BLANKS = Pattern.compile("[\\s_\\u00A0]+");
  private static final Pattern LEGAL = Pattern.compile("[^\\[\\]{}|<>#\\p{Cntrl}\\uFFFD]+");
  private static final Pattern REFERENCE = Pattern.compile("&[#\\w]+;|%[0-9A-Fa-f]{2}|~{3}");

  private final Set<String> content = new LinkedHashSet<>();
  private final Set<String> maintenance = new LinkedHashSet<>();
  private final List<PageFinding> findings;

  CategoryList(List<PageFinding> findings) {
    this.findings = findings;
  }

  void content(String name) {
    add(content, name);
  }

  void maintenance(String name) {
    add(maintenance, name);
  }

  /// The lines at the end of the page.
  String wikitext() {
    StringBuilder out = new StringBuilder();
    if (content.isEmpty()) {
      out.append("{{subst:unc}}\n");
    }
    content.forEach(name -> out.append("[[Category:").append(name).append("]]\n"));
    maintenance.stream()
        .filter(name -> !content.contains(name))
        .forEach(name -> out.append("[[Category:").append(name).append("]]\n"));
    return out.toString();
  }

  private void add(Set<String> names, String raw) {
    String name = BLANKS.matcher(PREFIX.matcher(raw).replaceFirst("")).replaceAll(" ").strip();
    if (name.isEmpty()) {
      return;
    }
    boolean tooLong = name.getBytes(StandardCharsets.UTF_8).length > 255;
    if (tooLong || !LEGAL.matcher(name).matches() || REFERENCE.matcher(name).find()) {
      findings.add(
          new PageFinding(
              "CATEGORY_ILLEGAL",
              "category \"%s\": no wiki takes this name: expected one without [ ] { } | < > # and at most 255 bytes long. Correct the mapping table or the pattern."
                  .formatted(name.length() > 80 ? name.substring(0, 80) + "…" : name)));
      return;
    }
    int first = name.codePointAt(0);
    names.add(
        Character.toString(Character.toTitleCase(first))
            + name.substring(Character.charCount(first)));
  }
}
