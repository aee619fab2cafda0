package org.handsel.wiki.api;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a request to the wiki failed.
///
/// @param code MediaWiki's error code, or one of the client's own for answers without one:
///   `http-503`, `no-answer` (connection cut, time out), `not-an-answer` (not the JSON of the API)
/// @param info the wiki's words, shortened
/// @param kind what to do about it
/// @param certain true when the wiki certainly did not act; false when it may have acted before the
///   answer was lost, so that it must be asked before anything is sent again
/// @param advice what a person can do; empty when nothing can be done but to wait
/// @param retryAfter how long the wiki asks to wait; null when it does not say
/// @param detail further facts of the answer as text, such as `filekey`, `offset`, `abusefilter`
public record ApiFailure(
    String code,
    String info,
    FailureClass kind,
    boolean certain,
    String advice,
    @Nullable Duration retryAfter,
    Map<String, String> detail) {

  public static final String NO_ANSWER = "no-answer";
  public static final String NOT_AN_ANSWER = "not-an-answer";

  public ApiFailure {
    detail = Map.copyOf(detail);
  }

  /// The failure as one line for a person.
  public String sentence() {
    String hint = advice.isEmpty() ? "" : " " + advice;
    return "%s (%s).%s".formatted(info.isEmpty() ? "no reason given" : info, code, hint);
  }

  ApiFailure as(FailureClass other, String otherAdvice) {
    return new ApiFailure(code, info, other, certain, otherAdvice, retryAfter, detail);
  }
}
