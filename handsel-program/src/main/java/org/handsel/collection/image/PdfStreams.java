package org.handsel.collection.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.handsel.collection.image.PdfTokens.Budget;

/// Unpacks streams of a PDF: those that hold objects and cross-references are small, and whatever
/// unpacks to more than a limit is a trap.
final class PdfStreams {
  private static final int MOST_BYTES = 32 << 20;
  private static final int CHUNK = 8192;
  private static final int PNG_PREDICTORS = 10;
  private static final int WIDEST_ROW = 1 << 16;

  private final FileBytes in;
  private final Budget budget;

  PdfStreams(FileBytes in, Budget budget) {
    this.in = in;
    this.budget = budget;
  }

  byte[] plain(long start, long length) throws IOException, PdfFault {
    if (length < 0 || length > MOST_BYTES || start + length > in.length()) {
      throw new PdfFault("a stream longer than it can be");
    }
    budget.take(length);
    byte[] bytes = new byte[(int) length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) in.at(start + i);
    }
    return bytes;
  }

  /// Where deflated bytes end they say themselves; the length of the stream is not needed.
  ///
  /// @param parameters of `DecodeParms`
  byte[] inflated(long start, Map<?, ?> parameters) throws IOException, PdfFault {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] input = new byte[CHUNK];
    byte[] output = new byte[CHUNK];
    long position = start;
    Inflater inflater = new Inflater();
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int size = 0;
          while (size < CHUNK && in.at(position) >= 0) {
            input[size++] = (byte) in.at(position++);
          }
          if (size == 0) {
            throw new PdfFault("a stream is broken off");
          }
          budget.take(size);
          inflater.setInput(input, 0, size);
        }
        int size = inflater.inflate(output);
        if (inflater.needsDictionary()) {
          throw new PdfFault("a stream cannot be unpacked");
        }
        budget.take(size);
        out.write(output, 0, size);
        if (out.size() > MOST_BYTES) {
          throw new PdfFault("a stream unpacks to more than any real one");
        }
      }
    } catch (DataFormatException e) {
      throw new PdfFault("a stream cannot be unpacked");
    } finally {
      inflater.end();
    }
    boolean predicted =
        parameters.get("Predictor") instanceof Long predictor && predictor >= PNG_PREDICTORS;
    long columns = parameters.get("Columns") instanceof Long given ? given : 1;
    return predicted ? unpredicted(out.toByteArray(), columns) : out.toByteArray();
  }

  /// Undoes the filters of PNG (W3C PNG 9.2) for rows of single bytes.
  private static byte[] unpredicted(byte[] rows, long columns) throws PdfFault {
    if (columns < 1 || columns > WIDEST_ROW) {
      throw new PdfFault("a stream with impossible rows");
    }
    int width = (int) columns;
    int count = rows.length / (width + 1);
    byte[] plain = new byte[count * width];
    for (int row = 0; row < count; row++) {
      int filter = rows[row * (width + 1)];
      for (int x = 0; x < width; x++) {
        int left = x == 0 ? 0 : plain[row * width + x - 1] & 0xFF;
        int up = row == 0 ? 0 : plain[(row - 1) * width + x] & 0xFF;
        int corner = row == 0 || x == 0 ? 0 : plain[(row - 1) * width + x - 1] & 0xFF;
        int guess =
            switch (filter) {
              case 0 -> 0;
              case 1 -> left;
              case 2 -> up;
              case 3 -> (left + up) / 2;
              case 4 -> paeth(left, up, corner);
              default -> throw new PdfFault("a stream with an unknown filter");
            };
        plain[row * width + x] = (byte) (rows[row * (width + 1) + 1 + x] + guess);
      }
    }
    return plain;
  }

  private static int paeth(int left, int up, int corner) {
    int guess = left + up - corner;
    int toLeft = Math.abs(guess - left);
    int toUp = Math.abs(guess - up);
    int toCorner = Math.abs(guess - corner);
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  }
}
