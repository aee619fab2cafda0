package org.handsel.bench;

import java.util.List;
import org.handsel.app.sandbox.Fault;

/// Something that goes wrong between a client and a wiki, once or for a while, and is over then.
record WireFault(String name, Fault fault) {

  /// @param match the requests that it happens to, such as `&action=upload`
  static List<WireFault> all(String match) {
    return List.of(
        new WireFault("one 503 before the wiki acts", Fault.before(503, match)),
        new WireFault("every 503 for a while", Fault.before(503, match).times(3)),
        new WireFault("429 that asks for 2 s", new Fault("before", 429, 2, null, 1, match, false)),
        new WireFault("the answer is lost after the wiki acted", Fault.after(504, match)),
        new WireFault("the connection breaks before", Fault.cut("before", match)),
        new WireFault("the connection breaks after", Fault.cut("after", match)),
        new WireFault(
            "a cache answers 200 with a page",
            new Fault("after", 200, null, "<html>busy", 1, match, false)),
        new WireFault("rate limit", refusal("ratelimited", null, match)),
        new WireFault("read-only", refusal("readonly", null, match)),
        new WireFault("lag", refusal("maxlag", 1, match)));
  }

  private static Fault refusal(
      String code, @org.jspecify.annotations.Nullable Integer retryAfter, String match) {
    String body = "{\"error\":{\"code\":\"%s\",\"info\":\"later\",\"lag\":7}}".formatted(code);
    return new Fault("before", 200, retryAfter, body, 2, match, false);
  }
}
