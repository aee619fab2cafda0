package org.handsel.collection.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.jspecify.annotations.Nullable;

/// Opens an entry of an archive. One more layer of gzip is taken off; an archive inside an archive
/// is named and left out, so that nesting cannot be used to hide its size.
final class ArchivedFiles {
  private ArchivedFiles() {}

  static @Nullable DeliveredFile open(
      String archive, String entry, InputStream bytes, Problems problems) {
    String name = archive + "!/" + entry;
    try {
      PeekedStream peeked = new PeekedStream(bytes);
      byte[] head = peeked.peek(Deliveries.MAGIC_LENGTH);
      if (Deliveries.isGzip(head)) {
        // What is inside counts against the packed size of this entry.
        CountedStream packed = new CountedStream(peeked);
        UnpackGuard guard = new UnpackGuard(name, packed::count);
        peeked = new PeekedStream(guard.guard(new GZIPInputStream(packed)));
        head = peeked.peek(Deliveries.MAGIC_LENGTH);
      }
      if (Deliveries.isGzip(head)
          || Deliveries.isTar(head)
          || (Deliveries.isZip(head) && !Workbooks.hasWorkbookName(entry))) {
        problems.add(
            name,
            0,
            0,
            "ARCHIVE_NESTED",
            "",
            name
                + ": an archive inside an archive is not opened: expected files of records."
                + " Unpack the outer one and give the folder.",
            true);
        return null;
      }
      return new DeliveredFile(name, null, peeked);
    } catch (IOException broken) {
      problems.add(
          name,
          0,
          0,
          "FILE_UNREADABLE",
          "",
          "%s: cannot be unpacked: %s.".formatted(name, Deliveries.reason(broken)),
          true);
      return null;
    }
  }
}
