package org.handsel.wiki.dump;

import org.jspecify.annotations.Nullable;

/// Makes parts of pages that come one after the other.
final class PagesInParts<R> implements DumpHandler, AutoCloseable {
  private static final int PAGES = 1_000;

  private final PartsHandler<R> handler;
  private PartsHandler.@Nullable Part<R> part;
  private int pages;

  PagesInParts(PartsHandler<R> handler) {
    this.handler = handler;
  }

  @Override
  public void site(DumpSite site) {
    handler.site(site);
  }

  @Override
  public void page(DumpPage page) {
    if (part == null) {
      part = handler.part();
    }
    part.page(page);
    pages++;
    if (pages % PAGES == 0) {
      close();
    }
  }

  /// Hands the last part over.
  @Override
  public void close() {
    if (part != null) {
      handler.done(part.result());
      part = null;
    }
  }
}
