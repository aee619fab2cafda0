package org.handsel.readiness.facts;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;

/// Reads a table of a facts folder row by row. Of the many millions of cells most are only compared
/// or looked up: they stay bytes, and text is made of those alone that are asked for. Not safe for
/// threads.
final class FactsTable implements Closeable {
  private final Path path;
  private final InputStream in;
  private final int[] ends;
  private byte[] bytes = new byte[1 << 17];
  private int filled;
  private int start;
  private int next;
  private int line;

  /// @throws HandselException with exit 1 when the header is another one
  FactsTable(Path path, List<String> header) {
    this.path = path;
    ends = new int[header.size()];
    try {
      in = Files.newInputStream(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
    int found = row();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < found && i < ends.length; i++) {
      cells.add(text(i));
    }
    if (found != header.size() || !cells.equals(header)) {
      close();
      throw HandselException.input(
          "%s, line 1: expected the columns %s, found \"%s\". Extract the facts again."
              .formatted(path, String.join(", ", header), String.join(", ", cells)));
    }
  }

  /// Goes to the next row; false at the end.
  ///
  /// @throws HandselException with exit 1 when a row has another number of cells than the header
  boolean next() {
    int found = row();
    if (found > 0 && found != ends.length) {
      throw HandselException.input(
          "%s, line %d: expected %d columns, found %d. Extract the facts again."
              .formatted(path, line, ends.length, found));
    }
    return found > 0;
  }

  long number(int cell) {
    long number = 0;
    int from = from(cell);
    boolean negative = from < ends[cell] && bytes[from] == '-';
    for (int i = negative ? from + 1 : from; i < ends[cell]; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        throw HandselException.input(
            "%s, line %d: expected a number, found \"%s\". Extract the facts again."
                .formatted(path, line, text(cell)));
      }
      number = number * 10 + digit;
    }
    return negative ? -number : number;
  }

  String text(int cell) {
    int from = from(cell);
    String text = new String(bytes, from, ends[cell] - from, StandardCharsets.UTF_8);
    return text.indexOf('\\') < 0 ? text : Tsv.cells(text).getFirst();
  }

  boolean isEmpty(int cell) {
    return from(cell) == ends[cell];
  }

  /// Whether a cell is the same as one of another table.
  boolean same(int cell, FactsTable other, int otherCell) {
    return Arrays.equals(
        bytes, from(cell), ends[cell], other.bytes, other.from(otherCell), other.ends[otherCell]);
  }

  /// The number of a cell's text in a pool, to which it is added.
  int name(int cell, NamePool pool) {
    int from = from(cell);
    for (int i = from; i < ends[cell]; i++) {
      if (bytes[i] == '\\') {
        return pool.add(text(cell));
      }
    }
    return pool.add(bytes, from, ends[cell]);
  }

  private int from(int cell) {
    return cell == 0 ? start : ends[cell - 1] + 1;
  }

  /// How many cells the next row has; 0 at the end. The ends of as many as are expected are noted.
  private int row() {
    start = next;
    line++;
    int cells = 0;
    int at = start;
    while (true) {
      if (at == filled) {
        int shift = start;
        if (!fill()) {
          if (at == shift && cells == 0) {
            return 0;
          }
          at -= shift - start;
          next = at;
          return cell(cells, at);
        }
        at -= shift - start;
      }
      byte b = bytes[at];
      if (b == '\t') {
        cells = cell(cells, at);
      } else if (b == '\n') {
        next = at + 1;
        return cell(cells, at);
      }
      at++;
    }
  }

  private int cell(int number, int end) {
    if (number < ends.length) {
      ends[number] = end;
    }
    return number + 1;
  }

  /// Reads more behind the row that was begun, which moves to the front of the buffer.
  private boolean fill() {
    int begun = filled - start;
    if (begun == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    } else if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, begun);
      for (int i = 0; i < ends.length; i++) {
        ends[i] -= start;
      }
      start = 0;
    }
    filled = begun;
    try {
      int read = in.read(bytes, filled, bytes.length - filled);
      filled += Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }
}
