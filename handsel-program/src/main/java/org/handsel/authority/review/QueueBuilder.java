package org.handsel.authority.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.links.LinkRow;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.review.ReviewItem.State;

/// Picks the rows that are worth a look, and fetches what a reviewer has to see.
final class QueueBuilder {
  private static final int MOST_CANDIDATES = 5;
  private static final double USUAL_CUT = 0.95;
  private static final Pattern PARTS = Pattern.compile("; ");

  private static final int DRAWN_EACH = 10;
  private static final Comparator<Picked> BY_WORTH =
      Comparator.comparingDouble(Picked::worth)
          .thenComparing(Comparator.comparingLong((Picked one) -> one.row.place()).reversed());

  /// The same rows are drawn each time.
  private static final Comparator<Picked> BY_LOT =
      Comparator.comparingLong(one -> one.row.place() * 0x9E37_79B9_7F4A_7C15L);

  private final Reviews.Order order;
  private long rows;
  private double cut;

  QueueBuilder(Reviews.Order order) {
    this.order = order;
    this.cut = order.accept();
  }

  /// A row with what a look at it is worth.
  record Picked(LinkRow row, int claims, double worth) {}

  /// An item of the queue and its place in it.
  record Queued(ReviewItem item, double worth) {}

  long rows() {
    return rows;
  }

  /// The probability from which links were accepted: as it was said, else the least of an accepted
  /// link.
  double cut() {
    return cut;
  }

  List<Queued> build() {
    List<Picked> picked = pick(claims());
    Map<Long, Card> people = people(picked);
    Map<String, Card> records = records(picked);
    List<Queued> queued = new ArrayList<>();
    for (Picked one : picked) {
      LinkRow row = one.row;
      queued.add(
          new Queued(
              new ReviewItem(
                  row.place(),
                  people.getOrDefault(row.place(), Card.bare(row.person())),
                  row.decision(),
                  row.candidates().stream()
                      .limit(MOST_CANDIDATES)
                      .map(candidate ->
                          new ReviewItem.Option(
                              records.getOrDefault(
                                  candidate.record(), Card.bare(candidate.record())),
                              candidate.probability(),
                              PARTS.splitAsStream(candidate.evidence()).toList()))
                      .toList(),
                  one.claims,
                  State.OPEN,
                  null,
                  null,
                  List.of()),
              one.worth));
    }
    return queued;
  }

  /// How many rows have each record as their best.
  private Map<String, Integer> claims() {
    Map<String, Integer> claims = new HashMap<>();
    double least = 1;
    boolean accepted = false;
    try (LinkFiles links = LinkFiles.open(order.links())) {
      for (LinkRow row = links.next(); row != null; row = links.next()) {
        if (!row.record().isEmpty()) {
          claims.merge(row.record(), 1, Integer::sum);
        }
        if (row.decision().equals("accept")) {
          least = Math.min(least, row.probability());
          accepted = true;
        }
      }
    }
    if (cut == 0) {
      cut = accepted ? least : USUAL_CUT;
    }
    return claims;
  }

  /// The rows on which a look is worth most; and after each ten of them one that is drawn from the
  /// accepted links that nobody would look at, because what people find near the cut says little of
  /// the sure ones.
  private List<Picked> pick(Map<String, Integer> claims) {
    int most = Math.max(1, order.most() * DRAWN_EACH / (DRAWN_EACH + 1));
    PriorityQueue<Picked> best = new PriorityQueue<>(BY_WORTH);
    PriorityQueue<Picked> drawn = new PriorityQueue<>(BY_LOT.reversed());
    try (LinkFiles links = LinkFiles.open(order.links())) {
      for (LinkRow row = links.next(); row != null; row = links.next()) {
        rows++;
        if (row.candidates().isEmpty()) {
          continue;
        }
        int claiming = claims.getOrDefault(row.record(), 1);
        boolean accepted = row.decision().equals("accept");
        double worth = Worth.of(row.candidates().getFirst().probability(), accepted, cut, claiming);
        if (worth >= Worth.LEAST) {
          keep(best, new Picked(row, claiming, worth), most);
        } else if (accepted) {
          keep(drawn, new Picked(row, claiming, worth), most / DRAWN_EACH);
        }
      }
    }
    List<Picked> picked = new ArrayList<>(best);
    picked.sort(BY_WORTH.reversed());
    List<Picked> lots = new ArrayList<>(drawn);
    lots.sort(BY_LOT);
    for (int i = 0; i < Math.min(lots.size(), picked.size() / (DRAWN_EACH + 1)); i++) {
      Picked lot = lots.get(i);
      int place = (i + 1) * (DRAWN_EACH + 1) - 1;
      picked.add(place, new Picked(lot.row, lot.claims, picked.get(place - 1).worth));
    }
    return picked;
  }

  private static void keep(PriorityQueue<Picked> queue, Picked one, int most) {
    queue.add(one);
    if (queue.size() > most) {
      queue.poll();
    }
  }

  /// The persons by row; where the file has another order than the links, by id.
  private Map<Long, Card> people(List<Picked> picked) {
    Map<Long, String> wanted = new HashMap<>();
    picked.forEach(one -> wanted.put(one.row.place(), one.row.person()));
    Set<String> ids = new HashSet<>(wanted.values());
    Map<Long, Card> found = new HashMap<>();
    Map<String, Card> byId = new HashMap<>();
    long[] place = {0};
    PersonFiles.read(
        order.persons(),
        order.columns(),
        record -> {
          place[0]++;
          if (record.id().equals(wanted.get(place[0]))) {
            found.put(place[0], Card.of(record));
          } else if (ids.contains(record.id())) {
            byId.putIfAbsent(record.id(), Card.of(record));
          }
        });
    wanted.forEach((row, id) -> {
      Card card = byId.get(id);
      if (card != null) {
        found.putIfAbsent(row, card);
      }
    });
    return found;
  }

  private Map<String, Card> records(List<Picked> picked) {
    Set<String> wanted = new HashSet<>();
    picked.forEach(one ->
        one.row.candidates().stream()
            .limit(MOST_CANDIDATES)
            .forEach(candidate -> wanted.add(candidate.record())));
    Map<String, Card> found = new HashMap<>();
    try (RecordStore store = RecordStore.open(order.authority())) {
      wanted.forEach(id -> store.find(id).ifPresent(record -> found.put(id, Card.of(record))));
    }
    return found;
  }
}
