package org.handsel.wiki.dump;

/// Takes what a dump holds, in the order of the dump, on the thread that reads it.
public interface DumpHandler {
  /// Comes before the first page, [DumpSite#UNKNOWN] where the dump says nothing.
  void site(DumpSite site);

  void page(DumpPage page);
}
