package org.handsel.platform.paper;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.lang.Character.UnicodeScript;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handsel.platform.Html;
import org.jspecify.annotations.Nullable;

/// Titles for a PDF. Scripts that need shaping or another direction (Arabic, Thai, Devanagari …)
/// and those of large fonts (Chinese) are laid out by Java and put in as drawn outlines, since PDF
/// writers place letters one by one; ordinary text stays text.
final class DrawnText {
  private static final Set<UnicodeScript> PLAIN =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED);
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final int LONGEST = 400;

  private final Fonts fonts;
  private final float width;

  /// @param width at which lines break, in points
  DrawnText(Fonts fonts, float width) {
    this.fonts = fonts;
    this.width = width;
  }

  /// The text as HTML: escaped, or drawn with the text as its description.
  String html(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    boolean plain = bounded.codePoints().allMatch(p -> PLAIN.contains(UnicodeScript.of(p)));
    return plain || bounded.isBlank() ? Html.escaped(bounded) : drawn(bounded, width);
  }

  private String drawn(String text, float breakAt) {
    AttributedString styled = new AttributedString(text);
    int from = 0;
    Font current = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      Font font =
          Character.getType(point) == Character.NON_SPACING_MARK && current != null
              ? current
              : fonts.of(point);
      if (font != current) {
        set(styled, current, from, i);
        current = font;
        from = i;
      }
      i = next;
    }
    set(styled, current, from, text.length());
    List<TextLayout> lines = new ArrayList<>();
    LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), CONTEXT);
    while (measurer.getPosition() < text.length()) {
      lines.add(measurer.nextLayout(breakAt));
    }
    return svg(text, lines);
  }

  private static void set(AttributedString text, @Nullable Font font, int from, int to) {
    if (font != null && to > from) {
      text.addAttribute(TextAttribute.FONT, font, from, to);
    }
  }

  private static String svg(String text, List<TextLayout> lines) {
    double wide = 1;
    double high = 0;
    StringBuilder paths = new StringBuilder();
    for (TextLayout line : lines) {
      high += line.getAscent();
      Shape outline = line.getOutline(AffineTransform.getTranslateInstance(0, high));
      path(outline, paths);
      high += line.getDescent() + line.getLeading();
      wide = Math.max(wide, line.getAdvance());
    }
    double scale = 0.68;
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"title-drawn\" width=\"%.1fpt\""
            + " height=\"%.1fpt\" viewBox=\"0 0 %.1f %.1f\" role=\"img\" aria-label=\"%s\"><path"
            + " fill=\"#1f2328\" d=\"%s\"/></svg>",
        wide * scale,
        high * scale,
        wide,
        high,
        Html.escaped(text),
        paths);
  }

  private static void path(Shape shape, StringBuilder out) {
    double[] c = new double[6];
    for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
      switch (at.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> append(out, 'M', c, 2);
        case PathIterator.SEG_LINETO -> append(out, 'L', c, 2);
        case PathIterator.SEG_QUADTO -> append(out, 'Q', c, 4);
        case PathIterator.SEG_CUBICTO -> append(out, 'C', c, 6);
        default -> out.append('Z');
      }
    }
  }

  private static void append(StringBuilder out, char command, double[] points, int count) {
    out.append(command);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(Math.round(points[i] * 100) / 100.0);
    }
  }
}
