package org.handsel.release.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the outermost parts of a page: templates with their parameters, categories, and the lines
/// between them. What is commented out or quoted (`<nowiki>`) is no markup; a brace that never
/// closes is text.
///
/// @param page the text
/// @param pieces in their order
record PageParts(String page, List<Piece> pieces) {
  /// Each costs a look at the whole rest of the page.
  private static final int MOST_UNCLOSED = 100;

  private static final List<String> QUOTING = List.of("nowiki", "pre", "math", "syntaxhighlight");

  static PageParts of(String page) {
    return new Reader(page).read();
  }

  /// Templates by name; a name that repeats is numbered.
  Map<String, Piece.Call> calls() {
    Map<String, Piece.Call> calls = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Call call) {
        calls.put(Piece.numbered(seen, call.name()), call);
      }
    }
    return calls;
  }

  Map<String, Piece.Category> categories() {
    Map<String, Piece.Category> categories = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Category category) {
        categories.putIfAbsent(category.name(), category);
      }
    }
    return categories;
  }

  List<Piece.Line> lines() {
    List<Piece.Line> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Line line) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static final class Reader {
    private final String page;
    private final List<Piece> pieces = new ArrayList<>();
    private int unclosed;

    Reader(String page) {
      this.page = page;
    }

    PageParts read() {
      int text = 0;
      int at = 0;
      while (at < page.length()) {
        int next = at + 1;
        int heading = heading(at);
        if (heading > 0) {
          lines(text, at);
          pieces.add(new Piece.Line(at, back(at, heading)));
          text = heading;
          next = heading;
        } else if (unclosed < MOST_UNCLOSED
            && (page.startsWith("{{", at) || page.startsWith("[[", at))) {
          int end = close(at);
          unclosed += end < 0 ? 1 : 0;
          Piece piece = end < 0 ? null : piece(at, end);
          if (piece != null) {
            lines(text, at);
            pieces.add(piece);
            text = end;
          }
          next = end < 0 ? at + 2 : end;
        } else {
          next = skip(at);
        }
        at = next;
      }
      lines(text, page.length());
      return new PageParts(page, List.copyOf(pieces));
    }

    /// The end of the heading that begins here, which is one part with all that is in it; 0 where
    /// none begins.
    private int heading(int at) {
      if (page.charAt(at) != '=' || (at > 0 && page.charAt(at - 1) != '\n')) {
        return 0;
      }
      int newline = page.indexOf('\n', at);
      int end = newline < 0 ? page.length() : newline;
      int last = back(at, end);
      return last > at + 2 && page.charAt(last - 1) == '=' ? end : 0;
    }

    private @Nullable Piece piece(int start, int end) {
      return page.charAt(start) == '{' ? call(start, end) : category(start, end);
    }

    /// Behind what begins here: a comment or quoted text as a whole, else one character.
    private int skip(int at) {
      if (page.charAt(at) != '<') {
        return at + 1;
      }
      if (page.startsWith("<!--", at)) {
        int end = page.indexOf("-->", at);
        return end < 0 ? page.length() : end + 3;
      }
      for (String name : QUOTING) {
        if (page.regionMatches(true, at + 1, name, 0, name.length())) {
          int open = page.indexOf('>', at);
          if (open < 0 || page.charAt(open - 1) == '/') {
            return at + 1;
          }
          int end = page.toLowerCase(Locale.ROOT).indexOf("</" + name, open);
          return end < 0 ? at + 1 : end;
        }
      }
      return at + 1;
    }

    /// Where the brackets that open here are closed; -1 when they are not.
    private int close(int start) {
      List<Integer> open = new ArrayList<>();
      int at = start;
      while (at < page.length()) {
        char c = page.charAt(at);
        boolean pair = at + 1 < page.length() && page.charAt(at + 1) == c;
        if (pair && (c == '{' || c == '[')) {
          boolean three = c == '{' && at + 2 < page.length() && page.charAt(at + 2) == '{';
          // Three braces are an argument, unless the third opens a template of its own.
          boolean argument = three && !page.startsWith("{{{{", at) && argument(at);
          open.add(argument ? '{' + 256 : (int) c);
          at += argument ? 3 : 2;
        } else if ((c == '}' || c == ']') && pair && !open.isEmpty()) {
          int last = open.getLast();
          int wanted = c == '}' ? '{' : '[';
          if (last == '{' + 256 && c == '}') {
            if (!page.startsWith("}}}", at)) {
              return -1;
            }
            open.removeLast();
            at += 3;
          } else if (last == wanted) {
            open.removeLast();
            at += 2;
          } else {
            at += 1;
          }
          if (open.isEmpty()) {
            return at;
          }
        } else {
          at = skip(at);
        }
      }
      return -1;
    }

    private boolean argument(int at) {
      int end = page.indexOf("}}", at);
      return end >= 0 && page.startsWith("}}}", end);
    }

    private Piece.Call call(int start, int end) {
      List<Integer> bars = bars(start + 2, end - 2);
      int nameEnd = bars.isEmpty() ? end - 2 : bars.getFirst();
      int from = forward(start + 2, nameEnd);
      int to = back(from, nameEnd);
      List<Piece.Parameter> parameters = new ArrayList<>();
      int position = 0;
      for (int i = 0; i < bars.size(); i++) {
        int bar = bars.get(i);
        int next = i + 1 < bars.size() ? bars.get(i + 1) : end - 2;
        int equals = equalsSign(bar + 1, next);
        String name =
            equals < 0 ? Integer.toString(++position) : page.substring(bar + 1, equals).strip();
        int value = forward(equals < 0 ? bar + 1 : equals + 1, next);
        parameters.add(new Piece.Parameter(name, equals >= 0, bar, next, value, back(value, next)));
      }
      return new Piece.Call(start, end, template(page.substring(from, to)), from, to, parameters);
    }

    private static String template(String written) {
      String name = written.replace('_', ' ').strip();
      if (name.regionMatches(true, 0, "template:", 0, 9)) {
        name = name.substring(9).strip();
      }
      return upper(name);
    }

    private static String upper(String name) {
      return name.isEmpty()
          ? name
          : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
              + name.substring(name.offsetByCodePoints(0, 1));
    }

    private Piece.@Nullable Category category(int start, int end) {
      String inside = page.substring(start + 2, end - 2);
      int colon = inside.indexOf(':');
      if (colon < 0 || !inside.substring(0, colon).strip().equalsIgnoreCase("category")) {
        return null;
      }
      int bar = inside.indexOf('|');
      String name = inside.substring(colon + 1, bar < 0 ? inside.length() : bar);
      return new Piece.Category(
          start, end, upper(name.replace('_', ' ').strip().replaceAll(" +", " ")));
    }

    /// Bars that divide this template and no part of it.
    private List<Integer> bars(int from, int to) {
      List<Integer> bars = new ArrayList<>();
      for (int at = from; at < to; ) {
        if (page.charAt(at) == '|') {
          bars.add(at);
        }
        at = over(at, to);
      }
      return bars;
    }

    private int equalsSign(int from, int to) {
      for (int at = from; at < to; at = over(at, to)) {
        if (page.charAt(at) == '=') {
          return at;
        }
      }
      return -1;
    }

    private int over(int at, int to) {
      if (page.startsWith("{{", at) || page.startsWith("[[", at)) {
        int end = close(at);
        return end < 0 || end > to ? at + 2 : end;
      }
      return skip(at);
    }

    private void lines(int from, int to) {
      for (int at = from; at < to; ) {
        int newline = page.indexOf('\n', at);
        int end = newline < 0 || newline > to ? to : newline;
        int first = forward(at, end);
        int last = back(first, end);
        if (first < last) {
          pieces.add(new Piece.Line(first, last));
        }
        at = end + 1;
      }
    }

    private int forward(int from, int to) {
      int at = from;
      while (at < to && Character.isWhitespace(page.charAt(at))) {
        at++;
      }
      return at;
    }

    private int back(int from, int to) {
      int at = to;
      while (at > from && Character.isWhitespace(page.charAt(at - 1))) {
        at--;
      }
      return at;
    }
  }
}
