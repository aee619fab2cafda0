package org.handsel.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Finds addresses of licences and statements in a text, in any spelling. Immutable.
final class RightsAddresses {
  private static final String PLACEHOLDER = "placeholder";

  /// An address with a text around it.
  ///
  /// @param statement what it names; null when it stands on a known host and names nothing
  /// @param start place of its first character, scheme included
  /// @param end place behind its last one
  record Found(@Nullable Statement statement, int start, int end) {}

  private final StatementTables tables;

  /// Hosts, longer ones first where one is the end of another.
  private final Map<String, String> hosts;

  RightsAddresses(StatementTables tables) {
    this.tables = tables;
    Map<String, String> hosts = new TreeMap<>();
    for (ResourceTable.Row row : StatementTables.table("hosts.tsv", "host", "means").rows()) {
      hosts.put(row.cell(0), row.cell(1));
    }
    this.hosts = Map.copyOf(hosts);
  }

  List<Found> in(String text) {
    String small = small(text);
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < small.length()) {
      int dot = small.indexOf('.', at);
      if (dot < 0) {
        break;
      }
      Found address = around(small, dot, at);
      if (address == null) {
        at = dot + 1;
      } else {
        found.add(address);
        at = Math.max(address.end(), dot + 1);
      }
    }
    return found;
  }

  /// Small ASCII letters; unlike the language's own lower-casing it never changes the length, so
  /// that places stay right.
  private static String small(String text) {
    char[] all = text.toCharArray();
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= 'A' && all[i] <= 'Z') {
        all[i] += 'a' - 'A';
      }
    }
    return new String(all);
  }

  /// The address whose host ends with the label behind this dot.
  private @Nullable Found around(String text, int dot, int from) {
    int start = dot;
    while (start > from && hostCharacter(text.charAt(start - 1))) {
      start--;
    }
    int end = dot;
    while (end < text.length() && hostCharacter(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    String host = text.substring(start, end);
    String plain = host.startsWith("www.") ? host.substring(4) : host;
    String means = hosts.get(plain);
    if (means == null) {
      return null;
    }
    int stop = end;
    while (stop < text.length() && pathCharacter(text.charAt(stop))) {
      stop++;
    }
    String path = text.substring(end, stop);
    int begin = start;
    while (begin > from && ":/".indexOf(text.charAt(begin - 1)) >= 0) {
      begin--;
    }
    while (begin > from && begin < start && Character.isLetter(text.charAt(begin - 1))) {
      begin--;
    }
    return new Found(means.equals(PLACEHOLDER) ? null : statement(means, path), begin, stop);
  }

  private static boolean hostCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
  }

  private static boolean pathCharacter(char c) {
    return c > ' ' && c != '\u00a0' && "\"<>()[]{},;|'".indexOf(c) < 0;
  }

  private @Nullable Statement statement(String host, String path) {
    String clean = path;
    for (char stop : new char[] {'?', '#'}) {
      int i = clean.indexOf(stop);
      clean = i < 0 ? clean : clean.substring(0, i);
    }
    List<String> parts = new ArrayList<>();
    for (String part : clean.replace("%2b", "+").split("/", -1)) {
      String bare = part.endsWith(".") ? part.substring(0, part.length() - 1) : part;
      if (!bare.isEmpty()) {
        parts.add(bare);
      }
    }
    if (parts.isEmpty()) {
      return null;
    }
    return switch (host) {
      case "creativecommons.org" -> creativeCommons(parts);
      case "rightsstatements.org" -> rightsStatement(parts);
      case "europeana.eu" -> europeana(parts);
      default ->
          parts.size() > 1 && parts.getFirst().equals("licenses") ? spdx(parts.get(1)) : null;
    };
  }

  private @Nullable Statement creativeCommons(List<String> parts) {
    String section = parts.getFirst();
    String kind = parts.size() > 1 ? parts.get(1) : "";
    String version = parts.size() > 2 && parts.get(2).matches("\\d\\.\\d") ? parts.get(2) : null;
    if (section.equals("publicdomain")) {
      return tables.find("creativecommons.org/publicdomain/" + kind + "/1.0");
    }
    if (section.equals("share-your-work")) {
      // The page that explains CC0; museums give its address instead of the dedication's own.
      return parts.getLast().equals("cc0") ? tables.find(StatementTables.ZERO) : null;
    }
    if (!section.equals("licenses") && !section.equals("licences") && !section.equals("license")) {
      return null;
    }
    Statement listed =
        tables.find(StatementTables.LICENCES + kind + (version == null ? "" : "/" + version));
    if (listed != null) {
      return listed;
    }
    String elements = StatementTables.kind(List.of(kind.split("-", -1)));
    if (elements == null) {
      return null;
    }
    // What follows the version and is no jurisdiction is a language or "deed".
    String port = version != null && parts.size() > 3 ? tables.port(parts.get(3)) : null;
    return tables.licence(elements, version, port);
  }

  private @Nullable Statement rightsStatement(List<String> parts) {
    boolean section =
        parts.size() > 1 && List.of("vocab", "page", "data").contains(parts.getFirst());
    return section ? tables.find("rightsstatements.org/vocab/" + parts.get(1) + "/1.0") : null;
  }

  private @Nullable Statement europeana(List<String> parts) {
    int rights = parts.indexOf("rights");
    if (rights < 0 || rights + 1 >= parts.size()) {
      return null;
    }
    String name = parts.get(rights + 1);
    return tables.find(
        "europeana.eu/rights/"
            + (name.endsWith(".html") ? name.substring(0, name.length() - 5) : name));
  }

  /// `https://spdx.org/licenses/CC-BY-SA-4.0.html`
  private @Nullable Statement spdx(String name) {
    String plain = name.endsWith(".html") ? name.substring(0, name.length() - 5) : name;
    if (plain.equals("cc0-1.0")) {
      return tables.find(StatementTables.ZERO);
    }
    List<String> parts = new ArrayList<>(List.of(plain.split("-", -1)));
    if (!parts.removeFirst().equals("cc")) {
      return null;
    }
    String port = parts.isEmpty() ? null : tables.port(parts.getLast());
    if (port != null) {
      parts.removeLast();
    }
    if (parts.isEmpty() || !parts.getLast().matches("\\d\\.\\d")) {
      return null;
    }
    String version = parts.removeLast();
    String kind = StatementTables.kind(parts);
    return kind == null ? null : tables.licence(kind, version, port);
  }
}
