package org.handsel.authority.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.authority.record.NameVariant.Kind;
import org.handsel.platform.ResourceTable;

/// What the codes and words of authority files mean; facts stand in `codes.tsv`. Immutable.
final class Codes {
  static final Codes TABLE = new Codes();

  private final Map<String, String> meanings = new HashMap<>();

  private Codes() {
    ResourceTable table = ResourceTable.read(Codes.class, "codes.tsv", "what", "code", "meaning");
    for (ResourceTable.Row row : table.rows()) {
      if (meanings.put(row.cell(0) + ' ' + row.cell(1), row.cell(2)) != null) {
        throw ResourceTable.malformed(table.name(), row.line(), "repeated code " + row.cell(1));
      }
      if (row.cell(0).equals("name")) {
        Kind.valueOf(row.cell(2).toUpperCase(Locale.ROOT));
      }
    }
  }

  /// The meaning of the first code that is known; empty where none is.
  ///
  /// @param what `name`, `date`, `place`, `occupation` or `relation`
  /// @param codes as written: also as an address, or with the subfield that they stand for (`4:`)
  String meaning(String what, Iterable<String> codes) {
    for (String code : codes) {
      String plain = code.strip().toLowerCase(Locale.ROOT);
      plain = plain.substring(Math.max(plain.lastIndexOf('#'), plain.lastIndexOf('/')) + 1);
      plain = plain.replaceFirst("^[4vi]:", "").replaceFirst("[:,]$", "").strip();
      String meaning = meanings.get(what + ' ' + plain);
      if (meaning != null) {
        return meaning;
      }
    }
    return "";
  }

  /// What kind of name a variant is.
  Kind name(Iterable<String> codes, String name) {
    Kind told = Kind.OTHER;
    for (String code : codes) {
      String meaning = meaning("name", List.of(code));
      // A name at birth is an earlier one, but that says less.
      if (!meaning.isEmpty()
          && (told == Kind.OTHER || told == Kind.EARLIER || told == Kind.LATER)) {
        told = Kind.valueOf(meaning.toUpperCase(Locale.ROOT));
      }
    }
    if (told != Kind.OTHER) {
      return told;
    }
    return otherScript(name) ? Kind.OTHER_SCRIPT : Kind.OTHER;
  }

  /// Source of the numbers: ISO 5218, which the GND uses.
  static String gender(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "1", "m", "male", "males", "man", "men", "männlich" -> "male";
      case "2", "w", "f", "female", "females", "woman", "women", "weiblich" -> "female";
      case "", "0", "u", "9" -> "";
      default -> "other";
    };
  }

  /// Whether most letters are not Latin.
  static boolean otherScript(String name) {
    int latin = 0;
    int other = 0;
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetter(name.charAt(i))) {
        boolean inLatin =
            Character.UnicodeScript.of(name.charAt(i)) == Character.UnicodeScript.LATIN;
        latin += inLatin ? 1 : 0;
        other += inLatin ? 0 : 1;
      }
    }
    return other > latin;
  }
}
