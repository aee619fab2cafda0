package org.handsel.wiki.dump;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the pages in export XML that comes in pieces, without a parser for all of XML: a dump's
/// text never holds a tag that is not markup, because its angle brackets are escaped or stand in
/// CDATA. Takes single pages without a root element too. Not safe for threads.
///
/// Source of the format: MediaWiki `docs/export-0.10.xsd` and `export-0.11.xsd`.
final class PageScanner implements PieceReader {
  private static final byte[] PAGE = Tags.bytes("page");
  private static final byte[] PAGE_END = Tags.bytes("</page>");

  /// A page larger than this is no page; MediaWiki's limit is 2 MB of wikitext, histories are more.
  private static final int LARGEST_PAGE = 1 << 30;

  private final DumpHandler handler;
  private final Problems problems;
  private final PageElement element = new PageElement();

  private byte[] buffer;
  private int start;
  private int end;
  private int seen;
  private long passed;
  private boolean siteTold;
  private boolean rootSeen;
  private long pages;
  private boolean numbered;
  private boolean whole;
  private boolean endTag;
  private long limit = Long.MAX_VALUE;
  private long firstPage = -1;
  private boolean limitReached;
  private String language = "";
  private String version = "";

  PageScanner(DumpHandler handler, Problems problems) {
    this(handler, problems, new byte[1 << 21], 0, 0, 0, false);
  }

  /// Reads bytes from the midst of a dump.
  ///
  /// @param passed bytes before these
  /// @param pages before these bytes
  /// @param siteTold whether the site of the dump is known
  PageScanner(
      DumpHandler handler,
      Problems problems,
      byte[] buffer,
      int length,
      long passed,
      long pages,
      boolean siteTold) {
    this.handler = handler;
    this.problems = problems;
    this.buffer = buffer;
    this.end = length;
    this.passed = passed;
    this.pages = pages;
    this.siteTold = siteTold;
  }

  @Override
  public long pages() {
    return pages;
  }

  @Override
  public long bytes() {
    return passed + end;
  }

  @Override
  public boolean isDump() {
    return rootSeen || pages > 0;
  }

  /// Reads the bytes that are there, which end behind a page or are the last ones.
  void readWhole() {
    whole = true;
    seen = end;
    while (step()) {}
  }

  /// Bytes that are not read, because more are needed.
  int left() {
    return end - start;
  }

  /// Whether a page without an id was given its ordinal.
  boolean numbered() {
    return numbered;
  }

  boolean rootSeen() {
    return rootSeen;
  }

  boolean endSeen() {
    return endTag;
  }

  /// Reads no page that begins at a byte or behind it. May be said once bytes before it are read.
  void limit(long from) {
    limit = from;
    while (step()) {}
  }

  /// Whether the first page that is not to be read was seen, so that all others are read.
  boolean limitReached() {
    return limitReached;
  }

  /// Where the first page begins that was seen, read or not; -1 where there was none.
  long firstPage() {
    return firstPage;
  }

  /// Where the next element begins that is not read.
  long position() {
    return passed + start;
  }

  /// Takes over what was seen before these bytes.
  void goOnFrom(boolean root, boolean endOfDump) {
    rootSeen |= root;
    endTag |= endOfDump;
  }

  @Override
  public void accept(Piece piece) {
    if (piece.afterGap()) {
      cut();
    }
    append(piece);
    while (step()) {}
  }

  /// Ends the reading; a page that is not finished is reported.
  @Override
  public void finish() {
    if (pageBegins(start)) {
      problems.add(
          "cut-page",
          passed + start,
          "The dump ends within the page \"%s\", which is left out. Fetch the dump again."
              .formatted(element.titleOf(buffer, start, end)));
    } else if (rootSeen && !endTag) {
      problems.add(
          "truncated",
          passed + end,
          "The dump ends without its end tag: pages may be missing. Fetch the dump again.");
    }
    tellSite(DumpSite.UNKNOWN);
  }

  private void append(Piece piece) {
    int length = piece.length();
    if (end + length > buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      passed += start;
      seen -= start;
      end -= start;
      start = 0;
      if (end + length > buffer.length) {
        if (end > LARGEST_PAGE - length) {
          problems.add("malformed-page", passed, "A page has more than a billion bytes.");
          end = 0;
          seen = 0;
        }
        buffer = Arrays.copyOf(buffer, Math.max(end + length, buffer.length * 2));
      }
    }
    System.arraycopy(piece.bytes(), 0, buffer, end, length);
    end += length;
  }

  /// Drops what was begun before a gap.
  void cut() {
    if (pageBegins(start)) {
      problems.add(
          "cut-page",
          passed + start,
          "The page \"%s\" stands in a damaged part of the dump and is left out."
              .formatted(element.titleOf(buffer, start, end)));
    }
    start = end;
    seen = end;
  }

  /// Takes the next element of the top level.
  ///
  /// @return false where more bytes are needed
  private boolean step() {
    if (limitReached) {
      return false;
    }
    int tag = Tags.next(buffer, start, end);
    start = tag;
    if (tag + 12 > end && tag + 1 < end && !complete(tag) || tag + 1 >= end) {
      return false;
    }
    if (pageBegins(tag)) {
      if (firstPage < 0) {
        firstPage = passed + tag;
      }
      if (passed + tag >= limit) {
        limitReached = true;
        return false;
      }
      return page(tag);
    }
    if (Tags.is(buffer, tag, end, "siteinfo")) {
      return site(tag);
    }
    int close = Tags.tagEnd(buffer, tag, end);
    if (close < 0) {
      return false;
    }
    if (Tags.is(buffer, tag, end, "mediawiki")) {
      rootSeen = true;
      language = orEmpty(Tags.attribute(buffer, tag, close, "xml:lang"));
      version = orEmpty(Tags.attribute(buffer, tag, close, "version"));
    } else if (Tags.is(buffer, tag, end, "/mediawiki")) {
      endTag = true;
    }
    start = close;
    return true;
  }

  private boolean complete(int tag) {
    return Tags.tagEnd(buffer, tag, end) >= 0;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private boolean pageBegins(int at) {
    return at < end
        && buffer[at] == '<'
        && XmlText.starts(buffer, at + 1, end, PAGE)
        && at + 5 < end
        && (buffer[at + 5] == '>' || buffer[at + 5] <= ' ');
  }

  private boolean page(int tag) {
    // The end tag is looked for in new bytes only, so that a page of many pieces is read once.
    if (seen < end) {
      int close = indexOf(PAGE_END, Math.max(tag, seen - PAGE_END.length));
      seen = end;
      if (close < 0) {
        return false;
      }
    }
    int after = element.read(buffer, tag, end);
    if (after < 0) {
      // The end tag stood in CDATA, or a bracket is open somewhere.
      int nextPage = indexOf(Tags.bytes("<page>"), tag + 6);
      if (nextPage < 0 || element.openSection()) {
        return false;
      }
      problems.add(
          "malformed-page",
          passed + tag,
          "The page \"%s\" is not well-formed and is left out."
              .formatted(element.titleOf(buffer, tag, end)));
      start = nextPage;
      if (!whole) {
        seen = start;
      }
      return true;
    }
    tellSite(null);
    pages++;
    numbered |= !element.hasId();
    handler.page(element.page(buffer, pages));
    start = after;
    if (!whole) {
      seen = after;
    }
    return true;
  }

  private int indexOf(byte[] word, int from) {
    for (int i = Tags.next(buffer, from, end); i < end; i = Tags.next(buffer, i + 1, end)) {
      if (XmlText.starts(buffer, i, end, word)) {
        return i;
      }
    }
    return -1;
  }

  private boolean site(int tag) {
    int close = indexOf(Tags.bytes("</siteinfo>"), tag);
    if (close < 0) {
      return false;
    }
    tellSite(SiteElement.read(buffer, tag, close, language, version));
    start = close + "</siteinfo>".length();
    return true;
  }

  private void tellSite(@Nullable DumpSite site) {
    if (!siteTold) {
      siteTold = true;
      handler.site(
          site == null ? new DumpSite("", language, true, java.util.Map.of(), version) : site);
    }
  }
}
