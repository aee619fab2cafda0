package org.handsel.authority.review;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.links.LinkRow;
import org.handsel.authority.review.ReviewItem.State;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Writes the reviewed links: people's word first, then the program's with the probabilities that
/// people's decisions recalibrate.
final class ReviewExport {
  private final ReviewSet set;
  private final Map<Long, ReviewItem> items = new HashMap<>();
  private final List<Decision> decisions;
  private final Judgement judgement;
  private final Clock clock;

  /// The best probability among the rows that have a record, people's word above all.
  private final Map<String, Double> best = new HashMap<>();

  /// How many rows have each record as their best.
  private final Map<String, Integer> claims = new HashMap<>();

  private final Map<String, Integer> given = new HashMap<>();
  private long rows;
  private long accepted;
  private long review;
  private long none;
  private long byPeople;
  private long changed;

  ReviewExport(ReviewSet set, List<ReviewItem> items, List<Decision> decisions, Clock clock) {
    this.set = set;
    items.forEach(item -> this.items.put(item.place(), item));
    this.decisions = decisions;
    this.judgement = Judgement.of(items);
    this.clock = clock;
  }

  Exported write(Path out, String fingerprint, String prefix, String target) {
    if (!LinkFiles.fingerprint(set.links()).equals(fingerprint)) {
      throw HandselException.input(
          "%s: links.tsv is another than when the review began. Begin a review of the new links with authority review import."
              .formatted(set.links()));
    }
    collect();
    Path links = out.resolve("links.tsv");
    Path beacon = out.resolve("links.beacon");
    Path words = out.resolve("decisions.tsv");
    Path calibration = out.resolve("calibration.json");
    DurableFiles.replace(links, this::links);
    DurableFiles.replace(beacon, writer -> beacon(writer, out, prefix, target));
    DurableFiles.replace(words, this::decisions);
    DurableFiles.replace(calibration, Json.pretty(judgement) + "\n");
    return new Exported(
        rows,
        accepted,
        review,
        none,
        byPeople,
        changed,
        given.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .sorted()
            .toList(),
        judgement,
        List.of(links, beacon, words, calibration));
  }

  private void collect() {
    try (LinkFiles file = LinkFiles.open(set.links())) {
      for (LinkRow row = file.next(); row != null; row = file.next()) {
        ReviewItem item = items.get(row.place());
        if (!row.record().isEmpty()) {
          claims.merge(row.record(), 1, Integer::sum);
        }
        if (item != null && item.state() == State.SETTLED) {
          String record = item.record();
          if (record != null) {
            best.merge(record, 2.0, Math::max);
          }
        } else if (!row.record().isEmpty()) {
          best.merge(row.record(), row.probability(), Math::max);
        }
      }
    }
  }

  private void links(BufferedWriter out) throws IOException {
    line(out, LinkFiles.HEADER);
    try (LinkFiles file = LinkFiles.open(set.links())) {
      for (LinkRow row = file.next(); row != null; row = file.next()) {
        List<String> cells = cells(row);
        rows++;
        String decision = cells.get(3);
        switch (decision) {
          case "accept" -> {
            accepted++;
            given.merge(cells.get(1), 1, Integer::sum);
          }
          case "review" -> review++;
          default -> none++;
        }
        changed += decision.equals(row.decision()) ? 0 : 1;
        line(out, cells);
      }
    }
  }

  private List<String> cells(LinkRow row) {
    ReviewItem item = items.get(row.place());
    if (item == null || item.state() != State.SETTLED) {
      return item == null ? recalibrated(row) : contested(row, item);
    }
    byPeople++;
    Reviewed.Word word = Reviewed.Word.of(item);
    String record = word.record();
    String evidence =
        row.candidates().stream()
            .filter(candidate -> candidate.record().equals(record))
            .map(LinkRow.Candidate::evidence)
            .findFirst()
            .orElse("");
    return List.of(
        row.person(),
        record == null ? "" : record,
        LinkFiles.number(1),
        record == null ? "none" : "accept",
        word.said() + (evidence.isEmpty() ? "" : "; " + evidence));
  }

  private List<String> contested(LinkRow row, ReviewItem item) {
    List<String> cells = new ArrayList<>(recalibrated(row));
    if (!row.record().isEmpty()) {
      cells.set(3, "review");
    }
    cells.set(4, Reviewed.Word.of(item).said() + "; " + row.evidence());
    return cells;
  }

  /// A row on which people said nothing. A link that was left to a look because another person fits
  /// the record better stays so.
  private List<String> recalibrated(LinkRow row) {
    if (row.record().isEmpty()) {
      return LinkFiles.cells(row);
    }
    double probability =
        judgement.calibration().apply(row.probability(), claims.getOrDefault(row.record(), 1) > 1);
    boolean first = best.getOrDefault(row.record(), 0.0) <= row.probability();
    boolean kept = row.decision().equals("accept") || row.probability() < set.accept();
    String decision =
        !judgement.calibration().changes() && first
            ? row.decision()
            : probability >= set.accept() && first && kept ? "accept" : "review";
    return List.of(
        row.person(), row.record(), LinkFiles.number(probability), decision, row.evidence());
  }

  /// Links that stand, as a BEACON file: `record||address`, or `record|person` where no address is
  /// known. Ids with a bar in them cannot be written and are left out.
  private void beacon(BufferedWriter out, Path folder, String prefix, String target)
      throws IOException {
    out.write("#FORMAT: BEACON\n");
    out.write("#NAME: " + set.name().replaceAll("\\s+", " ") + "\n");
    if (!prefix.isEmpty()) {
      out.write("#PREFIX: " + prefix + "\n");
    }
    out.write("#TIMESTAMP: " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\n\n");
    try (LinkFiles file = LinkFiles.open(folder)) {
      for (LinkRow row = file.next(); row != null; row = file.next()) {
        boolean plain = (row.person() + row.record()).chars().noneMatch(c -> c == '|' || c < ' ');
        if (row.decision().equals("accept") && plain) {
          String link = target.isEmpty() ? row.person() : "|" + address(target, row.person());
          out.write(row.record() + "|" + link + "\n");
        }
      }
    }
  }

  private static String address(String target, String person) {
    String id = URLEncoder.encode(person, StandardCharsets.UTF_8).replace("+", "_");
    return target.contains("{ID}") ? target.replace("{ID}", id) : target + id;
  }

  private void decisions(BufferedWriter out) throws IOException {
    line(
        out,
        List.of("at", "who", "row", "person_id", "verdict", "authority_id", "probability", "note"));
    for (Decision decision : decisions) {
      @Nullable ReviewItem item = items.get(decision.place());
      String record = decision.record();
      String probability =
          item == null || record == null
              ? ""
              : item.candidates().stream()
                  .filter(option -> option.card().id().equals(record))
                  .map(option -> LinkFiles.number(option.probability()))
                  .findFirst()
                  .orElse("");
      line(
          out,
          List.of(
              decision.at().toString(),
              decision.who().name(),
              Long.toString(decision.place()),
              item == null ? "" : item.person().id(),
              decision.verdict().word(),
              record == null ? "" : record,
              probability,
              decision.note()));
    }
  }

  private static void line(BufferedWriter out, List<String> cells) throws IOException {
    out.write(Tsv.row(cells));
    out.write('\n');
  }
}
