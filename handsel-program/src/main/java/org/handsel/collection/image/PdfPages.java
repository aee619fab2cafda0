package org.handsel.collection.image;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.collection.image.PdfTokens.Budget;
import org.handsel.collection.image.PdfTokens.Name;
import org.handsel.collection.image.PdfTokens.Ref;
import org.jspecify.annotations.Nullable;

/// Counts the pages of a PDF by walking its page tree (ISO 32000-1 section 7.7.3). The number that
/// the tree states is believed only where it is that of the pages right below it.
final class PdfPages {
  /// Steps of reading that a file may cost: a second or so.
  private static final long MOST_STEPS = 300_000_000;

  private static final int MOST_NODES = 300_000;
  private static final int HEAD = 1024;

  private PdfPages() {}

  /// 0 where it cannot be known: the tree is damaged, or hidden by a password.
  static int count(FileBytes in) throws IOException {
    Budget budget = new Budget(MOST_STEPS);
    try {
      int pages = count(PdfFile.open(in, budget));
      if (pages > 0) {
        return pages;
      }
    } catch (PdfFault wrong) {
      // Many files have a wrong cross-reference, and every reader opens them all the same.
    }
    try {
      int pages = count(PdfFile.lookThrough(in, budget));
      if (pages > 0) {
        return pages;
      }
    } catch (PdfFault wrong) {
      // What is left is what a linearized file says at its beginning.
    }
    return linearized(in, budget);
  }

  private static int count(PdfFile file) throws IOException, PdfFault {
    if (!(file.root() instanceof Map<?, ?> catalogue)) {
      return 0;
    }
    Deque<Object> waiting = new ArrayDeque<>();
    Set<Object> seen = new HashSet<>();
    if (catalogue.get("Pages") instanceof Ref pages) {
      waiting.add(pages);
    }
    long pages = 0;
    while (!waiting.isEmpty()) {
      Object node = waiting.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (seen.size() > MOST_NODES) {
        throw new PdfFault("more pages than any real file");
      }
      if (!(file.resolved(node) instanceof Map<?, ?> dictionary)) {
        continue;
      }
      if (!(file.resolved(dictionary.get("Kids")) instanceof List<?> kids)) {
        pages += isPage(dictionary) ? 1 : 0;
      } else if (allPages(file, dictionary, kids)) {
        pages += kids.size();
      } else {
        kids.stream().filter(Ref.class::isInstance).forEach(waiting::push);
      }
    }
    return (int) Math.min(pages, Integer.MAX_VALUE);
  }

  private static boolean isPage(@Nullable Object node) {
    return node instanceof Map<?, ?> dictionary
        && !dictionary.containsKey("Kids")
        && !new Name("Pages").equals(dictionary.get("Type"));
  }

  /// Whether a node has as many pages as it has children, and the first and the last are pages:
  /// then the others need not be read.
  private static boolean allPages(PdfFile file, Map<?, ?> node, List<?> kids)
      throws IOException, PdfFault {
    return !kids.isEmpty()
        && file.resolved(node.get("Count")) instanceof Long count
        && count == kids.size()
        && new HashSet<>(kids).size() == kids.size()
        && isPage(file.resolved(kids.getFirst()))
        && isPage(file.resolved(kids.getLast()));
  }

  /// The first object of a linearized file states the number (ISO 32000-1 F.3.2), readable also
  /// where everything else is encrypted.
  private static int linearized(FileBytes in, Budget budget) throws IOException {
    int start = in.text(0, HEAD).indexOf("<<");
    if (start < 0) {
      return 0;
    }
    try {
      return new PdfTokens(in::at, start, budget).next() instanceof Map<?, ?> head
              && head.containsKey("Linearized")
              && head.get("N") instanceof Long pages
              && pages > 0
              && pages <= MOST_NODES
          ? (int) (long) pages
          : 0;
    } catch (PdfFault wrong) {
      return 0;
    }
  }
}
