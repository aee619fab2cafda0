package org.handsel.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handsel.text.DimensionTokens.Token;
import org.handsel.text.DimensionWords.Kind;
import org.handsel.text.Dimensions.Measures;
import org.jspecify.annotations.Nullable;

/// Reads the tokens of one text of measures, part by part (parts end at `;`, a line break, or a
/// comma before a label).
final class DimensionReader {
  private static final Kind[] ORDER = {Kind.HEIGHT, Kind.WIDTH, Kind.DEPTH};

  /// Larger things are misread.
  private static final BigDecimal LARGEST_MM = BigDecimal.valueOf(100_000);

  private static final BigDecimal LARGEST_THOUSANDTH_MM = BigDecimal.valueOf(20);

  /// One number with its unit and, where it is named, its axis.
  private record Measure(BigDecimal number, @Nullable BigDecimal unit, @Nullable Kind axis) {
    Measure in(BigDecimal ofAll) {
      return unit == null ? new Measure(number, ofAll, axis) : this;
    }

    boolean metric() {
      return unit != null
          && unit.compareTo(new BigDecimal("25.4")) != 0
          && unit.compareTo(new BigDecimal("304.8")) != 0;
    }

    /// Whether "1,200" may be one thousand two hundred: three digits behind the point, and a size
    /// that things have.
    boolean maybeThousands() {
      return number.scale() == 3
          && number.compareTo(BigDecimal.ONE) >= 0
          && millimetres().compareTo(LARGEST_THOUSANDTH_MM) <= 0;
    }

    BigDecimal millimetres() {
      return number.multiply(unit == null ? BigDecimal.ZERO : unit);
    }
  }

  private final DimensionWords words;
  private final String text;
  private final List<Token> tokens;
  private int at;

  private final Map<Kind, Measure> axes = new EnumMap<>(Kind.class);
  private final List<String> others = new ArrayList<>();
  private boolean failed;

  // The part being read.
  private boolean other;
  private boolean unknownWord;
  private @Nullable Kind axis;
  private List<Measure> chain = new ArrayList<>();
  private final List<Kind> order = new ArrayList<>();
  private boolean joining;
  private int partStart;
  private boolean hasNumbers;

  private DimensionReader(DimensionWords words, String text, List<Token> tokens) {
    this.words = words;
    this.text = text;
    this.tokens = tokens;
  }

  static @Nullable Measures read(DimensionWords words, String text, List<Token> tokens) {
    return new DimensionReader(words, text, tokens).read();
  }

  private @Nullable Measures read() {
    while (at < tokens.size() && !failed) {
      Token token = tokens.get(at);
      if (token.is(";")) {
        finish(token.start());
        at++;
        partStart = token.end();
      } else if (token.is(",") && labelFollows() && !chain.isEmpty()) {
        finish(token.start());
        at++;
        partStart = token.end();
      } else if (token.is("(")) {
        parenthesis();
      } else {
        step(token);
      }
    }
    finish(text.length());
    return failed ? null : result();
  }

  private boolean labelFollows() {
    int here = at;
    at++;
    Kind kind = at < tokens.size() ? label() : null;
    at = here;
    return kind != null && kind != Kind.REMARK;
  }

  private void step(Token token) {
    if (token.number() != null) {
      number(token.number());
    } else if (token.is("x")) {
      joining = true;
      at++;
    } else if (token.unit() != null) {
      unit(token.unit());
    } else if (token.word() || token.is("ø")) {
      word();
    } else if (token.is(".") || token.is(":") || token.is(",") || token.is("=")) {
      at++;
    } else {
      unknownWord = true;
      at++;
    }
  }

  private void number(BigDecimal number) {
    hasNumbers = true;
    if (!chain.isEmpty() && !joining && axis == null) {
      unknownWord = true;
    }
    chain.add(new Measure(number, null, axis));
    axis = null;
    joining = false;
    at++;
  }

  private void unit(BigDecimal unit) {
    at++;
    if (chain.isEmpty() || chain.getLast().unit() != null) {
      unknownWord = true;
      return;
    }
    Measure last = chain.removeLast();
    chain.add(new Measure(last.number(), unit, last.axis()));
  }

  private void word() {
    Kind kind = label();
    if (kind == null) {
      unknownWord = true;
      at++;
    } else if (kind == Kind.OTHER) {
      other = true;
    } else if (kind.axis()) {
      axisNamed(kind);
    }
  }

  /// An axis stands before its number ("H 20"), behind it ("20 cm high") or in a list of its own
  /// ("H x B: 20 x 30").
  private void axisNamed(Kind kind) {
    boolean numberFollows = at < tokens.size() && numberAhead();
    if (numberFollows) {
      if (!chain.isEmpty() && !joining) {
        finish(tokens.get(at).start());
      }
      axis = kind;
    } else if (!chain.isEmpty()
        && chain.getLast().axis() == null
        && order.isEmpty()
        && !(at < tokens.size() && tokens.get(at).is("x") && chain.size() > 1)) {
      Measure last = chain.removeLast();
      chain.add(new Measure(last.number(), last.unit(), kind));
    } else {
      order.add(kind);
      joining = false;
      if (at < tokens.size() && tokens.get(at).is("x")) {
        at++;
      }
    }
  }

  private boolean numberAhead() {
    int i = at;
    while (i < tokens.size()
        && (tokens.get(i).is(".") || tokens.get(i).is(":") || tokens.get(i).is("="))) {
      i++;
    }
    return i < tokens.size() && tokens.get(i).number() != null && order.isEmpty();
  }

  /// The longest known phrase here; moves behind it.
  private @Nullable Kind label() {
    for (int length = DimensionWords.LONGEST_PHRASE; length > 0; length--) {
      StringBuilder phrase = new StringBuilder();
      int i = at;
      int taken = 0;
      while (taken < length
          && i < tokens.size()
          && (tokens.get(i).word() || tokens.get(i).is("ø") || tokens.get(i).unit() != null)) {
        phrase.append(taken == 0 ? "" : " ").append(tokens.get(i).text());
        taken++;
        i++;
      }
      Kind kind = taken == length ? words.kind(phrase.toString()) : null;
      if (kind != null) {
        at = i;
        return kind;
      }
    }
    return null;
  }

  /// `(76.2 cm x 62.23 cm)` says the same in another unit, `(H x B)` names the axes, `[dager]` the
  /// kind of measure, `[med ram]` that it is not the work's own.
  private void parenthesis() {
    int start = at;
    int close = at + 1;
    while (close < tokens.size() && !tokens.get(close).is(")")) {
      close++;
    }
    boolean numbers = tokens.subList(start, close).stream().anyMatch(t -> t.number() != null);
    List<Measure> before = chain;
    boolean unknownBefore = unknownWord;
    boolean otherBefore = other;
    if (numbers) {
      chain = new ArrayList<>();
    }
    at++;
    while (at < close) {
      step(tokens.get(at));
    }
    at = Math.min(close + 1, tokens.size());
    if (!numbers) {
      return;
    }
    List<Measure> inside = settled(chain);
    chain = before;
    if (!before.isEmpty() && (unknownWord && !unknownBefore || other && !otherBefore)) {
      others.add(text.substring(tokens.get(start).end(), tokens.get(at - 1).start()).strip());
      unknownWord = unknownBefore;
      other = otherBefore;
      return;
    }
    choose(before, inside);
  }

  private void choose(List<Measure> before, @Nullable List<Measure> inside) {
    if (before.isEmpty() && inside != null) {
      chain = new ArrayList<>(inside);
      return;
    }
    boolean sameCount = inside != null && inside.size() == before.size();
    if (inside == null || !sameCount) {
      unknownWord = true;
      return;
    }
    List<Measure> outside = settled(before);
    boolean outsideMetric = outside != null && outside.stream().allMatch(Measure::metric);
    if (!outsideMetric) {
      chain = new ArrayList<>();
      for (int i = 0; i < inside.size(); i++) {
        Kind named = inside.get(i).axis() == null ? before.get(i).axis() : inside.get(i).axis();
        chain.add(new Measure(inside.get(i).number(), inside.get(i).unit(), named));
      }
    }
  }

  /// Gives every number its unit: its own, or the one behind the last number; null without one.
  private static @Nullable List<Measure> settled(List<Measure> chain) {
    if (chain.isEmpty() || chain.getLast().unit() == null) {
      return null;
    }
    List<Measure> all = new ArrayList<>();
    BigDecimal unit = chain.getLast().unit();
    for (Measure measure : chain) {
      Measure whole = measure.in(unit);
      if (whole.maybeThousands()) {
        return null;
      }
      all.add(whole);
    }
    return all;
  }

  private void finish(int end) {
    String raw = text.substring(Math.min(partStart, end), end).strip();
    if (hasNumbers) {
      List<Measure> measures = settled(chain);
      boolean weight =
          measures != null
              && measures.stream().anyMatch(m -> m.unit() == null || m.unit().signum() == 0);
      if (other || weight) {
        others.add(raw);
      } else if (measures == null || unknownWord || !take(measures, raw)) {
        failed = true;
      }
    } else if (unknownWord && !raw.isEmpty() && !other) {
      failed = true;
    }
    boolean carriedOrder = !hasNumbers;
    other = other && !hasNumbers && end == text.length();
    unknownWord = false;
    axis = null;
    joining = false;
    chain = new ArrayList<>();
    hasNumbers = false;
    partStart = end;
    if (!carriedOrder) {
      order.clear();
    }
  }

  private boolean take(List<Measure> measures, String raw) {
    boolean named = measures.stream().anyMatch(measure -> measure.axis() != null);
    if (!named && measures.size() == 1 && order.isEmpty() || measures.size() > 3) {
      return false;
    }
    if (!order.isEmpty() && order.size() != measures.size()) {
      return false;
    }
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      Kind kind = !order.isEmpty() ? order.get(i) : named ? measure.axis() : ORDER[i];
      if (kind == null) {
        return false;
      }
      if (kind.outside()) {
        others.add(raw);
      } else if (axes.putIfAbsent(kind, measure) != null) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Measures result() {
    Measure height = axes.get(Kind.HEIGHT);
    if (height == null || axes.values().stream().anyMatch(DimensionReader::unlikely)) {
      return null;
    }
    String unit = unitName(height);
    BigDecimal factor =
        new BigDecimal(
            switch (unit) {
              case "mm" -> "1";
              case "cm" -> "10";
              case "m" -> "1000";
              default -> "25.4";
            });
    return new Measures(
        unit,
        converted(height, factor),
        orNull(axes.get(Kind.WIDTH), factor),
        orNull(axes.get(Kind.DEPTH), factor),
        List.copyOf(others));
  }

  private static boolean unlikely(Measure measure) {
    BigDecimal mm = measure.millimetres();
    return mm.signum() <= 0 || mm.compareTo(LARGEST_MM) > 0;
  }

  private static String unitName(Measure height) {
    if (!height.metric()) {
      return "in";
    }
    return switch (height.unit() == null ? "" : height.unit().toPlainString()) {
      case "1" -> "mm";
      case "1000" -> "m";
      default -> "cm";
    };
  }

  private static @Nullable BigDecimal orNull(@Nullable Measure measure, BigDecimal factor) {
    return measure == null ? null : converted(measure, factor);
  }

  private static BigDecimal converted(Measure measure, BigDecimal factor) {
    boolean same = measure.unit() != null && measure.unit().compareTo(factor) == 0;
    BigDecimal value =
        same ? measure.number() : measure.millimetres().divide(factor, 2, RoundingMode.HALF_UP);
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
