package org.handsel.wiki.dump;

/// Takes a dump in parts of some MB of whole pages. Parts are read at the same time on several
/// threads; what comes of them is handed over one after the other in the order of the dump. How a
/// dump is parted depends on the dump alone, never on the number of threads.
///
/// @param <R> what comes of a part
public interface PartsHandler<R> {
  /// Comes before the first part, [DumpSite#UNKNOWN] where the dump says nothing.
  void site(DumpSite site);

  /// Begins a part, on any thread. A part may be read twice and its first result dropped: it must
  /// change nothing outside of itself.
  Part<R> part();

  /// Whether what came of the next part counts, asked on the thread that reads the dump. Otherwise
  /// the part is read again: pages before it may have said something that it was read without.
  default boolean holds(R result) {
    return true;
  }

  /// Takes what came of the next part, on the thread that reads the dump.
  void done(R result);

  /// Takes the pages of one part, on one thread.
  interface Part<R> {
    void page(DumpPage page);

    /// Comes after the last page.
    R result();
  }
}
