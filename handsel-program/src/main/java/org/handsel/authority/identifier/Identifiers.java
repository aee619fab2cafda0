package org.handsel.authority.identifier;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.identifier.Identifier.State;
import org.handsel.platform.ResourceTable;

/// Judges identifiers of authority files and brings the many ways of writing them into one form.
///
/// Facts of the schemes stand in `schemes.tsv`. Immutable; safe for threads.
public final class Identifiers {
  private static final Pattern LCCN =
      Pattern.compile("([a-z]{1,3})\\s*[-/]?\\s*([0-9]{2}|[0-9]{4})\\s*[-/]\\s*([0-9]{1,6})");
  private static final Pattern ADDRESS = Pattern.compile("(?i)^(?:https?://\\S*/|urn:[a-z]+:)");

  private record Scheme(String property, Pattern pattern, String check, String address) {}

  private final Map<String, Scheme> schemes = new LinkedHashMap<>();

  private Identifiers() {}

  /// Reads the table of the package.
  public static Identifiers load() {
    Identifiers identifiers = new Identifiers();
    ResourceTable table =
        ResourceTable.read(
            Identifiers.class, "schemes.tsv", "scheme", "property", "pattern", "check", "address");
    for (ResourceTable.Row row : table.rows()) {
      if (!Set.of("none", "gnd", "mod11", "mod11-2", "noid").contains(row.cell(3))) {
        throw ResourceTable.malformed(table.name(), row.line(), "unknown check " + row.cell(3));
      }
      identifiers.schemes.put(
          row.cell(0),
          new Scheme(row.cell(1), Pattern.compile(row.cell(2)), row.cell(3), row.cell(4)));
    }
    return identifiers;
  }

  /// The schemes that are known.
  public Set<String> schemes() {
    return schemes.keySet();
  }

  /// Wikidata property of a scheme, empty where it has none.
  public String property(String scheme) {
    return known(scheme).property;
  }

  /// Address at which a person can look an identifier up.
  public String address(String scheme, String value) {
    return known(scheme).address.replace("{id}", value);
  }

  /// Judges an identifier.
  ///
  /// @param written as found in a wiki or record: also as an address, with blanks, or in one of the
  ///   notations of the scheme, such as `n/80/32764` for `n80032764`
  public Identifier judge(String scheme, String written) {
    Scheme rules = known(scheme);
    String value = normal(scheme, written.strip());
    if (!rules.pattern.matcher(value).matches()) {
      return new Identifier(scheme, written.strip(), State.MALFORMED);
    }
    return new Identifier(
        scheme,
        value,
        CheckDigits.right(rules.check, value) ? State.VALID : State.WRONG_CHECK_DIGIT);
  }

  private Scheme known(String scheme) {
    Scheme rules = schemes.get(scheme);
    if (rules == null) {
      throw new IllegalArgumentException(
          "unknown scheme %s, expected one of %s".formatted(scheme, schemes.keySet()));
    }
    return rules;
  }

  private static String normal(String scheme, String written) {
    String value = ADDRESS.matcher(written).replaceFirst("");
    return switch (scheme) {
      case "gnd", "sudoc" -> value.replaceFirst("^\\(DE-588[a-z]?\\)", "").toUpperCase(Locale.ROOT);
      case "lccn" -> lccn(value);
      case "isni" -> value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
      case "orcid" -> value.toUpperCase(Locale.ROOT);
      case "bnf" -> value.replaceFirst("^(?i)(?:frbnf|cb)", "");
      case "wikidata" -> value.toUpperCase(Locale.ROOT);
      default -> value;
    };
  }

  /// Prefix, year and serial, the serial padded to six digits. Source: Library of Congress, LCCN
  /// normal form.
  private static String lccn(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    Matcher parts = LCCN.matcher(text);
    if (!parts.matches()) {
      return text.replaceAll("\\s", "");
    }
    return parts.group(1)
        + parts.group(2)
        + "0".repeat(6 - parts.group(3).length())
        + parts.group(3);
  }
}
