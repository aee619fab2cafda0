package org.handsel.cluster;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Set;
import org.handsel.platform.Progress;
import org.handsel.readiness.facts.FactsShares;
import org.handsel.readiness.facts.FactsShares.Terms;
import org.handsel.wiki.dump.DumpRange;
import org.handsel.wiki.dump.RandomBytes;

/// A share of the work on a dump: pages of one part, and the folder in which their rows are kept
/// until all shares are done. A share is kept whole or not at all, so that work that was stopped
/// goes on behind the last share that was finished.
///
/// @param number among all shares of the run, in the order of pages
/// @param folder in which all shares are kept
record Share(int number, DumpPart part, DumpRange range, Terms terms, String folder)
    implements Serializable {

  /// The same pages read by other terms or from another beginning.
  Share again(DumpRange other, Terms otherTerms) {
    return new Share(number, part, other, otherTerms, folder);
  }

  /// Every way to read the share has a folder of its own.
  String kept() {
    String way =
        "%s|%d|%d|%d|%d|%s|%s"
            .formatted(
                part.path(),
                part.size(),
                part.modified(),
                range.from(),
                range.to(),
                "%s %d".formatted(range.start(), range.pagesBefore()),
                new java.util.TreeMap<>(terms.aliases())
                    + "|"
                    + terms.wiki()
                    + "|"
                    + terms.site().database());
    return Store.child(folder, "share-%06d-%016x".formatted(number, Hash.of(way)));
  }

  /// Reads the share, unless that was done before.
  FactsShares.Share read(Store store, long attempt) throws IOException {
    String kept = kept();
    if (!store.exists(kept)) {
      String own = kept + ".part-" + attempt;
      store.delete(own);
      store.folder(own);
      FactsShares.Read read;
      try (FactsShares.Tables tables =
          new FactsShares.Tables(
              open(store, own, "pages"),
              open(store, own, "categories"),
              open(store, own, "templates"),
              open(store, own, "marks"))) {
        read = read(store, tables);
      }
      put(store, Store.child(own, "called"), Set.copyOf(read.called()));
      put(store, Store.child(own, "share"), read.share());
      if (!store.move(own, kept)) {
        // Another attempt was faster; it wrote the same.
        store.delete(own);
      }
    }
    return (FactsShares.Share) get(store, Store.child(kept, "share"));
  }

  private FactsShares.Read read(Store store, FactsShares.Tables tables) throws IOException {
    if (!part.divisible()) {
      return FactsShares.whole(
          Parts.onDisk(part.path()), terms, tables, Progress.NONE, () -> false);
    }
    try (RandomBytes bytes = store.random(part.path())) {
      return FactsShares.range(bytes, range, part.root(), terms, tables);
    }
  }

  /// Whether the share would say something else by other terms.
  boolean outdated(Store store, Terms other) throws IOException {
    @SuppressWarnings("unchecked")
    Set<String> called = (Set<String>) get(store, Store.child(kept(), "called"));
    return FactsShares.outdated(called, terms, other);
  }

  private static OutputStream open(Store store, String folder, String table) throws IOException {
    return store.write(Store.child(folder, table + ".tsv"));
  }

  private static void put(Store store, String path, Object value) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(store.write(path))) {
      out.writeObject(value);
    }
  }

  private static Object get(Store store, String path) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(store.read(path))) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(path + " was kept by another version", e);
    }
  }
}
