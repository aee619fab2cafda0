package org.handsel.wiki.dump;

import java.nio.charset.StandardCharsets;

/// Reads one `page` element: what is wanted of it is remembered by place and decoded only when the
/// page is whole. Of several revisions the last one counts. In export 0.11 further slots stand in
/// `content` elements; the main slot is the revision's own text. Not safe for threads.
final class PageElement {
  private enum Inside {
    PAGE,
    REVISION,
    CONTENT,
    OTHER
  }

  private static final byte[] WIKITEXT = Tags.bytes("wikitext");

  private final XmlText text = new XmlText();
  private final XmlText small = new XmlText();

  private int titleFrom;
  private int titleTo;
  private int idFrom;
  private int idTo;
  private int namespaceFrom;
  private int namespaceTo;
  private int modelFrom;
  private int modelTo;
  private int textFrom;
  private int textTo;
  private String redirect = "";
  private boolean openSection;

  /// Whether the last reading stopped in a comment or CDATA section that is not closed yet.
  boolean openSection() {
    return openSection;
  }

  /// Reads the element that begins at a tag.
  ///
  /// @return the place behind it, or -1 where it is not whole
  int read(byte[] in, int tag, int to) {
    titleFrom = titleTo = idFrom = idTo = namespaceFrom = namespaceTo = -1;
    modelFrom = modelTo = textFrom = textTo = -1;
    redirect = "";
    openSection = false;
    Inside inside = Inside.PAGE;
    int depth = 0;
    int at = Tags.tagEnd(in, tag, to);
    while (at >= 0) {
      int next = Tags.next(in, at, to);
      if (next + 1 >= to) {
        return -1;
      }
      int close = Tags.tagEnd(in, next, to);
      if (close < 0) {
        openSection = in[next + 1] == '!';
        return -1;
      }
      byte first = in[next + 1];
      if (first == '!' || first == '?') {
        at = close;
        continue;
      }
      if (first == '/') {
        if (depth > 0) {
          depth--;
        } else if (inside == Inside.PAGE) {
          return Tags.is(in, next, to, "/page") ? close : -1;
        } else {
          inside = inside == Inside.CONTENT ? Inside.REVISION : Inside.PAGE;
        }
        at = close;
        continue;
      }
      if (Tags.is(in, next, to, "page")) {
        return -1;
      }
      boolean empty = in[close - 2] == '/';
      if (inside == Inside.PAGE && Tags.is(in, next, to, "redirect")) {
        String target = Tags.attribute(in, next, close, "title");
        redirect = target == null ? "" : target;
      }
      if (depth > 0 || empty) {
        if (inside == Inside.REVISION && depth == 0 && Tags.is(in, next, to, "text")) {
          textFrom = textTo = close;
        }
        depth += empty ? 0 : 1;
        at = close;
        continue;
      }
      if (inside == Inside.PAGE && Tags.is(in, next, to, "revision")) {
        inside = Inside.REVISION;
        modelFrom = modelTo = textFrom = textTo = -1;
        at = close;
        continue;
      }
      if (inside == Inside.REVISION && Tags.is(in, next, to, "content")) {
        inside = Inside.CONTENT;
        at = close;
        continue;
      }
      at = leaf(in, next, close, to, inside);
      if (at == close) {
        depth = 1;
      }
    }
    return -1;
  }

  /// Remembers the content of a wanted element.
  ///
  /// @return behind its end tag; the end of its tag where the element is not wanted; -1 where the
  ///   element is not whole
  private int leaf(byte[] in, int tag, int close, int to, Inside inside) {
    boolean page = inside == Inside.PAGE;
    boolean revision = inside == Inside.REVISION;
    boolean title = page && Tags.is(in, tag, to, "title");
    boolean namespace = page && Tags.is(in, tag, to, "ns");
    boolean id = page && Tags.is(in, tag, to, "id");
    boolean model = revision && Tags.is(in, tag, to, "model");
    boolean wikitext = revision && Tags.is(in, tag, to, "text");
    if (!title && !namespace && !id && !model && !wikitext) {
      return close;
    }
    int end = close;
    while (true) {
      end = Tags.next(in, end, to);
      if (end + 1 >= to) {
        return -1;
      }
      if (in[end + 1] == '/') {
        break;
      }
      int after = Tags.tagEnd(in, end, to);
      if (after < 0) {
        openSection = true;
        return -1;
      }
      end = after;
    }
    if (title) {
      titleFrom = close;
      titleTo = end;
    } else if (namespace) {
      namespaceFrom = close;
      namespaceTo = end;
    } else if (id) {
      idFrom = close;
      idTo = end;
    } else if (model) {
      modelFrom = close;
      modelTo = end;
    } else {
      textFrom = close;
      textTo = end;
    }
    return Tags.tagEnd(in, end, to);
  }

  /// Whether the page that was read has an id.
  boolean hasId() {
    return idFrom >= 0;
  }

  /// The page that was read.
  DumpPage page(byte[] in, long ordinal) {
    text.decode(in, Math.max(0, textFrom), Math.max(0, textTo));
    String model =
        modelTo - modelFrom == WIKITEXT.length && XmlText.starts(in, modelFrom, modelTo, WIKITEXT)
            ? "wikitext"
            : value(in, modelFrom, modelTo);
    return new DumpPage(
        number(in, idFrom, idTo, ordinal),
        (int) number(in, namespaceFrom, namespaceTo, DumpPage.UNTOLD),
        value(in, titleFrom, titleTo),
        redirect,
        model.isEmpty() ? "wikitext" : model,
        text.bytes(),
        0,
        text.length());
  }

  private String value(byte[] in, int from, int to) {
    if (from < 0) {
      return "";
    }
    small.decode(in, from, to);
    return small.string().strip();
  }

  private static long number(byte[] in, int from, int to, long otherwise) {
    if (from < 0) {
      return otherwise;
    }
    try {
      return Long.parseLong(new String(in, from, to - from, StandardCharsets.US_ASCII).strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /// The title of a page that may not be whole, for messages.
  String titleOf(byte[] in, int tag, int to) {
    int limit = Math.min(to, tag + 2_000);
    for (int at = Tags.next(in, tag, limit); at < limit; at = Tags.next(in, at + 1, limit)) {
      if (Tags.is(in, at, limit, "title")) {
        int from = Tags.tagEnd(in, at, limit);
        int end = from < 0 ? limit : Tags.next(in, from, limit);
        return from < 0 ? "?" : value(in, from, end);
      }
    }
    return "?";
  }
}
