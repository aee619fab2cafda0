package org.handsel.authority.check;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;

/// Looks through an authority file for what its library may want to mend, and writes
/// `library.jsonl`, `library.tsv` and `library.html`. The same file gives the same bytes.
public final class LibraryCheck {
  private static final int SHOWN = 100;

  private final Map<LibraryNote.Kind, Long> counts = new EnumMap<>(LibraryNote.Kind.class);
  private final Map<LibraryNote.Kind, List<LibraryNote>> shown =
      new EnumMap<>(LibraryNote.Kind.class);

  private LibraryCheck() {
    for (LibraryNote.Kind kind : LibraryNote.Kind.values()) {
      counts.put(kind, 0L);
      shown.put(kind, new ArrayList<>());
    }
  }

  /// What was found.
  ///
  /// @param records looked at
  /// @param notes by kind
  public record Summary(long records, Map<LibraryNote.Kind, Long> notes, List<String> problems) {
    public Summary {
      problems = List.copyOf(problems);
    }

    /// The same with what was wrong with all files that took part.
    public Summary told(List<String> all) {
      return new Summary(records, notes, all);
    }
  }

  /// A person of another source, whom that source links to a record.
  public record Stated(PersonRecord person, String id) {}

  /// @param file what the authority file is called
  /// @param stated hands over links of another source, which are held against the file, one after
  ///   another
  /// @param further notes that were found elsewhere, such as by linking
  /// @throws HandselException with exit 3 when the results cannot be written
  public static Summary run(
      RecordStore records,
      String file,
      Consumer<Consumer<Stated>> stated,
      Iterable<LibraryNote> further,
      Path out,
      Progress progress) {
    LibraryCheck check = new LibraryCheck();
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the results cannot be written (%s).".formatted(out, DurableFiles.reason(e)), e);
    }
    DurableFiles.replace(
        out.resolve("library.jsonl"),
        lines ->
            DurableFiles.replace(
                out.resolve("library.tsv"),
                table -> check.write(records, stated, further, progress, lines, table)));
    DurableFiles.replace(out.resolve("library.html"), check.page(records, file));
    return new Summary(records.size(), Map.copyOf(check.counts), records.problems());
  }

  private void write(
      RecordStore records,
      Consumer<Consumer<Stated>> stated,
      Iterable<LibraryNote> further,
      Progress progress,
      BufferedWriter lines,
      BufferedWriter table)
      throws IOException {
    table.write("kind\tstrength\tauthority_id\tname\tother_id\tmessage\n");
    Consumer<LibraryNote> sink =
        note -> {
          counts.merge(note.kind(), 1L, Long::sum);
          List<LibraryNote> kept = shown.get(note.kind());
          if (kept != null && kept.size() < SHOWN) {
            kept.add(note);
          }
          try {
            lines.write(Json.line(note));
            lines.write('\n');
            table.write(
                Tsv.row(
                    List.of(
                        word(note.kind()),
                        note.strength().name().toLowerCase(Locale.ROOT),
                        note.id(),
                        note.name(),
                        note.other(),
                        note.message())));
            table.write('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    further.forEach(sink);
    String scheme = records.scheme();
    Identifiers identifiers = Identifiers.load();
    RecordChecks checks = new RecordChecks(identifiers, scheme, sink);
    Claims claims = new Claims(identifiers, scheme);
    Duplicates duplicates = new Duplicates();
    progress.total(records.size());
    long[] number = new long[1];
    records.each(record -> {
      checks.check(record);
      claims.add(number[0], record);
      duplicates.add(number[0]++, record);
      progress.step(1, "");
    });
    checks.end();
    claims.find(records::get, sink);
    duplicates.sort();
    duplicates.find(records::get, sink);
    StatedLinks links = new StatedLinks(records, duplicates, sink);
    stated.accept(links::check);
  }

  static String word(LibraryNote.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String page(RecordStore records, String file) {
    Identifiers identifiers = Identifiers.load();
    String scheme = records.scheme();
    List<LibraryView.Group> groups = new ArrayList<>();
    for (LibraryNote.Kind kind : LibraryNote.Kind.values()) {
      List<LibraryView.Row> rows = new ArrayList<>();
      for (LibraryNote note : shown.getOrDefault(kind, List.of())) {
        rows.add(
            new LibraryView.Row(
                note,
                scheme.isEmpty() || note.id().isEmpty()
                    ? ""
                    : identifiers.address(scheme, note.id()),
                scheme.isEmpty() || note.other().isEmpty()
                    ? ""
                    : identifiers.address(scheme, note.other())));
      }
      groups.add(new LibraryView.Group(kind, counts.getOrDefault(kind, 0L), rows));
    }
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "authority/library.jte", new LibraryView(file, records.size(), style(), groups), page);
    return page.toString();
  }

  private static String style() {
    try (InputStream in = LibraryCheck.class.getResourceAsStream("library.css")) {
      if (in == null) {
        throw new IllegalStateException("library.css: the program lacks this file");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
