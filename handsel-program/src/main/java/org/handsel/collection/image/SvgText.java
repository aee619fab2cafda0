package org.handsel.collection.image;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at the beginning and the end of an SVG without reading it as XML, which may be hundreds of
/// megabytes.
final class SvgText {
  private static final int HEAD = 65_536;
  private static final int TAIL = 4096;

  /// Possessive, so that no text makes the search slow.
  private static final Pattern ROOT =
      Pattern.compile("<(?:[A-Za-z_][A-Za-z0-9_.-]*+:)?+svg[\\s/>].*", Pattern.DOTALL);

  private static final Pattern END = Pattern.compile("</(?:[A-Za-z0-9_.-]{1,99}:)?svg\\s*>");

  private SvgText() {}

  /// Whether the root element is `svg`; what stands before it may be a declaration, comments and a
  /// document type of together 64 KiB.
  static boolean isSvg(FileBytes in) throws IOException {
    int first = in.at(0);
    boolean mayBeMarkup = first == '<' || first <= ' ' || first >= 0xEF;
    if (!mayBeMarkup || in.length() == 0) {
      return false;
    }
    String text = plain(in.text(0, HEAD));
    int position = skipBlanks(text, 0);
    while (position < text.length()) {
      int next = afterProlog(text, position);
      if (next == position) {
        return ROOT.matcher(text).region(position, text.length()).lookingAt();
      }
      if (next < 0) {
        return false;
      }
      position = skipBlanks(text, next);
    }
    return false;
  }

  /// Whether the end tag of the root element is there.
  static @Nullable Defect defect(FileBytes in) throws IOException {
    String tail = plain(in.text(Math.max(0, in.length() - TAIL), TAIL)).stripTrailing();
    boolean ended = END.matcher(tail).find() || (in.length() < TAIL && tail.endsWith("/>"));
    return ended ? null : Defect.TRUNCATED;
  }

  /// Characters of markup out of UTF-8 and UTF-16 alike: byte order marks and zero bytes go.
  private static String plain(String latin1) {
    String text = latin1.indexOf('\0') < 0 ? latin1 : latin1.replace("\0", "");
    return text.startsWith("\u00EF\u00BB\u00BF")
        ? text.substring(3)
        : text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")
            ? text.substring(2)
            : text;
  }

  private static int skipBlanks(String text, int from) {
    int position = from;
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position;
  }

  /// The position behind a declaration, comment or document type; the same when there is none, -1
  /// when it does not end.
  private static int afterProlog(String text, int position) {
    if (text.startsWith("<?", position)) {
      return after(text, "?>", position);
    }
    if (text.startsWith("<!--", position)) {
      return after(text, "-->", position);
    }
    if (text.startsWith("<!DOCTYPE", position)) {
      int end = text.indexOf('>', position);
      int subset = text.indexOf('[', position);
      return subset >= 0 && subset < end ? after(text, "]>", position) : end < 0 ? -1 : end + 1;
    }
    return position;
  }

  private static int after(String text, String mark, int position) {
    int end = text.indexOf(mark, position);
    return end < 0 ? -1 : end + mark.length();
  }
}
