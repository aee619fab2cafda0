package org.handsel.app.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;

/// Notices for the next page, carried by a cookie that lives until they are shown.
final class Flash {
  private static final String COOKIE = "handsel-notice";
  private static final String ADDED = "handsel.notices";
  private static final int MOST = 5;
  private static final int LONGEST = 400;
  private static final int SECONDS = 300;

  private final Visitors visitors;

  Flash(Visitors visitors) {
    this.visitors = visitors;
  }

  private record Kept(List<Notice> notices) {}

  void add(Context context, Notice notice) {
    List<Notice> all = new ArrayList<>(added(context));
    String text = notice.text();
    all.add(
        new Notice(
            notice.kind(), text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
    List<Notice> last = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    context.attribute(ADDED, last);
    byte[] json = Json.line(new Kept(last)).getBytes(StandardCharsets.UTF_8);
    visitors.set(
        context, COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(json), SECONDS);
  }

  /// What is to be shown now, of the request before and of this one; it is then forgotten.
  List<Notice> take(Context context) {
    List<Notice> notices = new ArrayList<>();
    String cookie = context.cookie(COOKIE);
    if (cookie != null && !cookie.isEmpty()) {
      try {
        byte[] json = Base64.getUrlDecoder().decode(cookie);
        notices.addAll(Json.mapper().readValue(json, Kept.class).notices());
      } catch (IllegalArgumentException | JacksonException | NullPointerException e) {
        // Not ours, or cut off: there is nothing to show.
      }
    }
    notices.addAll(added(context));
    if (!notices.isEmpty() || cookie != null) {
      visitors.forget(context, COOKIE);
    }
    return notices;
  }

  private static List<Notice> added(Context context) {
    List<Notice> added = context.attribute(ADDED);
    return added == null ? List.of() : added;
  }
}
