package org.handsel.collection.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads objects of PDF syntax (ISO 32000-1 section 7.3) one after the other. Numbers come out as
/// `Long` (fractions cut), names as [Name], references as [Ref], arrays as `List`, dictionaries as
/// `Map` without the slash of their keys, strings as [#TEXT], everything else as [Word]; the end of
/// the bytes is null.
///
/// Never reads more bytes than its [Budget] has left. For one thread.
final class PdfTokens {
  /// A string, of which nothing is needed here.
  static final Object TEXT = new Object();

  private static final int DEEPEST = 64;
  private static final int LONGEST_WORD = 127;
  private static final int MOST_DIGITS = 18;

  record Name(String text) {}

  record Word(String text) {}

  /// Another object. The generation says nothing in a file that is only read.
  record Ref(long number) {}

  /// The end of an array or dictionary.
  private record Close(String mark) {}

  /// Bytes by position; -1 beyond the end.
  @FunctionalInterface
  interface Bytes {
    int at(long position) throws IOException;

    static Bytes of(byte[] bytes) {
      return position ->
          position < 0 || position >= bytes.length ? -1 : bytes[(int) position] & 0xFF;
    }
  }

  /// How much reading a file may cost, however its objects point at each other.
  static final class Budget {
    private long left;

    Budget(long left) {
      this.left = left;
    }

    void take(long steps) throws PdfFault {
      left -= steps;
      if (left < 0) {
        throw new PdfFault("more reading than any real file needs");
      }
    }
  }

  private final Bytes bytes;
  private final Budget budget;
  private long position;

  PdfTokens(Bytes bytes, long position, Budget budget) {
    this.bytes = bytes;
    this.position = position;
    this.budget = budget;
  }

  /// Where the next byte is.
  long position() {
    return position;
  }

  @Nullable Object next() throws IOException, PdfFault {
    Object token = token(0);
    if (token instanceof Close) {
      throw new PdfFault("something ends that did not begin");
    }
    return token;
  }

  /// A whole number that must come next.
  long number() throws IOException, PdfFault {
    if (next() instanceof Long number) {
      return number;
    }
    throw new PdfFault("expected a number");
  }

  private @Nullable Object token(int depth) throws IOException, PdfFault {
    if (depth > DEEPEST) {
      throw new PdfFault("deeper than any real file");
    }
    int first = skipBlanks();
    return switch (first) {
      case -1 -> null;
      case '/' -> {
        position++;
        yield new Name(word());
      }
      case '[' -> {
        position++;
        yield items("]", depth);
      }
      case ']' -> close("]");
      case '(' -> text();
      case '<' -> {
        position++;
        if (peek() == '<') {
          position++;
          yield dictionary(items(">>", depth));
        }
        yield hexadecimal();
      }
      case '>' -> {
        position++;
        if (peek() != '>') {
          throw new PdfFault("a single angle");
        }
        yield close(">>");
      }
      case '{', '}', ')' -> {
        position++;
        yield new Word(String.valueOf((char) first));
      }
      default -> value(word());
    };
  }

  private Close close(String mark) {
    position++;
    return new Close(mark);
  }

  private List<Object> items(String end, int depth) throws IOException, PdfFault {
    List<Object> items = new ArrayList<>();
    while (true) {
      Object item = token(depth + 1);
      if (item == null) {
        throw new PdfFault("an array or dictionary does not end");
      }
      if (item instanceof Close close) {
        if (!close.mark().equals(end)) {
          throw new PdfFault("an array or dictionary ends as the other");
        }
        return items;
      }
      int size = items.size();
      if (item.equals(new Word("R"))
          && size >= 2
          && items.get(size - 2) instanceof Long number
          && items.get(size - 1) instanceof Long) {
        items.subList(size - 2, size).clear();
        items.add(new Ref(number));
      } else {
        items.add(item);
      }
    }
  }

  private static Map<String, Object> dictionary(List<Object> items) {
    Map<String, Object> dictionary = new HashMap<>();
    for (int i = 0; i + 1 < items.size(); i += 2) {
      if (items.get(i) instanceof Name key) {
        dictionary.putIfAbsent(key.text(), items.get(i + 1));
      }
    }
    return dictionary;
  }

  private static Object value(String word) {
    int digits = word.startsWith("+") || word.startsWith("-") ? 1 : 0;
    int end = digits;
    while (end < word.length() && Character.digit(word.charAt(end), 10) >= 0) {
      end++;
    }
    boolean whole = end > digits && end - digits <= MOST_DIGITS;
    boolean number = end == word.length() || word.charAt(end) == '.';
    return whole && number
        ? (Object) Long.parseLong(word.substring(word.startsWith("+") ? 1 : 0, end))
        : new Word(word);
  }

  /// Regular characters; of very long runs only the beginning, which no name here needs.
  private String word() throws IOException, PdfFault {
    StringBuilder word = new StringBuilder();
    int next = peek();
    while (isRegular(next)) {
      position++;
      if (next == '#' && hex(peek()) >= 0 && hex(bytes.at(position + 1)) >= 0) {
        next = hex(peek()) << 4 | hex(bytes.at(position + 1));
        position += 2;
      }
      if (word.length() < LONGEST_WORD) {
        word.append((char) next);
      }
      next = peek();
    }
    if (word.isEmpty()) {
      budget.take(1);
    }
    return word.toString();
  }

  private Object text() throws IOException, PdfFault {
    int open = 0;
    do {
      int next = peek();
      position++;
      switch (next) {
        case -1 -> throw new PdfFault("a string does not end");
        case '\\' -> position++;
        case '(' -> open++;
        case ')' -> open--;
        default -> {}
      }
    } while (open > 0);
    return TEXT;
  }

  private Object hexadecimal() throws IOException, PdfFault {
    int next = peek();
    while (next != '>') {
      if (next < 0) {
        throw new PdfFault("a string does not end");
      }
      position++;
      next = peek();
    }
    position++;
    return TEXT;
  }

  private int skipBlanks() throws IOException, PdfFault {
    int next = peek();
    while (isBlank(next) || next == '%') {
      boolean comment = next == '%';
      do {
        position++;
        next = peek();
      } while (comment && next >= 0 && next != '\n' && next != '\r');
    }
    return next;
  }

  private int peek() throws IOException, PdfFault {
    budget.take(1);
    return bytes.at(position);
  }

  private static int hex(int value) {
    return value < 0 ? -1 : Character.digit(value, 16);
  }

  static boolean isBlank(int value) {
    return value == ' '
        || value == '\n'
        || value == '\r'
        || value == '\t'
        || value == '\f'
        || value == 0;
  }

  private static boolean isRegular(int value) {
    return value >= 0 && !isBlank(value) && "()<>[]{}/%".indexOf(value) < 0;
  }
}
