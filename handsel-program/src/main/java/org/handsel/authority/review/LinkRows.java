package org.handsel.authority.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Reads a result of linking, `links.tsv` and, where it is there, `candidates.tsv` beside it, row
/// by row. Both have the same order, so that nothing is held in memory.
final class LinkRows implements AutoCloseable {
  static final List<String> HEADER =
      List.of("person_id", "authority_id", "probability", "decision", "evidence");
  private static final Set<String> DECISIONS = Set.of("accept", "review", "none");

  private final Path file;
  private final BufferedReader links;
  private final @Nullable BufferedReader further;
  private @Nullable List<String> ahead;
  private long place;

  private LinkRows(Path file, BufferedReader links, @Nullable BufferedReader further) {
    this.file = file;
    this.links = links;
    this.further = further;
  }

  /// A row with its candidates.
  ///
  /// @param place number of the row, from 1
  /// @param record id of the linked record; empty with `none`
  /// @param candidates the linked record first
  record Row(
      long place,
      String person,
      String record,
      double probability,
      String decision,
      String evidence,
      List<Candidate> candidates) {}

  /// A record that the person may be.
  record Candidate(String record, double probability, String evidence) {}

  /// @throws HandselException with exit 1 when it is no result of linking
  static LinkRows open(Path folder) {
    Path file = folder.resolve("links.tsv");
    Path more = folder.resolve("candidates.tsv");
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
      LinkRows rows = new LinkRows(file, links, further);
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
  @Nullable Row next() {
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
      return new Row(
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
    if (cells.size() < 6) {
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

  /// SHA-256 of a folder's links.tsv: the sign that it is still the same.
  static String fingerprint(Path folder) {
    Path file = folder.resolve("links.tsv");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
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
