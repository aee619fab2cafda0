package org.handsel.collection.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.sf.saxon.s9api.Processor;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Opens deliveries: files, folders, `.gz`, `.tgz`, `.tar`, `.zip` of every supported format.
public final class Sources {
  private Sources() {}

  /// Opens a delivery. What a file is and how it is packed is told by its content.
  ///
  /// In a folder or archive the first file that is read decides whether records are rows, elements,
  /// JSON or MARC; files of another kind, and tables with other columns, are named as problems and
  /// passed over.
  ///
  /// @throws HandselException when it does not exist, is empty, unsafe or of no known format, or
  ///   when `spec` does not fit it
  public static RecordSource open(Path source, SourceSpec spec) {
    Format.given(spec.format());
    Problems problems = new Problems();
    Path folder = Files.isDirectory(source) ? source : parent(source);
    Delivery delivery = Deliveries.open(source, joinedFiles(folder, spec), problems);
    try {
      return open(source, delivery, spec, folder, problems);
    } catch (IOException broken) {
      close(delivery);
      throw HandselException.input(
          "%s: cannot be read: %s.".formatted(source, Deliveries.reason(broken)));
    } catch (RuntimeException refused) {
      close(delivery);
      throw refused;
    }
  }

  /// The processor that builds the trees of records. XPath for them must be compiled with it. It
  /// opens no files and calls no Java, and may be shared by threads.
  public static Processor processor() {
    return Trees.PROCESSOR;
  }

  private static RecordSource open(
      Path source, Delivery delivery, SourceSpec spec, Path folder, Problems problems)
      throws IOException {
    int passedOver = 0;
    String firstName = "";
    DeliveredFile file;
    while ((file = delivery.next()) != null) {
      Format format =
          delivery.isSingle()
              ? SourceFiles.onlyFormat(file, spec)
              : SourceFiles.format(file, spec, problems);
      if (format == Format.XML) {
        return new XmlSource(delivery, file, spec, problems);
      }
      if (format != null && !format.isTable()) {
        return new FilesSource(delivery, file, format, spec, problems);
      }
      if (format != null) {
        return new TableSource(delivery, file, format, spec, folder, problems);
      }
      firstName = passedOver == 0 ? file.name() : firstName;
      passedOver++;
    }
    throw HandselException.input(nothingToRead(source, passedOver, firstName, problems));
  }

  private static String nothingToRead(
      Path source, int passedOver, String firstName, Problems problems) {
    @Nullable SourceProblem first = problems.take().stream().findFirst().orElse(null);
    return "%s: no file of a known format: expected %s, found %s%s"
        .formatted(
            source,
            Format.READ,
            passedOver == 0 ? "none" : "%,d others, first %s".formatted(passedOver, firstName),
            first == null ? "." : ". " + first.reason());
  }

  private static Path parent(Path source) {
    Path parent = source.toAbsolutePath().getParent();
    return parent == null ? source : parent;
  }

  private static Set<Path> joinedFiles(Path folder, SourceSpec spec) {
    Set<Path> joined = new HashSet<>();
    for (SourceSpec.Join join : spec.joins()) {
      try {
        joined.add(folder.resolve(join.file()).toAbsolutePath().normalize());
      } catch (InvalidPathException impossible) {
        throw HandselException.usage(
            "source.joins: expected the path of a file, found \"%s\".".formatted(join.file()));
      }
    }
    return joined;
  }

  private static void close(Delivery delivery) {
    try {
      delivery.close();
    } catch (IOException ignored) {
      // The reason for closing is thrown; this one adds nothing.
    }
  }
}
