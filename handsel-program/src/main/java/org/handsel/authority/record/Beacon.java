package org.handsel.authority.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A BEACON file: which identifiers an offer on the web has something about. Source: BEACON link
/// dump format, and three files of libraries and lexicons.
///
/// @param meta its fields (`#PREFIX: …`) by name in capitals
public record Beacon(Map<String, String> meta, List<Link> links) {
  private static final Pattern ADDRESS = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:\\S+|/\\S*)");

  public Beacon {
    meta = Map.copyOf(meta);
    links = List.copyOf(links);
  }

  /// @param line in the file
  /// @param source identifier without the prefix of the file
  /// @param annotation name, count or another word on the link; empty where there is none
  /// @param target address; empty where the file makes it of the identifier
  public record Link(long line, String source, String annotation, String target) {
    /// Who is linked, as far as the annotation says so.
    public PersonRecord person(String id) {
      boolean name = annotation.chars().anyMatch(Character::isLetter);
      return PersonRecord.bare(id, name ? annotation : "", "");
    }
  }

  static Beacon read(BufferedReader in) throws IOException {
    Map<String, String> meta = new LinkedHashMap<>();
    List<Link> links = new ArrayList<>();
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      String text = line.strip();
      int colon = text.indexOf(':');
      if (text.startsWith("#")) {
        if (colon > 1) {
          meta.putIfAbsent(
              text.substring(1, colon).strip().toUpperCase(Locale.ROOT),
              text.substring(colon + 1).strip());
        }
        continue;
      }
      if (text.isEmpty()) {
        continue;
      }
      String[] cells = text.split("\\|", -1);
      String last = cells[cells.length - 1].strip();
      // What stands alone behind a number is a name or count, unless it is an address.
      boolean address = cells.length > 2 || cells.length == 2 && ADDRESS.matcher(last).matches();
      String annotation = cells.length > (address ? 2 : 1) ? cells[1].strip() : "";
      links.add(new Link(number, cells[0].strip(), annotation, address ? last : ""));
    }
    return new Beacon(meta, links);
  }
}
