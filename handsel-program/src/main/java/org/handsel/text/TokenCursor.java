package org.handsel.text;

import java.util.List;
import org.handsel.text.DateTokens.Token;
import org.handsel.text.DateTokens.Type;
import org.handsel.text.DateWords.Kind;

/// A place in a list of tokens.
final class TokenCursor {
  private static final Token END = new Token(Type.MARK, "\0", 0, 0, false, 0, List.of());

  private final List<Token> tokens;
  private int place;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean more() {
    return place < tokens.size();
  }

  boolean more(int ahead) {
    return place + ahead < tokens.size();
  }

  void next() {
    place++;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return more(ahead) ? tokens.get(place + ahead) : END;
  }

  boolean is(Kind kind) {
    return peek().is(kind);
  }

  boolean is(int ahead, Kind kind) {
    return peek(ahead).is(kind);
  }

  boolean is(char mark) {
    return peek().is(mark);
  }

  boolean is(int ahead, char mark) {
    return peek(ahead).is(mark);
  }

  boolean figures() {
    Type type = peek().type();
    return type == Type.NUMBER || type == Type.YEAR_DASH || type == Type.DAY;
  }

  void skip(char mark) {
    if (is(mark)) {
      next();
    }
  }

  void skip(Kind kind) {
    if (is(kind)) {
      next();
    }
  }
}
