package org.handsel.marc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads MARC 21. What is damaged is told, and reading goes on with the next record.
public final class MarcFiles {
  /// Stands in a text for bytes that could not be read.
  public static final char LOST = MarcText.LOST;

  private MarcFiles() {}

  /// Records one after the other, in constant memory. Used by one thread.
  public interface Records {
    /// The next record, or null at the end.
    @Nullable MarcRecord next() throws IOException;
  }

  /// Records of the exchange form (ISO 2709).
  ///
  /// @param in left open
  public static Records exchange(InputStream in, MarcDamage damage) {
    return new MarcBinary(in, damage);
  }

  /// Records of MARCXML, also inside of other elements, up to where the XML breaks.
  ///
  /// @param in left open
  public static void xml(InputStream in, MarcDamage damage, Consumer<MarcRecord> records) {
    new MarcXml(damage).read(in, records);
  }

  /// The same of text that was decoded already, whatever encoding it declares.
  ///
  /// @param in left open
  public static void xml(Reader in, MarcDamage damage, Consumer<MarcRecord> records) {
    new MarcXml(damage).read(in, records);
  }
}
