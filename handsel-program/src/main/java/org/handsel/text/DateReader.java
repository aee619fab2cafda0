package org.handsel.text;

import java.util.List;
import org.handsel.text.DateTokens.Token;
import org.handsel.text.DateTokens.Type;
import org.handsel.text.DateWords.Kind;
import org.jspecify.annotations.Nullable;

/// Reads the tokens of one display date from left to right; never goes back more than a token.
///
/// A date is: acts and qualifiers (`Utf. troligen`), one or two ends ([DateEndReader]) with what
/// relates them (`mellan … och`, `-`, `efter`), then remarks (`(undated)`, `(?)`). A token that
/// fits nowhere makes the whole text not understood.
final class DateReader {
  private final List<Token> tokens;
  private final TokenCursor at;
  private final DateEndReader ends;

  private boolean approximate;
  private boolean uncertain;
  private boolean failed;
  private int parentheses;
  private @Nullable DateEnd left;
  private @Nullable DateEnd right;
  private boolean openStart;
  private boolean openEnd;
  private boolean limitIncluded;

  private DateReader(List<Token> tokens) {
    this.tokens = tokens;
    this.at = new TokenCursor(tokens);
    this.ends = new DateEndReader(at, tokens.size() == 1);
  }

  /// The EDTF form; null when the tokens are no date that is understood.
  static @Nullable String read(List<Token> tokens) {
    return new DateReader(tokens).read();
  }

  private @Nullable String read() {
    introduction();
    relation();
    if (failed || left == null) {
      return null;
    }
    remarks();
    return failed ? null : result();
  }

  /// Acts ("Utf."), qualifiers for the whole, articles.
  private void introduction() {
    while (at.more()) {
      if (at.is('(') && parentheses == 0 && tokens.getLast().is(')')) {
        parentheses++;
        at.next();
      } else if (at.is(Kind.CIRCA) || at.is('~')) {
        approximate = true;
        at.next();
      } else if (at.is(Kind.PROBABLY)) {
        uncertain = true;
        at.next();
      } else if (relates() || romanOfFraction()) {
        return;
      } else if (at.is(Kind.ACT) || at.is(Kind.FILLER) || at.is(Kind.WEEKDAY) || introMark()) {
        at.next();
      } else {
        return;
      }
    }
  }

  /// "I poł. XIX w.": the numeral is no article or conjunction.
  private boolean romanOfFraction() {
    return at.peek().roman() > 0 && (at.is(1, Kind.FRACTION) || at.is(1, Kind.CENTURY));
  }

  private boolean introMark() {
    return at.is('.') || at.is(':') || at.is(',');
  }

  private boolean relates() {
    return at.is(Kind.BETWEEN) || at.is(Kind.FROM) || at.is(Kind.BEFORE) || at.is(Kind.AFTER);
  }

  private void relation() {
    if (at.is(Kind.BEGUN)) {
      begunAndCompleted();
    } else if (at.is(Kind.BETWEEN) || at.is(Kind.FROM)) {
      between(at.is(Kind.FROM) && !at.is(Kind.BETWEEN));
    } else if (at.is(Kind.BEFORE) && !ordinalOfFraction()) {
      limitIncluded = at.peek().value(Kind.BEFORE) == 1;
      at.next();
      at.skip('-');
      openStart = true;
      left = ends.read(null);
    } else if (at.is(Kind.AFTER)) {
      after();
    } else if (at.is(Kind.TO)) {
      at.next();
      openStart = true;
      limitIncluded = true;
      left = ends.read(null);
    } else {
      plain();
    }
  }

  /// Italian "prima metà" is "first half", "prima del" is "before".
  private boolean ordinalOfFraction() {
    return at.is(Kind.ORDINAL) && at.is(1, Kind.FRACTION);
  }

  private void begunAndCompleted() {
    at.next();
    left = ends.read(null);
    at.skip(',');
    if (!at.is(Kind.COMPLETED)) {
      at.skip(Kind.AND);
    }
    if (!at.is(Kind.COMPLETED)) {
      failed = true;
      return;
    }
    at.next();
    right = ends.read(null);
    failed |= right == null;
  }

  private void between(boolean from) {
    at.next();
    at.skip(Kind.FILLER);
    left = ends.read(null);
    leftQualifier();
    if (at.is(Kind.AND) || separator()) {
      at.next();
      right = ends.read(left);
      failed |= right == null;
    } else if (from) {
      openEnd = true;
      limitIncluded = true;
    } else {
      failed = true;
    }
  }

  private void after() {
    limitIncluded = at.peek().value(Kind.AFTER) == 1;
    at.next();
    at.skip('-');
    left = ends.read(null);
    at.skip(',');
    at.skip(Kind.AND);
    if (at.is(Kind.BEFORE)) {
      at.next();
      right = ends.read(null);
      failed |= right == null;
    } else {
      openEnd = true;
    }
  }

  private void plain() {
    left = ends.read(null);
    leftQualifier();
    if (era()) {
      return;
    }
    if (separator()) {
      at.next();
      if (at.is(Kind.ERA)) {
        era();
        return;
      }
      right = ends.read(left);
      failed |= right == null;
    }
  }

  /// A qualifier between the two ends belongs to the left one: `1600 cirka - 1650`.
  private void leftQualifier() {
    if (left != null && at.is(Kind.CIRCA) && at.more(1) && separator(1)) {
      left.approximate = true;
      at.next();
    }
  }

  private boolean separator() {
    return separator(0);
  }

  private boolean separator(int ahead) {
    return at.is(ahead, '-') || at.is(ahead, '/') || at.is(ahead, Kind.TO) || at.is(ahead, Kind.OR);
  }

  /// A Japanese era and year that repeats the year before it; a contradiction fails.
  private boolean era() {
    if (!at.is(Kind.ERA)) {
      return false;
    }
    int start = at.peek().value(Kind.ERA);
    at.next();
    boolean number = at.more() && at.peek().type() == Type.NUMBER;
    if (!number || left == null || left.year != start + at.peek().value() - 1) {
      failed = true;
    }
    at.next();
    return true;
  }

  private void remarks() {
    while (at.more() && !failed) {
      if (at.is('(')) {
        at.next();
        parenthesis();
      } else if (at.is(')') && parentheses > 0) {
        parentheses--;
        at.next();
      } else if (!qualifier() && !era()) {
        if (at.is('.') || at.is(',') || at.is(';') || at.is(Kind.NOTE) || at.is(Kind.FILLER)) {
          at.next();
        } else {
          failed = true;
        }
      }
    }
    failed |= parentheses > 0;
  }

  private boolean qualifier() {
    if (at.is('?') || at.is(Kind.PROBABLY)) {
      uncertain = true;
    } else if (at.is('~') || at.is(Kind.CIRCA)) {
      approximate = true;
    } else {
      return false;
    }
    at.next();
    return true;
  }

  /// `(undated)`, `(dated 1860)`, `(?)`, `(2e moitié)`. Years after a word such as "dated" are what
  /// the object says, not when it was made; words such as "reissue" name a second date and are not
  /// known here, so that the text is left to people.
  private void parenthesis() {
    boolean noted = false;
    while (at.more() && !failed && !at.is(')')) {
      if (at.is(Kind.NOTE)) {
        noted = true;
        at.next();
      } else if (at.is(Kind.ERA_PERIOD) || at.is(',') || at.is('.') || at.is(':')) {
        at.next();
      } else if (at.is(Kind.PART) && at.is(1, Kind.ERA_PERIOD)) {
        at.next();
      } else if (noted && (at.is('-') || at.figures())) {
        at.next();
      } else if (!qualifier() && !era() && !part()) {
        failed = true;
      }
    }
    if (!at.more()) {
      failed = true;
    }
    at.next();
  }

  private boolean part() {
    if (left == null || right != null || left.parts > 0) {
      return false;
    }
    DateEnd part = ends.read(null);
    if (part == null || !part.onlyPart()) {
      return false;
    }
    left.part = part.part;
    left.parts = part.parts;
    return true;
  }

  private @Nullable String result() {
    if (left == null) {
      return null;
    }
    if (right != null) {
      left.borrowFrom(right);
      if (!right.completeFrom(left) || !right.settle()) {
        return null;
      }
      qualify(right);
    }
    if (!left.settle()) {
      return null;
    }
    qualify(left);
    String text = edtf(left, right);
    return Edtf.valid(text) ? text : null;
  }

  private String edtf(DateEnd first, @Nullable DateEnd second) {
    if (openStart) {
      return "../" + (limitIncluded ? first.finish() : first.start());
    }
    if (openEnd) {
      return (limitIncluded ? first.start() : first.finish()) + "/..";
    }
    if (second == null) {
      return first.alone();
    }
    String from = first.start();
    String to = second.finish();
    return from.equals(to) ? from : from + "/" + to;
  }

  private void qualify(DateEnd end) {
    end.approximate |= approximate;
    end.uncertain |= uncertain;
  }
}
