package org.handsel.authority.links;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.handsel.authority.links.LinkRow.Candidate;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Reads what linking wrote, `links.tsv` and, where it is there, `candidates.tsv` beside it. Both
/// are in the order of the persons, so that nothing is held in memory. Not safe for threads.
public final class LinkFiles implements AutoCloseable {
  /// Columns of `links.tsv`.
  public static final List<String> HEADER =
      List.of("person_id", "authority_id", "probability", "decision", "evidence");

  /// Columns of `candidates.tsv`.
  public static final List<String> FURTHER_HEADER =
      List.of("person_id", "authority_id", "probability", "decision", "evidence", "rank");

  private static final Set<String> DECISIONS = Set.of("accept", "review", "none");

  private final Path file;
  private final BufferedReader links;
  private final @Nullable BufferedReader further;
  private @Nullable List<String> ahead;
  private long place;

  private LinkFiles(Path file, BufferedReader links, @Nullable BufferedReader further) {
    this.file = file;
    this.links = links;
    this.further = further;
  }

  /// @param written the folder, or `links.tsv` in it
  /// @throws HandselException with exit 1 when it is no result of linking
  public static LinkFiles open(Path written) {
    Path file = Files.isRegularFile(written) ? written : written.resolve("links.tsv");
    Path more = file.resolveSibling("candidates.tsv");
    try {
      BufferedReader links = Files.newBufferedReader(file);
      String header = links.readLine();
      if (header == null || !Tsv.cells(header).equals(HEADER)) {
        links.close();
        throw HandselException.input(
            "%s: expected the header \"%s\", found \"%s\". Is it the result of authority link?"
                .formatted(file, String.join("\\t", HEADER), header == null ? "" : header));
      }
      BufferedReader further = Files.exists(more) ? Files.newBufferedReader(more) : null;
      if (further != null) {
        further.readLine();
      }
      LinkFiles rows = new LinkFiles(file, links, further);
      rows.ahead = rows.furtherRow();
      return rows;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static HandselException unreadable(Path file, IOException e) {
    return HandselException.input(
        "%s: cannot be read (%s). Give the folder that authority link wrote."
            .formatted(file, DurableFiles.reason(e)));
  }

  /// The next row, or null at the end.
  public @Nullable LinkRow next() {
    try {
      String line = links.readLine();
      if (line == null) {
        return null;
      }
      place++;
      List<String> cells = Tsv.cells(line);
      if (cells.size() < HEADER.size() || !DECISIONS.contains(cells.get(3))) {
        throw HandselException.input(
            "%s, row %d: expected five cells with the decision accept, review or none, found \"%s\"."
                .formatted(file, place, line));
      }
      List<Candidate> candidates = new ArrayList<>();
      double probability = number(cells.get(2));
      if (!cells.get(1).isEmpty()) {
        candidates.add(new Candidate(cells.get(1), probability, cells.get(4)));
      }
      more(cells.getFirst(), candidates);
      return new LinkRow(
          place, cells.get(0), cells.get(1), probability, cells.get(3), cells.get(4), candidates);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Takes the further candidates of a person; where an id repeats, ranks begin anew.
  private void more(String person, List<Candidate> candidates) throws IOException {
    double last = 0;
    while (ahead != null && ahead.getFirst().equals(person) && number(ahead.get(5)) > last) {
      last = number(ahead.get(5));
      candidates.add(new Candidate(ahead.get(1), number(ahead.get(2)), ahead.get(4)));
      ahead = furtherRow();
    }
  }

  private @Nullable List<String> furtherRow() throws IOException {
    if (further == null) {
      return null;
    }
    String line = further.readLine();
    if (line == null) {
      return null;
    }
    List<String> cells = Tsv.cells(line);
    if (cells.size() < FURTHER_HEADER.size()) {
      throw HandselException.input(
          "%s: expected six cells in each row, found \"%s\"."
              .formatted(file.resolveSibling("candidates.tsv"), line));
    }
    return cells;
  }

  private double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw HandselException.input(
          "%s, row %d: expected a number, found \"%s\".".formatted(file, place, cell));
    }
  }

  /// Changes the rows of a folder one by one and writes both files anew.
  ///
  /// @param change keeps person and place of each row
  /// @throws HandselException with exit 1 when it is no result of linking, with exit 3 when the
  ///   files cannot be written
  public static void rewrite(Path folder, UnaryOperator<LinkRow> change) {
    Path links = folder.resolve("links.tsv");
    Path more = folder.resolve("candidates.tsv");
    try (LinkFiles rows = open(folder)) {
      DurableFiles.replace(
          more,
          others -> {
            line(others, FURTHER_HEADER);
            DurableFiles.replace(
                links,
                out -> {
                  line(out, HEADER);
                  for (LinkRow row = rows.next(); row != null; row = rows.next()) {
                    LinkRow changed = change.apply(row);
                    line(out, cells(changed));
                    further(others, changed);
                  }
                  if (rows.ahead != null) {
                    throw new IllegalStateException(
                        more + ": not in the order of " + links + ": " + rows.ahead.getFirst());
                  }
                });
          });
    }
  }

  /// The cells of a row of `links.tsv`.
  public static List<String> cells(LinkRow row) {
    return List.of(
        row.person(), row.record(), number(row.probability()), row.decision(), row.evidence());
  }

  private static void further(BufferedWriter out, LinkRow row) throws IOException {
    int rank = row.linked() ? 1 : 0;
    for (Candidate candidate : row.further()) {
      rank++;
      line(
          out,
          List.of(
              row.person(),
              candidate.record(),
              number(candidate.probability()),
              "review",
              candidate.evidence(),
              Integer.toString(rank)));
    }
  }

  /// A probability as it is written.
  public static String number(double probability) {
    return String.format(Locale.ROOT, "%.4f", Math.clamp(probability, 0, 1));
  }

  private static void line(BufferedWriter out, List<String> cells) throws IOException {
    out.write(Tsv.row(cells));
    out.write('\n');
  }

  /// SHA-256 of a folder's `links.tsv`: the sign that it is still the same.
  public static String fingerprint(Path folder) {
    Path file = folder.resolve("links.tsv");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      links.close();
      if (further != null) {
        further.close();
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
