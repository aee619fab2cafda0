package org.handsel.collection.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.collection.image.PdfTokens.Word;
import org.jspecify.annotations.Nullable;

/// The cross-reference tables and streams of a PDF, newest first (ISO 32000-1 sections 7.5.4 and
/// 7.5.8). For one thread.
final class PdfReferences implements PdfIndex {
  private static final int TAIL = 2048;
  private static final int MOST_SECTIONS = 4096;
  private static final int TABLE_LINE = 20;
  private static final int IN_USE = 17;

  private final PdfFile file;
  private final List<Section> sections = new ArrayList<>();
  private @Nullable Object root;

  /// Part of a cross-reference.
  ///
  /// @param position of the first line in the file; -1 when the rows came in a stream
  private record Section(long first, long count, long position, byte[] rows, int[] widths) {}

  PdfReferences(PdfFile file) {
    this.file = file;
  }

  void read() throws IOException, PdfFault {
    FileBytes in = file.bytes();
    long tail = Math.max(0, in.length() - TAIL);
    int mark = in.text(tail, TAIL).lastIndexOf("startxref");
    if (mark < 0) {
      throw new PdfFault("no startxref");
    }
    Set<Long> seen = new HashSet<>();
    List<Long> waiting = new ArrayList<>();
    waiting.add(file.tokens(tail + mark + "startxref".length()).number());
    while (!waiting.isEmpty()) {
      long position = waiting.removeFirst();
      if (seen.add(position)) {
        if (seen.size() > MOST_SECTIONS) {
          throw new PdfFault("too many cross-references");
        }
        Map<?, ?> trailer = section(file.base() + position);
        if (root == null) {
          root = trailer.get("Root");
        }
        for (String key : List.of("XRefStm", "Prev")) {
          if (trailer.get(key) instanceof Long next) {
            waiting.add(next);
          }
        }
      }
    }
  }

  @Override
  public @Nullable Object root() {
    return root;
  }

  @Override
  public @Nullable Place place(long number) throws IOException, PdfFault {
    for (Section section : sections) {
      long row = number - section.first();
      if (row < 0 || row >= section.count()) {
        continue;
      }
      if (section.position() >= 0) {
        long line = section.position() + row * TABLE_LINE;
        int kind = file.bytes().at(line + IN_USE);
        if (kind == 'n') {
          return Place.at(file.base() + file.tokens(line).number());
        }
        if (kind != 'f') {
          throw new PdfFault("a line of the cross-reference is none");
        }
      } else {
        long[] fields = fields(section, (int) row);
        if (fields[0] == 1) {
          return Place.at(file.base() + fields[1]);
        }
        if (fields[0] == 2) {
          return Place.in(fields[1]);
        }
      }
    }
    return null;
  }

  private static long[] fields(Section section, int row) {
    int[] widths = section.widths();
    int width = Arrays.stream(widths).sum();
    long[] fields = new long[widths.length];
    int at = row * width;
    for (int i = 0; i < widths.length; i++) {
      for (int j = 0; j < widths[i]; j++) {
        fields[i] = (fields[i] << 8) | (section.rows()[at++] & 0xFF);
      }
    }
    if (widths[0] == 0) {
      fields[0] = 1;
    }
    return fields;
  }

  /// Takes up the cross-reference at a position, and gives its trailer.
  private Map<?, ?> section(long position) throws IOException, PdfFault {
    PdfTokens tokens = file.tokens(position);
    if (!new Word("xref").equals(tokens.next())) {
      return streamSection(position);
    }
    while (true) {
      Object first = tokens.next();
      if (new Word("trailer").equals(first)) {
        return PdfFile.dictionary(tokens.next());
      }
      long count = tokens.number();
      if (!(first instanceof Long number) || count < 0 || count > PdfSearch.MOST_OBJECTS) {
        throw new PdfFault("a cross-reference that is none");
      }
      long line = tokens.position();
      while (PdfTokens.isBlank(file.bytes().at(line))) {
        line++;
        file.budget().take(1);
      }
      if (count > 0) {
        add(new Section(number, count, line, new byte[0], new int[0]));
      }
      tokens = file.tokens(line + count * TABLE_LINE);
    }
  }

  private void add(Section section) throws PdfFault {
    if (sections.size() >= MOST_SECTIONS) {
      throw new PdfFault("too many parts of cross-references");
    }
    sections.add(section);
  }

  private Map<?, ?> streamSection(long position) throws IOException, PdfFault {
    PdfTokens tokens = file.tokens(position);
    tokens.number();
    tokens.number();
    if (!new Word("obj").equals(tokens.next())) {
      throw new PdfFault("no cross-reference where one should be");
    }
    Map<?, ?> head = PdfFile.dictionary(tokens.next());
    if (!(head.get("W") instanceof List<?> list) || list.size() < 3) {
      throw new PdfFault("a cross-reference that is none");
    }
    int[] widths = new int[list.size()];
    int width = 0;
    for (int i = 0; i < widths.length; i++) {
      if (!(list.get(i) instanceof Long one) || one < 0 || one > 8) {
        throw new PdfFault("a cross-reference that is none");
      }
      widths[i] = (int) (long) one;
      width += widths[i];
    }
    byte[] rows = file.stream(position);
    List<?> index =
        head.get("Index") instanceof List<?> given
            ? given
            : List.of(0L, head.get("Size") instanceof Long size ? size : 0L);
    int at = 0;
    for (int i = 0; i + 1 < index.size() && width > 0; i += 2) {
      if (!(index.get(i) instanceof Long first) || !(index.get(i + 1) instanceof Long count)) {
        throw new PdfFault("a cross-reference that is none");
      }
      long there = Math.clamp(count, 0, (rows.length - at) / width);
      int end = at + (int) there * width;
      add(new Section(first, there, -1, Arrays.copyOfRange(rows, at, end), widths));
      at = end;
    }
    return head;
  }
}
