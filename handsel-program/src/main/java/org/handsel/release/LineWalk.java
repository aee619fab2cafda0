package org.handsel.release;

import java.nio.charset.StandardCharsets;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;

/// Walks over one JSON object in a line and makes texts only of what is asked for. A release that
/// goes on after a stop reads its plan and its ledger before it sends anything: of a hundred
/// thousand files, a quarter of a gigabyte, of which a twentieth is needed. Meant for lines that
/// Handsel wrote; whatever is not plainly so is refused, to be read by the real parser, which also
/// finds the right words. For one thread.
final class LineWalk {
  /// The object has no further property.
  static final int END = -1;

  /// A property that was not asked for.
  static final int OTHER = -2;

  private final byte[] bytes;
  private final int end;
  private int at;

  /// The line is not as expected.
  static final class Unusual extends Exception {
    private static final long serialVersionUID = 1L;

    Unusual() {
      super("unusual", null, false, false);
    }
  }

  LineWalk(LineBlocks.Block block, int line) {
    this.bytes = block.bytes();
    this.at = block.begin(line);
    this.end = at + block.length(line);
  }

  static byte[][] names(String... names) {
    byte[][] all = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      all[i] = names[i].getBytes(StandardCharsets.US_ASCII);
    }
    return all;
  }

  /// Goes into the object or array that begins here.
  void enter(char bracket) throws Unusual {
    if (peek() != bracket) {
      throw new Unusual();
    }
    at++;
  }

  /// Goes to the value of the next property of the object that was entered.
  ///
  /// @return number of its name, [#OTHER], or [#END] when the object has been left
  int next(byte[][] names) throws Unusual {
    if (over('}')) {
      return END;
    }
    peek();
    int begin = at + 1;
    text();
    int length = at - 1 - begin;
    if (peek() != ':') {
      throw new Unusual();
    }
    at++;
    for (int i = 0; i < names.length; i++) {
      if (names[i].length == length && same(names[i], begin)) {
        return i;
      }
    }
    return OTHER;
  }

  /// Goes to the value of the next property.
  ///
  /// @return its name; null when the object has been left
  @Nullable String name() throws Unusual {
    if (over('}')) {
      return null;
    }
    String name = string();
    if (peek() != ':') {
      throw new Unusual();
    }
    at++;
    return name;
  }

  /// Goes to the next value of the array that was entered.
  ///
  /// @return false when it has been left
  boolean nextValue() throws Unusual {
    return !over(']');
  }

  private boolean over(char bracket) throws Unusual {
    int b = peek();
    if (b == ',') {
      at++;
      return false;
    }
    if (b == bracket) {
      at++;
      return true;
    }
    return false;
  }

  private boolean same(byte[] name, int begin) {
    for (int i = 0; i < name.length; i++) {
      if (bytes[begin + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the value here is a text.
  boolean isText() throws Unusual {
    return peek() == '"';
  }

  /// Whether the value here is an object or array with something in it.
  boolean holdsAnything() throws Unusual {
    int b = peek();
    if (b != '{' && b != '[') {
      return false;
    }
    int begin = at++;
    boolean any = peek() != (b == '{' ? '}' : ']');
    at = begin;
    return any;
  }

  /// The text here.
  String string() throws Unusual {
    peek();
    int begin = at;
    return text()
        ? Json.mapper().readValue(bytes, begin, at - begin, String.class)
        : new String(bytes, begin + 1, at - begin - 2, StandardCharsets.UTF_8);
  }

  /// Passes over the value here.
  void skip() throws Unusual {
    int depth = 0;
    do {
      switch (peek()) {
        case '"' -> text();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        default -> word();
      }
    } while (depth > 0);
    if (depth < 0) {
      throw new Unusual();
    }
  }

  private void word() {
    while (at < end
        && bytes[at] != ','
        && bytes[at] != '}'
        && bytes[at] != ']'
        && bytes[at] != ' ') {
      at++;
    }
  }

  /// The line must be over here.
  void leave() throws Unusual {
    if (at != end && !(at == end - 1 && bytes[at] == '\r')) {
      throw new Unusual();
    }
  }

  /// Passes over a text.
  ///
  /// @return whether it has signs that stand for others
  private boolean text() throws Unusual {
    if (peek() != '"') {
      throw new Unusual();
    }
    boolean escapes = false;
    for (int i = at + 1; i < end; i++) {
      byte b = bytes[i];
      if (b == '"') {
        at = i + 1;
        return escapes;
      }
      if (b == '\\') {
        escapes = true;
        i++;
      }
    }
    throw new Unusual();
  }

  private int peek() throws Unusual {
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    if (at >= end) {
      throw new Unusual();
    }
    return bytes[at];
  }
}
