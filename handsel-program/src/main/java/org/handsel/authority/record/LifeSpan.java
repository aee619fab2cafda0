package org.handsel.authority.record;

import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.record.StatedDate.Event;
import org.handsel.authority.record.StatedDate.Kind;
import org.jspecify.annotations.Nullable;

/// Reads the dates of a life as authority files write them: `1872-1941`, `ca. 1470-1528`,
/// `06.06.1875-12.08.1955`, `1872-`, `gest. 1761`, `active 16th century`, `18720503`, `19XX`,
/// `v100-v44` (the GND's years before Christ), `63 B.C.-14 A.D.`.
final class LifeSpan {
  private static final Pattern NOTHING = Pattern.compile("[0.\\-/ ]*|1-0?1-0?1|0001-01-01");
  private static final Pattern ISO =
      Pattern.compile("(-?\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?|(\\d{2})(\\d{2}))?");
  private static final Pattern UNCERTAIN = Pattern.compile("[?~%]$");
  private static final Pattern GERMAN =
      Pattern.compile("(?:(\\d{1,2}|[Xx]{2})\\.)?(?:(\\d{1,2}|[Xx]{2})\\.)(\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{3,4})(?!\\d)");
  private static final Pattern EARLY_YEAR = Pattern.compile("(?<!\\d)(\\d{1,4})(?!\\d)");
  private static final Pattern DECADE =
      Pattern.compile("(?<!\\d)(\\d{3})(?:[Xx.u?]|0s|0er)(?!\\d)");
  private static final Pattern WRITTEN_CENTURY =
      Pattern.compile(
          "(?i)(?<!\\d)(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: ?[/–-] ?| (?:or|oder|and|und|bis|to)"
              + " ))?(\\d{1,2})(?:st|nd|rd|th|\\.)? ?(?:cent|jh|jahrh|e siècle)");
  private static final Pattern CENTURY =
      Pattern.compile("(?<!\\d)(\\d{2})(?:[Xx]{2}|\\.\\.|--)(?!\\d)");
  private static final Pattern CIRCA =
      Pattern.compile(
          "(?i)\\bca\\b|\\bc\\.?"
              + " ?(?=\\d)|\\bcirca\\b|\\bapprox|\\bum\\b|\\betwa\\b|[?~%]|[\\[{].*\\d(?:,|\\.\\.).*\\d|\\bor\\b|\\boder\\b|/|\\bbefore\\b|\\bafter\\b|\\bvor\\b|\\bnach\\b|\\bprobably\\b|\\bvermutl");
  private static final Pattern BEFORE_CHRIST =
      Pattern.compile("(?i)\\bb\\. ?c|\\bbce?\\b|\\bv\\. ?chr|\\bv\\. ?u|av\\. j|\\bv(?=\\d)");
  private static final Pattern AFTER_CHRIST =
      Pattern.compile("(?i)\\ba\\. ?d\\b|\\bad\\b|\\bce\\b|\\bn\\. ?chr|\\bn\\. ?u|\\bap\\. j");
  private static final Pattern FRENCH_CHRIST = Pattern.compile("(?i)\\bj\\.?-c\\.?");
  private static final Pattern ACTIVE =
      Pattern.compile("(?i)\\b(?:active|fl\\b|flourished|wirk|nachgew|belegt|erw[äa]hnt|tätig)");
  private static final Pattern BORN = Pattern.compile("(?i)^\\s*(?:b\\.|born|geb\\.?|\\*)\\s*");
  private static final Pattern DIED =
      Pattern.compile("(?i)^\\s*(?:d\\.(?! ?h)|died|gest\\.?|†|deceased)\\s*");
  private static final Pattern DASH =
      Pattern.compile(
          "\\s*[–—]\\s*|(?<=[\\d?.Xx\\])~%])\\s*-\\s*(?!\\d{1,2}(?:-|$))|\\s+-\\s+|^-(?=\\D*\\d{3})"
              + "|(?<=[CcDdEe])\\.?-|(?<=[Cc]hr)\\.?\\s*-|(?<=\\bv\\d{1,4})-");

  private static final Pattern PLACEHOLDER = Pattern.compile("[01.\\-/ ]*[01][01.\\-/ ]*");

  private LifeSpan() {}

  /// Reads a span with both ends in one text.
  static List<StatedDate> span(String written, boolean active) {
    String text = FRENCH_CHRIST.matcher(written.strip()).replaceAll("J C");
    List<StatedDate> dates = new ArrayList<>();
    if (text.isEmpty()) {
      return dates;
    }
    if (active || ACTIVE.matcher(text).find()) {
      return active(text);
    }
    if (BORN.matcher(text).find() && !text.contains("-")) {
      dates.add(date(Event.BIRTH, BORN.matcher(text).replaceFirst("")));
      return dates;
    }
    if (DIED.matcher(text).find()) {
      dates.add(date(Event.DEATH, DIED.matcher(text).replaceFirst("")));
      return dates;
    }
    Matcher century = WRITTEN_CENTURY.matcher(text);
    if (century.find() && !YEAR.matcher(text).find()) {
      return List.of(centuries(Event.ACTIVE, text, century));
    }
    Matcher dash = DASH.matcher(text);
    if (!dash.find()) {
      StatedDate date = date(Event.BIRTH, text);
      // One century or year without a dash says when somebody lived, not when a life began.
      return date.kind() == Kind.SPAN
          ? List.of(new StatedDate(Event.ACTIVE, Kind.SPAN, text, date.from(), date.to()))
          : List.of(date);
    }
    String begin = text.substring(0, dash.start()).strip();
    String end = text.substring(dash.end()).strip();
    // What stands behind the second year alone is said of both, but not the GND's v before it.
    boolean beganBefore = BEFORE_CHRIST.matcher(begin).find();
    boolean before = BEFORE_CHRIST.matcher(end).find() && !beganBefore && !end.startsWith("v");
    if (!begin.isEmpty() && !DIED.matcher(begin).find()) {
      dates.add(date(Event.BIRTH, before ? begin + " v. Chr." : begin));
    }
    if (!end.isEmpty() && !end.startsWith("...")) {
      boolean after = beganBefore && end.matches("\\d{1,4}");
      dates.add(date(Event.DEATH, after ? end + " n. Chr." : end));
    }
    return dates;
  }

  /// Reads a time of activity whose ends stand apart; one of them may be empty.
  static List<StatedDate> active(String from, String to) {
    String text = (from + " - " + to).strip();
    return text.length() < 2 ? List.of() : active(text, List.of(from, to));
  }

  private static List<StatedDate> active(String text) {
    Matcher dash = DASH.matcher(text);
    return dash.find()
        ? active(text, List.of(text.substring(0, dash.start()), text.substring(dash.end())))
        : active(text, List.of(text));
  }

  private static List<StatedDate> active(String text, List<String> ends) {
    int from = Integer.MAX_VALUE;
    int to = Integer.MIN_VALUE;
    for (String end : ends) {
      StatedDate date = date(Event.ACTIVE, end);
      if (!date.unknown()) {
        from = Math.min(from, date.from());
        to = Math.max(to, date.to());
      }
    }
    return to == Integer.MIN_VALUE
        ? List.of(new StatedDate(Event.ACTIVE, Kind.UNREADABLE, text, 0, 0))
        : List.of(
            new StatedDate(Event.ACTIVE, from == to ? Kind.EXACT : Kind.SPAN, text, from, to));
  }

  /// Reads one date.
  static StatedDate date(Event event, String written) {
    String text = written.strip();
    if (plainYear(text)) {
      int year = Integer.parseInt(text);
      return new StatedDate(event, Kind.EXACT, text, year, year);
    }
    if (NOTHING.matcher(text).matches()) {
      return none(event, text);
    }
    boolean before = BEFORE_CHRIST.matcher(text).find();
    String plain = UNCERTAIN.matcher(text).replaceFirst("");
    Matcher iso = ISO.matcher(plain);
    if (iso.matches() && Integer.parseInt(iso.group(1)) != 0) {
      int year = Integer.parseInt(iso.group(1));
      Kind kind = plain.length() == text.length() ? Kind.EXACT : Kind.CIRCA;
      return new StatedDate(event, kind, text, year, year);
    }
    Matcher german = GERMAN.matcher(text);
    if (german.find() && Integer.parseInt(german.group(3)) > 0) {
      return year(event, text, Integer.parseInt(german.group(3)), before);
    }
    Matcher century = WRITTEN_CENTURY.matcher(text);
    if (century.find()) {
      return centuries(event, text, century);
    }
    Matcher open = CENTURY.matcher(text);
    if (open.find()) {
      int first = Integer.parseInt(open.group(1)) * 100;
      return new StatedDate(event, Kind.SPAN, text, first, first + 99);
    }
    Matcher decade = DECADE.matcher(text);
    if (decade.find() && !YEAR.matcher(text).results().anyMatch(y -> y.group().length() == 4)
        || text.toLowerCase(Locale.ROOT).matches("\\d{3}0(?:s|er).*")) {
      int first = Integer.parseInt(text.replaceAll("\\D", "").substring(0, 3)) * 10;
      return new StatedDate(event, Kind.SPAN, text, first, first + 9);
    }
    boolean early = before || AFTER_CHRIST.matcher(text).find();
    Matcher year = (early ? EARLY_YEAR : YEAR).matcher(text);
    return year.find()
        ? year(event, text, Integer.parseInt(year.group(1)), before)
        : none(event, text);
  }

  /// All centuries that a text names: `15./16. Jh.`, `1st cent. B.C.-1st cent. A.D.`
  private static StatedDate centuries(Event event, String text, Matcher century) {
    boolean before = BEFORE_CHRIST.matcher(text).find();
    boolean after = AFTER_CHRIST.matcher(text).find();
    List<Integer> numbers = new ArrayList<>();
    do {
      if (century.group(1) != null) {
        numbers.add(Integer.parseInt(century.group(1)));
      }
      numbers.add(Integer.parseInt(century.group(2)));
    } while (century.find());
    int first = before && after ? numbers.getFirst() : Collections.min(numbers);
    int last = before && after ? numbers.getLast() : Collections.max(numbers);
    int from = before ? (after ? -first : -last) * 100 + 1 : (first - 1) * 100 + 1;
    int to = before && !after ? (1 - first) * 100 : last * 100;
    return new StatedDate(event, Kind.SPAN, text, from, to);
  }

  /// Whether a text names a day or month that no calendar has, such as `31.02.1872`.
  static boolean impossible(String written) {
    Matcher iso = ISO.matcher(written.strip());
    if (iso.matches()) {
      boolean plain = iso.group(4) != null;
      return !exists(iso.group(1), iso.group(plain ? 4 : 2), iso.group(plain ? 5 : 3));
    }
    Matcher german = GERMAN.matcher(written.strip());
    return german.matches() && !exists(german.group(3), german.group(2), german.group(1));
  }

  /// Parts that are open, nought or not said are no fault. In the Julian calendar each fourth year
  /// has a 29th of February.
  private static boolean exists(String year, @Nullable String month, @Nullable String day) {
    int m = number(month);
    int d = number(day);
    if (m < 1 || m > 12) {
      return m == 0;
    }
    boolean short28 = m == 2 && Integer.parseInt(year) % 4 != 0;
    return d <= (short28 ? 28 : Month.of(m).maxLength());
  }

  private static int number(@Nullable String digits) {
    return digits != null && digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
  }

  private static StatedDate none(Event event, String text) {
    Kind kind = PLACEHOLDER.matcher(text).matches() ? Kind.PLACEHOLDER : Kind.UNREADABLE;
    return new StatedDate(event, kind, text, 0, 0);
  }

  /// Four digits from 1000 on, as most dates are written.
  private static boolean plainYear(String text) {
    boolean plain = text.length() == 4 && text.charAt(0) >= '1';
    for (int i = 0; plain && i < 4; i++) {
      plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return plain;
  }

  private static StatedDate year(Event event, String text, int year, boolean before) {
    int value = before ? 1 - year : year;
    Kind kind = CIRCA.matcher(text).find() ? Kind.CIRCA : Kind.EXACT;
    return new StatedDate(event, kind, text, value, value);
  }

  /// How the persons format writes a date: EDTF as far as it is read, empty where nothing is.
  static String edtf(StatedDate date) {
    Matcher iso = ISO.matcher(date.written());
    return switch (date.kind()) {
      case UNREADABLE, PLACEHOLDER -> "";
      case CIRCA -> year(date.from()) + "~";
      case SPAN -> {
        int years = date.to() - date.from() + 1;
        yield date.from() < 0 || years > 100
            ? year(date.from()) + "/" + year(date.to())
            : years > 10
                ? year(date.from()).substring(0, 2) + "XX"
                : year(date.from()).substring(0, 3) + "X";
      }
      case EXACT -> {
        if (iso.matches()) {
          yield iso.group(4) != null
              ? day(iso.group(1), iso.group(4), iso.group(5))
              : day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher german = GERMAN.matcher(date.written());
        yield german.find() && german.group(3) != null && date.from() > 0
            ? day(german.group(3), german.group(2), german.group(1))
            : year(date.from());
      }
    };
  }

  /// The most exact of the dates of an event.
  static String edtf(List<StatedDate> dates, Event event) {
    String best = "";
    for (StatedDate date : dates) {
      String edtf = date.event() == event ? LifeSpan.edtf(date) : "";
      if (precision(edtf) > precision(best)) {
        best = edtf;
      }
    }
    return best;
  }

  private static int precision(String edtf) {
    if (edtf.isEmpty()) {
      return 0;
    }
    boolean span = edtf.contains("X") || edtf.contains("/");
    return span ? 1 : edtf.endsWith("~") ? 2 : 3 + edtf.length();
  }

  /// As far as the day and month exist.
  private static String day(String year, @Nullable String month, @Nullable String day) {
    int m = number(month);
    int d = number(day);
    if (m == 0 || !exists(year, month, "")) {
      return year;
    }
    return year
        + "-%02d".formatted(m)
        + (d == 0 || !exists(year, month, day) ? "" : "-%02d".formatted(d));
  }

  private static String year(int year) {
    return year < 0 ? "-%04d".formatted(-year) : "%04d".formatted(year);
  }
}
