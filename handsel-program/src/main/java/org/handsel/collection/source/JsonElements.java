package org.handsel.collection.source;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a JSON text into the texts of its records without holding more than one of them: the
/// elements of the root's array, the roots of JSON Lines, or the elements of the array at a path of
/// keys.
///
/// A record whose brackets or quotes do not fit together is given as far as it is known, and
/// reading goes on at the next object that begins as the others do. Used by one thread.
final class JsonElements {
  private static final int MAX_RECORD = 64 << 20;
  private static final int BUFFER = 1 << 16;

  /// The text of a record.
  ///
  /// @param line where it begins, from 1
  /// @param broken what is wrong with its outline; null when nothing is
  record Element(String text, long line, @Nullable String broken) {}

  private final Reader in;
  private final List<String> path;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int limit;

  /// Text that was read ahead and is to be read again.
  private CharSequence again = "";

  private int againAt;
  private long line = 1;
  private boolean lineIsBlank = true;
  private int indent;
  private boolean inArray;
  private boolean roots = true;
  private int opened;
  private boolean truncated;
  private @Nullable String firstKey;

  /// @param path keys that lead from the root to the array of records; empty for the root itself
  JsonElements(Reader in, List<String> path) {
    this.in = in;
    this.path = path;
  }

  /// Whether the text ended before its array did.
  boolean truncated() {
    return truncated;
  }

  @Nullable Element next() throws IOException {
    while (true) {
      int c = skipBlanks();
      if (c < 0) {
        truncated = inArray || opened > 0;
        return null;
      }
      if (inArray && c == ']') {
        read();
        inArray = false;
        leave();
      } else if (c == '}' || c == ']') {
        // A bracket too many, which a broken record has left.
        read();
      } else if (inArray || path.isEmpty()) {
        if (roots && c == '[') {
          read();
          inArray = true;
          roots = false;
        } else {
          roots = false;
          return element();
        }
      } else if (c == '{') {
        Element single = descend();
        if (single != null) {
          return single;
        }
      } else {
        // No object: nothing can be at the path.
        skipValue();
      }
    }
  }

  /// Goes down the path. Where an object and no array stands at its end, that is the record.
  private @Nullable Element descend() throws IOException {
    read();
    opened = 1;
    while (opened > 0) {
      int c = skipBlanks();
      if (c < 0) {
        return null;
      }
      if (c == '}') {
        read();
        opened--;
      } else if (c == '"') {
        String key = string();
        int value = skipBlanks();
        if (opened > path.size() || !key.equals(path.get(opened - 1))) {
          skipValue();
        } else if (opened < path.size() && value == '{') {
          read();
          opened++;
        } else if (opened == path.size() && value == '[') {
          read();
          inArray = true;
          return null;
        } else if (opened == path.size() && value == '{') {
          Element single = element();
          leave();
          return single;
        } else {
          skipValue();
        }
      } else {
        read();
      }
    }
    return null;
  }

  /// Passes over what follows the records in the objects around them.
  private void leave() throws IOException {
    while (opened > 0) {
      int c = skipBlanks();
      if (c < 0) {
        return;
      }
      if (c == '}') {
        read();
        opened--;
      } else if (c == '"') {
        string();
        skipBlanks();
        skipValue();
      } else {
        read();
      }
    }
  }

  private Element element() throws IOException {
    long begun = line;
    int column = lineIsBlank ? indent : -1;
    StringBuilder text = new StringBuilder(256);
    String broken = capture(text, true);
    if (broken != null) {
      String start = text.toString();
      if (firstKey == null) {
        firstKey = key(start, 0);
      }
      resume(start, column, begun);
    } else if (firstKey == null && text.charAt(0) == '{') {
      firstKey = key(text, 0);
    }
    return new Element(text.toString(), begun, broken);
  }

  private void skipValue() throws IOException {
    int c = skipBlanks();
    if (c >= 0 && c != '}' && c != ']') {
      capture(new StringBuilder(), false);
    }
  }

  /// Reads one value. Null when its brackets and quotes fit together.
  private @Nullable String capture(StringBuilder text, boolean kept) throws IOException {
    StringBuilder open = new StringBuilder();
    boolean quoted = false;
    while (true) {
      int c = peek();
      if (c < 0) {
        return open.isEmpty() && !quoted ? null : "the file ends within it";
      }
      if (quoted) {
        if (c == '\n') {
          return "a quoted text is not closed on its line";
        }
        take(text, kept);
        if (c == '\\') {
          if (peek() < 0) {
            return "the file ends within it";
          }
          take(text, kept);
        } else if (c == '"') {
          quoted = false;
          if (open.isEmpty()) {
            return null;
          }
        }
      } else if (c == '"') {
        quoted = true;
        take(text, kept);
      } else if (c == '{' || c == '[') {
        open.append((char) c);
        take(text, kept);
      } else if (c == '}' || c == ']') {
        if (open.isEmpty()) {
          return null;
        }
        if (open.charAt(open.length() - 1) != (c == '}' ? '{' : '[')) {
          return "a bracket is not closed";
        }
        open.setLength(open.length() - 1);
        take(text, kept);
        if (open.isEmpty()) {
          return null;
        }
      } else if (open.isEmpty() && (c == ',' || c <= ' ')) {
        return null;
      } else {
        take(text, kept);
      }
      if (text.length() > MAX_RECORD) {
        return "it is longer than %,d characters: probably it is never closed"
            .formatted(MAX_RECORD);
      }
    }
  }

  private void take(StringBuilder text, boolean kept) throws IOException {
    char c = (char) read();
    if (kept) {
      text.append(c);
    }
  }

  /// Looks for the next record after a broken one, first in what was read of it: an object that
  /// begins with the same key at the same place of its line, or, where records do not begin lines,
  /// after a comma.
  private void resume(String start, int column, long begun) throws IOException {
    line = begun;
    again = start + rest();
    againAt = 1;
    lineIsBlank = false;
    int before = 0;
    while (true) {
      int c = peek();
      if (c < 0) {
        return;
      }
      boolean place = column >= 0 ? lineIsBlank && indent == column : before == ',';
      if (c == '{' && place && beginsAsOthers()) {
        return;
      }
      if (c > ' ') {
        before = c;
      }
      read();
    }
  }

  private CharSequence rest() {
    return again.subSequence(againAt, again.length());
  }

  private boolean beginsAsOthers() throws IOException {
    if (firstKey == null) {
      return true;
    }
    StringBuilder ahead = new StringBuilder(rest());
    while (ahead.length() < firstKey.length() + 64) {
      if (position == limit && !fill()) {
        break;
      }
      ahead.append(buffer, position, Math.min(256, limit - position));
      position += Math.min(256, limit - position);
    }
    again = ahead;
    againAt = 0;
    return firstKey.equals(key(ahead, 0));
  }

  /// The first key of an object; null when there is none.
  private static @Nullable String key(CharSequence text, int from) {
    int i = from + 1;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    if (i >= text.length() || text.charAt(i) != '"') {
      return null;
    }
    int end = i + 1;
    while (end < text.length() && text.charAt(end) != '"' && end - i < 200) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '"'
        ? text.subSequence(i + 1, end).toString()
        : null;
  }

  private String string() throws IOException {
    StringBuilder text = new StringBuilder();
    capture(text, true);
    String quoted = text.toString();
    return quoted.length() > 1 ? quoted.substring(1, quoted.length() - 1) : "";
  }

  /// The next character that is no blank, comma, colon, mark or record separator (RFC 7464); it is
  /// not consumed.
  private int skipBlanks() throws IOException {
    while (true) {
      int c = peek();
      if (c < 0 || (c > ' ' && c != ',' && c != ':' && c != '\uFEFF')) {
        return c;
      }
      read();
    }
  }

  private int peek() throws IOException {
    if (againAt < again.length()) {
      return again.charAt(againAt);
    }
    return position < limit || fill() ? buffer[position] : -1;
  }

  private int read() throws IOException {
    int c = peek();
    if (c < 0) {
      return c;
    }
    if (againAt < again.length()) {
      againAt++;
    } else {
      position++;
    }
    if (c == '\n') {
      line++;
      lineIsBlank = true;
      indent = 0;
    } else if (c == ' ' || c == '\t') {
      indent++;
    } else if (c != '\r' && c != '\uFEFF') {
      lineIsBlank = false;
    }
    return c;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(0, count);
    return count > 0;
  }
}
