package org.handsel.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.platform.ResourceTable;

/// What somebody did about a thing, as records word it: made it, or had something else to do with
/// it (published, owned, gave, is shown).
///
/// Words and MARC relator codes are data (`roles.tsv`). A word that is in neither list is neither.
final class Roles {
  private static final Pattern PARTS =
      Pattern.compile("[,;&+|]|\\s(?:and|und|och|et|en|y|e|og)\\s");
  private static final int LONGEST = 120;

  private final Set<String> makers;
  private final Set<String> others;

  private Roles(Set<String> makers, Set<String> others) {
    this.makers = Set.copyOf(makers);
    this.others = Set.copyOf(others);
  }

  static Roles load() {
    ResourceTable table =
        ResourceTable.read(Roles.class, "roles.tsv", "kind", "languages", "words");
    Set<String> makers = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (ResourceTable.Row row : table.rows()) {
      if (!row.cell(0).equals("maker") && !row.cell(0).equals("other")) {
        throw ResourceTable.malformed(
            table.name(), row.line(), "expected maker or other, found " + row.cell(0));
      }
      for (String word : row.list(2)) {
        (row.cell(0).equals("maker") ? makers : others).add(Names.plain(word));
      }
    }
    for (String word : makers) {
      if (others.contains(word)) {
        throw ResourceTable.malformed(table.name(), 0, "\"%s\" is of both kinds".formatted(word));
      }
    }
    return new Roles(makers, others);
  }

  /// Whether a role is that of a maker: `photographer`, `Künstler/in`, `pht`, the address of a MARC
  /// relator; of several roles in one text any.
  boolean maker(String role) {
    return any(role, makers);
  }

  /// Whether a role is known not to be that of a maker.
  boolean other(String role) {
    return any(role, others);
  }

  private static boolean any(String role, Set<String> words) {
    if (role.length() > LONGEST) {
      return false;
    }
    String relator = role.strip();
    int slash = relator.lastIndexOf('/');
    if (relator.startsWith("http") && slash > 0) {
      return words.contains(relator.substring(slash + 1).toLowerCase(Locale.ROOT));
    }
    if (one(Names.plain(relator), words)) {
      return true;
    }
    for (String part : PARTS.split(relator)) {
      if (one(Names.plain(part), words)) {
        return true;
      }
    }
    return false;
  }

  /// `Artists`, `Fotografin` and `Künstler:in` are meant by `artist`, `fotograf` and `künstler`.
  private static boolean one(String plain, Set<String> words) {
    return words.contains(plain)
        || without(plain, "s", words)
        || without(plain, " s", words)
        || without(plain, "in", words)
        || without(plain, " in", words)
        || without(plain, "innen", words)
        || without(plain, " innen", words);
  }

  private static boolean without(String plain, String ending, Set<String> words) {
    return plain.length() > ending.length() + 2
        && plain.endsWith(ending)
        && words.contains(plain.substring(0, plain.length() - ending.length()));
  }
}
