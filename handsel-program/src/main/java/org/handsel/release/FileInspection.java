package org.handsel.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.collection.image.Embedded;
import org.handsel.collection.image.ImageFacts;
import org.handsel.collection.image.Images;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Looks at a file before anything is sent: readable, whole, of the type its name says. Safe for
/// threads.
final class FileInspection {
  private static final Map<String, PlanEntry.Check> DEFECTS =
      Map.of(
          "empty",
          Checks.error("FILE_EMPTY", "the file has no bytes. Ask for a new copy."),
          "truncated",
          Checks.error(
              "IMAGE_TRUNCATED",
              "the image ends before its end: a copy was broken off. Ask for a new copy."),
          "not-an-image",
          Checks.error(
              "NOT_AN_IMAGE",
              "the content is not an image of a known kind. Look at the file; it may be an error"
                  + " page or a placeholder."),
          "active-content",
          Checks.error(
              "IMAGE_ACTIVE",
              "the picture acts or fetches something when it is opened, and a wiki refuses it. Ask"
                  + " for the drawing without scripts and references out of the file."),
          "metadata-bomb",
          Checks.error(
              "METADATA_BOMB",
              "the image carries more metadata than a wiki takes. Save it again without it."));

  /// Scans of large maps stay below it.
  private static final long MOST_PIXELS = 400_000_000;

  /// An empty page packs about a thousand points into a byte.
  private static final long POINTS_A_BYTE = 4_000;

  private final Map<String, Set<String>> extensions;

  private final Reader reader;

  /// Reads what a file is; [org.handsel.collection.image.Images#inspect] in the program.
  @FunctionalInterface
  interface Reader {
    ImageFacts read(Path file) throws IOException;
  }

  FileInspection(Reader reader) {
    this.reader = reader;
    extensions =
        Tsv.resource(FileInspection.class, "file-types.tsv").stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    row -> row.get(0), row -> Set.of(row.get(1).split(" "))));
  }

  /// @param facts null when the file could not be read
  /// @param embedded what the file says of itself
  record Result(@Nullable ImageFacts facts, List<PlanEntry.Check> checks, Embedded embedded) {}

  Result inspect(Path path, String file) {
    ImageFacts facts;
    try {
      facts = reader.read(path);
    } catch (IOException e) {
      return new Result(
          null,
          List.of(
              Checks.error(
                  "FILE_UNREADABLE",
                  "%s cannot be read (%s). Look at its permissions, or copy it again."
                      .formatted(file, DurableFiles.reason(e)))),
          Embedded.NOTHING);
    }
    List<PlanEntry.Check> checks = new ArrayList<>();
    String defect = facts.defect();
    if (defect != null) {
      checks.add(
          DEFECTS.getOrDefault(
              defect,
              Checks.error(
                  "IMAGE_DEFECT", "the image is damaged: " + defect + ". Ask for a new copy.")));
    }
    if (!facts.detail().isEmpty() && !checks.isEmpty()) {
      PlanEntry.Check last = checks.removeLast();
      checks.add(Checks.error(last.code(), last.message() + " Found: " + facts.detail() + "."));
    }
    claimed(facts).ifPresent(checks::add);
    String type = facts.type();
    String extension = FilesFolder.extension(FilesFolder.name(file));
    Set<String> expected = type == null ? null : extensions.get(type);
    if (expected != null && !expected.contains(extension)) {
      checks.add(
          Checks.error(
              "EXTENSION_MISMATCH",
              "the content is %s but the name ends in %s: expected %s. Rename the file to what it is."
                  .formatted(
                      type,
                      extension.isEmpty() ? "nothing" : "." + extension,
                      expected.stream()
                          .sorted()
                          .map(each -> "." + each)
                          .collect(Collectors.joining(" or ")))));
    }
    return new Result(facts, checks, embedded(path, facts));
  }

  /// A few bytes that claim more points than anybody scans: nobody can decode them, and no wiki
  /// shows them.
  private static Optional<PlanEntry.Check> claimed(ImageFacts facts) {
    long pixels = (long) facts.width() * facts.height();
    return pixels > MOST_PIXELS && pixels / POINTS_A_BYTE > facts.bytes()
        ? Optional.of(
            Checks.error(
                "IMAGE_BOMB",
                "the file claims %,d × %,d points in %,d bytes: expected a picture that fits into its file. Ask for a new copy."
                    .formatted(facts.width(), facts.height(), facts.bytes())))
        : Optional.empty();
  }

  private static Embedded embedded(Path path, ImageFacts facts) {
    try {
      return Images.embedded(path, facts);
    } catch (IOException unreadable) {
      // It was readable a moment ago; what it says of itself is an offer, nothing more.
      return Embedded.NOTHING;
    }
  }
}
