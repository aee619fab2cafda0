package org.handsel.collection.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.collection.image.PdfTokens.Ref;
import org.jspecify.annotations.Nullable;

/// Where the objects of a PDF stand whose cross-reference is wrong: found by looking through the
/// whole file, as every reader does. For one thread.
final class PdfSearch implements PdfIndex {
  static final int MOST_OBJECTS = 4_000_000;

  private final PdfFile file;
  private final FileBytes in;
  private final Map<Long, Place> places = new HashMap<>();
  private @Nullable Object root;

  PdfSearch(PdfFile file) {
    this.file = file;
    in = file.bytes();
  }

  @Override
  public @Nullable Object root() {
    return root;
  }

  @Override
  public @Nullable Place place(long number) {
    return places.get(number);
  }

  /// Takes every "12 0 obj" of the file for the beginning of an object, of several with one number
  /// the last.
  void read() throws IOException, PdfFault {
    List<Long> packed = new ArrayList<>();
    List<Long> heads = new ArrayList<>();
    Long current = null;
    for (long position = 0; position < in.length(); position++) {
      switch (in.at(position)) {
        case 'o' -> {
          if (in.at(position + 1) == 'b' && in.at(position + 2) == 'j') {
            long start = header(position);
            if (start >= 0) {
              current = file.tokens(start).number();
              if (places.size() >= MOST_OBJECTS) {
                throw new PdfFault("too many objects");
              }
              places.put(current, Place.at(start));
            }
          }
        }
        case '/' -> {
          String name = "OCX".indexOf(in.at(position + 1)) < 0 ? "" : in.text(position, 8);
          if (current != null && name.startsWith("/ObjStm")) {
            packed.add(current);
          } else if (current != null && name.equals("/Catalog")) {
            root = new Ref(current);
          } else if (current != null && name.startsWith("/XRef")) {
            Place begun = places.get(current);
            heads.add(begun == null ? 0 : begun.position());
          }
        }
        case 't' -> {
          if (in.at(position + 1) == 'r' && in.text(position, 7).equals("trailer")) {
            trailer(position + 7);
          }
        }
        default -> {}
      }
    }
    for (Long head : heads) {
      PdfTokens tokens = file.tokens(head);
      tokens.number();
      tokens.number();
      tokens.next();
      if (root == null && tokens.next() instanceof Map<?, ?> map) {
        root = map.get("Root");
      }
    }
    for (Long stream : packed) {
      for (Long number : file.unpacked(stream).keySet()) {
        places.putIfAbsent(number, Place.in(stream));
      }
    }
  }

  private void trailer(long position) throws IOException {
    try {
      if (file.tokens(position).next() instanceof Map<?, ?> trailer
          && trailer.get("Root") instanceof Ref ref) {
        root = ref;
      }
    } catch (PdfFault wrong) {
      // A word of some text; the next one may be the trailer.
      return;
    }
  }

  /// Where "12 0 obj" begins whose "obj" is known; -1 when it is none.
  private long header(long obj) throws IOException {
    long position = obj - 1;
    for (int part = 0; part < 2; part++) {
      long blanks = position;
      while (PdfTokens.isBlank(in.at(position)) && blanks - position < 8) {
        position--;
      }
      long digits = position;
      while (in.at(position) >= '0' && in.at(position) <= '9' && digits - position < 10) {
        position--;
      }
      if (blanks == digits || digits == position) {
        return -1;
      }
    }
    return position + 1;
  }
}
