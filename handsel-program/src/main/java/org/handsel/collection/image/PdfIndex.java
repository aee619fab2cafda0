package org.handsel.collection.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where the objects of a PDF stand. For one thread.
interface PdfIndex {
  /// The catalogue or a reference to it; null where none is named.
  @Nullable Object root();

  /// Where an object stands; null when there is none of this number.
  @Nullable Place place(long number) throws IOException, PdfFault;

  /// @param position in the file where it begins; in its object stream nothing
  /// @param stream number of the object stream in which it stands, or -1
  record Place(long position, long stream) {
    static Place at(long position) {
      return new Place(position, -1);
    }

    static Place in(long stream) {
      return new Place(-1, stream);
    }
  }
}
