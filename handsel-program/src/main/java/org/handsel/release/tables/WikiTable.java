package org.handsel.release.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.HandselException;
import org.handsel.wiki.text.Wikitext;

/// A mapping table as a sortable wiki table, and back. What volunteers wrote around the table
/// stays; in cells they may write names as links, as templates or as plain text.
final class WikiTable {
  private static final String BEGIN = "<!-- handsel table begins -->";
  private static final String END = "<!-- handsel table ends -->";
  private static final Pattern REFERENCE = Pattern.compile("&#(\\d{1,7});");
  private static final Pattern LINK =
      Pattern.compile("\\[\\[\\s*:?([^\\[\\]|]+?)\\s*(?:\\|[^\\[\\]]*)?\\]\\]");
  private static final Pattern QID = Pattern.compile("(?<![A-Za-z0-9])[Qq]([1-9]\\d{0,11})(?!\\d)");
  private static final Pattern ITEM = Pattern.compile("\\{\\{\\s*[Qq]\\s*\\|\\s*[Qq]?(\\d+)");
  private static final Pattern PAGE =
      Pattern.compile(
          "\\{\\{\\s*(?:[Cc]reator|[Ii]nstitution)\\s*:\\s*([^{}|]+?)\\s*(?:\\|[^{}]*)?\\}\\}");
  private static final Pattern NAMESPACE =
      Pattern.compile("(?i)^:?\\s*(?:category|creator|institution|d|wikidata)\\s*:\\s*");
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "^\\s*(?:[a-zA-Z-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s|\"']+)\\s*)+\\|(?!\\|)");

  private WikiTable() {}

  /// The table in wikitext.
  ///
  /// @param most rows at most, from the top
  static String write(TableFile table, int most) {
    StringBuilder out = new StringBuilder(BEGIN).append("\n{| class=\"wikitable sortable\"\n");
    out.append("! ")
        .append(String.join(" !! ", table.columns().stream().map(Wikitext::escape).toList()));
    out.append('\n');
    table.rows().values().stream()
        .limit(most)
        .forEach(row -> {
          out.append("|-\n");
          for (String column : table.columns()) {
            out.append("| ").append(cell(column, row)).append('\n');
          }
        });
    return out.append("|}\n").append(END).toString();
  }

  private static String cell(String column, TableRow row) {
    String text = column.equals("value") ? row.value() : row.cell(column);
    return switch (column) {
      case "state" -> row.state();
      case "qid", "proposal" ->
          text.matches("Q[1-9]\\d*") ? "[[:d:" + text + "|" + text + "]]" : plain(text);
      case "category" -> {
        List<String> links = new ArrayList<>();
        for (String name : text.split("\\|")) {
          if (!name.isBlank()) {
            links.add(link("Category:", name.strip()));
          }
        }
        yield String.join(" ", links);
      }
      case "creator" -> text.isEmpty() ? "" : link("Creator:", text);
      default -> plain(text);
    };
  }

  /// A name that cannot be a link stays text, and is read back as such.
  private static String link(String namespace, String name) {
    return name.matches("[^\\[\\]{}|<>#\\p{Cntrl}&]+")
        ? "[[:" + namespace + name + "]]"
        : plain(name);
  }

  /// Blanks and dashes at the start would be markup of the table.
  private static String plain(String text) {
    return Wikitext.escape(text);
  }

  /// The page with the table in the place of the one that stands there; behind all else where there
  /// is none.
  static String into(String page, String table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin >= 0 && end > begin) {
      return page.substring(0, begin) + table + page.substring(end + END.length());
    }
    return page.isBlank() ? table + "\n" : page.stripTrailing() + "\n\n" + table + "\n";
  }

  /// Reads the table of a page.
  ///
  /// @param problems takes what could not be read, each with its row
  /// @throws HandselException with exit 2 when there is no such table
  static TableFile read(String page, List<String> problems) {
    List<List<String>> lines = rows(page);
    if (lines.isEmpty()) {
      throw HandselException.usage(
          "the page holds no table with the column value: expected one as handsel collection tables"
              + " publish writes it.");
    }
    List<String> columns =
        lines.getFirst().stream()
            .map(name -> unescaped(name).strip().toLowerCase(Locale.ROOT))
            .toList();
    Map<String, TableRow> rows = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = lines.get(i);
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (cells.size() > columns.size()) {
        problems.add(
            "row %d: expected %d cells, found %d; the last ones are left out"
                .formatted(i, columns.size(), cells.size()));
      }
      Map<String, String> named = new LinkedHashMap<>();
      String value = "";
      for (int c = 0; c < columns.size() && c < cells.size(); c++) {
        String column = columns.get(c);
        if (column.equals("value")) {
          value = TableFile.key(unescaped(cells.get(c)));
        } else {
          named.put(column, text(column, cells.get(c).strip()));
        }
      }
      TableRow row = new TableRow(value, named);
      if (value.isEmpty()) {
        problems.add("row %d: no value in the first column; it is left out".formatted(i));
      } else {
        TableRow before = rows.putIfAbsent(value, row);
        if (before != null && !before.equals(row)) {
          problems.add(
              "row %d: \"%s\" stands there twice and differently; the first one counts"
                  .formatted(i, value));
        }
      }
    }
    return new TableFile(columns, rows);
  }

  private static String text(String column, String cell) {
    return switch (column) {
      case "state" -> unescaped(cell).strip().toLowerCase(Locale.ROOT);
      case "qid", "proposal" -> {
        Matcher item = ITEM.matcher(cell);
        Matcher qid = QID.matcher(cell);
        yield item.find()
            ? "Q" + item.group(1)
            : cell.contains("[[") && qid.find() || qid.reset().matches()
                ? "Q" + qid.group(1)
                : unescaped(cell);
      }
      case "category", "creator" -> names(cell);
      default -> unescaped(cell);
    };
  }

  /// Names of links or templates; a cell without either is one name.
  private static String names(String cell) {
    List<String> names = new ArrayList<>();
    Matcher page = PAGE.matcher(cell);
    while (page.find()) {
      names.add(page.group(1));
    }
    Matcher link = LINK.matcher(cell);
    while (link.find()) {
      names.add(NAMESPACE.matcher(link.group(1)).replaceFirst(""));
    }
    String rest = LINK.matcher(PAGE.matcher(cell).replaceAll("")).replaceAll("");
    String words = NAMESPACE.matcher(unescaped(rest).strip()).replaceFirst("");
    if (!words.isBlank() && !words.matches("[\\s,;·•/]+")) {
      names.add(words);
    }
    return String.join(
        "|", names.stream().map(name -> name.replace('_', ' ').strip()).distinct().toList());
  }

  /// What a reader sees of an escaped text.
  static String unescaped(String text) {
    // Markup first: what the references stand for is text, whatever it looks like.
    String shown = text.replaceAll("(?i)<br\\s*/?>", " ").replaceAll("</?nowiki\\s*/?>", "");
    return REFERENCE
        .matcher(shown)
        .replaceAll(match -> {
          int code = Integer.parseInt(match.group(1));
          return Matcher.quoteReplacement(
              Character.isValidCodePoint(code) ? Character.toString(code) : match.group());
        });
  }

  /// The cells of the table's rows, header first; empty when no table has a column `value`.
  private static List<List<String>> rows(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    String part = begin >= 0 && end > begin ? page.substring(begin + BEGIN.length(), end) : page;
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    boolean inside = false;
    for (String line : part.split("\n", -1)) {
      String start = line.stripLeading();
      if (start.startsWith("{|")) {
        inside = true;
      } else if (inside && start.startsWith("|}")) {
        add(rows, row);
        if (table(rows).isPresent()) {
          return rows;
        }
        rows.clear();
        row = new ArrayList<>();
        inside = false;
      } else if (inside && start.startsWith("|-")) {
        add(rows, row);
        row = new ArrayList<>();
      } else if (inside && start.startsWith("|+")) {
        continue;
      } else if (inside && (start.startsWith("|") || start.startsWith("!"))) {
        cells(start.substring(1), start.charAt(0), row);
      } else if (inside && !row.isEmpty()) {
        row.set(row.size() - 1, row.getLast() + " " + line);
      }
    }
    return List.of();
  }

  private static Optional<List<String>> table(List<List<String>> rows) {
    return rows.stream()
        .findFirst()
        .filter(first -> first.stream().anyMatch(name -> name.strip().equalsIgnoreCase("value")));
  }

  private static void add(List<List<String>> rows, List<String> row) {
    if (!row.isEmpty()) {
      rows.add(row);
    }
  }

  /// Cells of a line: `||` or `!!` outside of links and templates begins the next.
  private static void cells(String line, char mark, List<String> row) {
    int depth = 0;
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.startsWith("[[", i) || line.startsWith("{{", i)) {
        depth++;
        i++;
      } else if (line.startsWith("]]", i) || line.startsWith("}}", i)) {
        depth = Math.max(0, depth - 1);
        i++;
      } else if (depth == 0
          && (line.startsWith("||", i) || mark == '!' && line.startsWith("!!", i))) {
        row.add(content(line.substring(start, i)));
        start = i + 2;
        i++;
      }
    }
    row.add(content(line.substring(start)));
  }

  private static String content(String cell) {
    return ATTRIBUTES.matcher(cell).replaceFirst("").strip();
  }
}
