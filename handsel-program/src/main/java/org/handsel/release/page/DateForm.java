package org.handsel.release.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handsel.release.page.Edtf.Point;

/// Dates as Commons shows them: ISO 8601 where that says it all, else `{{other date}}`, which every
/// reader sees in their own language.
///
/// Words of the template: `certainty`, `-` and `?` in excerpts of its documentation; `before`,
/// `between`, `or`, `century`, `s`, `spring` as public code writes and reads them (2026-11-23).
/// `after`, `and` and the other seasons follow the same pattern and are not verified.
final class DateForm {
  private static final List<String> SEASONS = List.of("spring", "summer", "fall", "winter");

  private DateForm() {}

  /// Empty when the text is no EDTF date or one that the template cannot say.
  static Optional<String> wikitext(String edtf) {
    return Edtf.parse(edtf)
        .flatMap(date ->
            switch (date) {
              case Edtf.Point point -> Optional.of(point(point));
              case Edtf.Span span -> span(span);
              case Edtf.Choice choice -> pair("or", choice.points());
              case Edtf.All all -> pair("and", all.points());
            });
  }

  private static String point(Point point) {
    if (point.plain()) {
      return point.iso();
    }
    if (point.openDigits() == 2) {
      return template("century", String.valueOf(point.year() / 100 + 1), certainty(point));
    }
    if (point.openDigits() == 1) {
      return template("s", String.valueOf(point.year()), certainty(point));
    }
    if (point.season()) {
      return template(SEASONS.get(point.month() - 21), point.iso(), certainty(point));
    }
    return template(point.approximate() ? "~" : "?", point.iso(), "");
  }

  private static Optional<String> span(Edtf.Span span) {
    Point from = span.from();
    Point to = span.to();
    if (from == null) {
      return to == null
          ? Optional.empty()
          : Optional.of(template("before", end(to), certainty(to)));
    }
    if (to == null) {
      return Optional.of(template("after", from.iso(), certainty(from)));
    }
    String certainty = certainty(from).isEmpty() ? certainty(to) : certainty(from);
    return Optional.of(template("between", from.iso() + "|" + end(to), certainty));
  }

  private static Optional<String> pair(String word, List<Point> points) {
    return points.size() == 2 && points.stream().allMatch(Point::plain)
        ? Optional.of(template(word, points.get(0).iso() + "|" + points.get(1).iso(), ""))
        : Optional.empty();
  }

  private static String end(Point point) {
    return point.openDigits() == 0
        ? point.iso()
        : String.format(Locale.ROOT, "%04d", point.lastYear());
  }

  private static String certainty(Point point) {
    return point.approximate()
        ? "|certainty=circa"
        : point.uncertain() ? "|certainty=possibly" : "";
  }

  private static String template(String word, String dates, String certainty) {
    return "{{other date|" + word + "|" + dates + certainty + "}}";
  }
}
