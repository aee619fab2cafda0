package org.handsel.collection.source;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Records of the files of a delivery that are of one format, file by file.
final class FilesSource extends DeliverySource {
  private final Format format;
  private final LongSupplier numbers = this::number;
  private @Nullable FileRecords records;
  private String file;
  private long count;

  FilesSource(
      Delivery delivery, DeliveredFile first, Format format, SourceSpec given, Problems problems) {
    super(delivery, given, problems);
    this.format = format;
    file = first.name();
    try {
      FileRecords opened = open(first);
      records = opened;
      readAs(opened.label(), opened.resolved(given));
    } catch (IOException broken) {
      throw HandselException.input(
          "%s: cannot be read: %s.".formatted(first.name(), Deliveries.reason(broken)));
    }
  }

  private long number() {
    return ++count;
  }

  private FileRecords open(DeliveredFile next) throws IOException {
    return format == Format.MARC21
        ? new MarcRecords(next, numbers, problems)
        : new JsonRecords(next, format, given, numbers, problems);
  }

  @Override
  public @Nullable SourceRecord next() {
    while (records != null) {
      try {
        XmlRecord record = records.next();
        if (record != null) {
          return record;
        }
      } catch (IOException broken) {
        problems.add(
            file,
            count + 1,
            0,
            "FILE_BROKEN",
            "",
            "%s: the rest cannot be read: %s. Ask for it again."
                .formatted(file, Deliveries.reason(broken)),
            true);
      }
      records = nextFile();
    }
    return null;
  }

  private @Nullable FileRecords nextFile() {
    while (true) {
      try {
        DeliveredFile next = delivery.next();
        if (next == null) {
          return null;
        }
        Format found = SourceFiles.format(next, given, problems);
        if (found == null) {
          continue;
        }
        if (found != format) {
          SourceFiles.passOver(next, "is no " + format.words(), problems);
          continue;
        }
        file = next.name();
        return open(next);
      } catch (IOException broken) {
        problems.add(
            file,
            count + 1,
            0,
            "FILE_BROKEN",
            "",
            "after %s: the next file cannot be read: %s."
                .formatted(file, Deliveries.reason(broken)),
            true);
        return null;
      }
    }
  }
}
