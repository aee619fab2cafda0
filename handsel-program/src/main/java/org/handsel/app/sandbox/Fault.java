package org.handsel.app.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Something that goes wrong on purpose.
///
/// @param when `before`: the request is not carried out; `after`: it is carried out and its answer
///   is lost
/// @param status HTTP status of the answer, 503 when 0
/// @param retryAfter seconds in the header Retry-After; null for no header
/// @param body of the answer, JSON when it begins with a brace and else HTML; null for a page of
///   the web server's kind
/// @param times how many matching requests fail; 1 when 0
/// @param match part of `&` and the request's parameters as a form would encode them, such as
///   `&action=upload`; null matches all
/// @param cut the connection is cut instead of an answer
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
    @Nullable String when,
    int status,
    @Nullable Integer retryAfter,
    @Nullable String body,
    int times,
    @Nullable String match,
    boolean cut) {

  /// The next matching request is answered by a status and not carried out.
  public static Fault before(int status, String match) {
    return new Fault("before", status, null, null, 1, match, false);
  }

  /// The next matching request is carried out and its answer is lost.
  public static Fault after(int status, String match) {
    return new Fault("after", status, null, null, 1, match, false);
  }

  /// The connection of the next matching request breaks, before or after it was carried out.
  public static Fault cut(String when, String match) {
    return new Fault(when, 0, null, null, 1, match, true);
  }

  public Fault times(int count) {
    return new Fault(when, status, retryAfter, body, count, match, cut);
  }

  boolean happensAfter() {
    return "after".equals(when);
  }

  int hits() {
    return times == 0 ? 1 : times;
  }

  int answer() {
    return status == 0 ? 503 : status;
  }

  boolean matches(String parameters) {
    return match == null || parameters.contains(match);
  }
}
