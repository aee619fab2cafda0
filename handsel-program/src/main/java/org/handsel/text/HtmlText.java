package org.handsel.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Plain text out of HTML fragments in cells.
public final class HtmlText {
  private static final Set<String> LINES =
      Set.of(
          "p",
          "div",
          "li",
          "ul",
          "ol",
          "tr",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "dd",
          "dt",
          "dl",
          "blockquote",
          "section",
          "article",
          "pre",
          "hr");

  private static final Set<String> UNSEEN = Set.of("script", "style", "template", "head", "title");

  private HtmlText() {}

  /// Text without tags: paragraphs and `<br>` become line breaks, entities characters; scripts and
  /// styles vanish. Runs of blanks become one, also in a text that holds no markup at all.
  public static String plain(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return tidy(html);
    }
    Lines lines = new Lines();
    NodeTraversor.traverse(lines, Jsoup.parseBodyFragment(html).body());
    return tidy(lines.out.toString());
  }

  /// Trims every line, joins blanks, keeps no empty lines.
  private static String tidy(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = false;
    boolean line = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        line = true;
      } else if (Character.isWhitespace(c) || c == '\u00a0') {
        blank = true;
      } else {
        if (!out.isEmpty() && (line || blank)) {
          out.append(line ? '\n' : ' ');
        }
        line = false;
        blank = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Collects the text of a tree; a line break inside markup is only a blank.
  private static final class Lines implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int unseen;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name.toLowerCase(Locale.ROOT))) {
          unseen++;
        } else if (name.equals("br") || LINES.contains(name)) {
          out.append('\n');
        } else if (name.equals("td") || name.equals("th")) {
          out.append(' ');
        }
      } else if (unseen == 0 && node instanceof TextNode text) {
        out.append(text.getWholeText().replace('\n', ' ').replace('\r', ' '));
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (UNSEEN.contains(element.normalName())) {
          unseen--;
        } else if (LINES.contains(element.normalName())) {
          out.append('\n');
        }
      }
    }
  }
}
