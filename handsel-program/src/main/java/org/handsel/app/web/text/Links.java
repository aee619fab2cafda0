package org.handsel.app.web.text;

/// Addresses that a page may link to: what people and lists wrote may be anything.
public interface Links {
  /// Whether it is an address of the web, which a click does not run.
  static boolean safe(String address) {
    return address.matches("https?://[^\\s\"'<>]+");
  }

  /// Where an identifier is looked up; empty where it is nowhere.
  static String of(String scheme, String value) {
    if (!value.matches("[A-Za-z0-9:/-]+")) {
      return "";
    }
    return switch (scheme) {
      case "wikidata" -> "https://www.wikidata.org/wiki/" + value;
      case "gnd" -> "https://d-nb.info/gnd/" + value;
      case "viaf" -> "https://viaf.org/viaf/" + value;
      case "ror" -> "https://ror.org/" + value;
      case "isil" ->
          value.startsWith("DE-")
              ? "https://sigel.staatsbibliothek-berlin.de/suche?isil=" + value
              : "";
      default -> "";
    };
  }
}
