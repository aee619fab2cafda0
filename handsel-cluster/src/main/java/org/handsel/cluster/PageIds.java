package org.handsel.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.readiness.facts.FactsShares;
import scala.Tuple2;

/// Notices that parts hold the same pages, whatever they are called.
final class PageIds {
  private PageIds() {}

  /// @throws org.handsel.platform.HandselException with exit 1 when two parts hold a page
  static void check(
      Session session,
      Store store,
      Broadcast<Store> stores,
      List<Share> shares,
      List<FactsShares.Share> results) {
    List<Tuple2<String, String>> suspects = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      for (int j = 0; j < shares.size(); j++) {
        if (!shares.get(i).part().equals(shares.get(j).part())
            && results.get(i).leastId() <= results.get(j).mostId()
            && results.get(j).leastId() <= results.get(i).mostId()) {
          suspects.add(new Tuple2<>(shares.get(i).kept(), shares.get(i).part().file()));
          break;
        }
      }
    }
    if (suspects.isEmpty()) {
      return;
    }
    session.doing("comparing the pages of parts that overlap");
    List<Tuple2<String, String>> doubled =
        session
            .context()
            .parallelize(suspects, suspects.size())
            .flatMapToPair(share -> ids(stores.value(), share).iterator())
            .groupByKey(session.partitions())
            .values()
            .filter(parts -> {
              String first = parts.iterator().next();
              for (String part : parts) {
                if (!part.equals(first)) {
                  return true;
                }
              }
              return false;
            })
            .map(parts -> {
              List<String> names = new ArrayList<>();
              parts.forEach(names::add);
              names.sort(null);
              return new Tuple2<>(names.getFirst(), names.getLast());
            })
            .take(1);
    if (!doubled.isEmpty()) {
      throw Parts.doubled(doubled.getFirst()._1(), doubled.getFirst()._2());
    }
  }

  private static List<Tuple2<Long, String>> ids(Store store, Tuple2<String, String> share)
      throws IOException {
    List<Tuple2<Long, String>> ids = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                store.read(Store.child(share._1(), "pages.tsv")), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ids.add(new Tuple2<>(Long.parseLong(line.substring(0, line.indexOf('\t'))), share._2()));
      }
    }
    return ids;
  }
}
