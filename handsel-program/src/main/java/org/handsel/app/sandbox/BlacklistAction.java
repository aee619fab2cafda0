package org.handsel.app.sandbox;

import java.util.Map;
import java.util.Optional;

/// `action=titleblacklist`: whether a title may be created, by the lines of
/// MediaWiki:Titleblacklist.
final class BlacklistAction {
  static final String PAGE = "MediaWiki:Titleblacklist";

  private final Store store;

  BlacklistAction(Store store) {
    this.store = store;
  }

  Map<String, Object> answer(Call call) {
    String wanted = call.form().required("tbtitle");
    String title =
        Titles.read(wanted)
            .map(Titles.Stored::full)
            .orElseThrow(() -> new Refusal("invalidtitle", "Bad title \"%s\".".formatted(wanted)));
    return Map.of(
        "titleblacklist",
        hit(title)
            .<Map<String, Object>>map(hit ->
                Map.of(
                    "result", "blacklisted",
                    "reason", reason(hit, title),
                    "message", message(hit, "edit"),
                    "line", hit.line()))
            .orElse(Map.of("result", "ok")));
  }

  Optional<Blacklist.Hit> hit(String title) {
    return store.page(PAGE).flatMap(page -> Blacklist.hit(page.text(), title));
  }

  /// The key of the message that the wiki gives.
  static String message(Blacklist.Hit hit, String action) {
    return hit.message().isEmpty() ? "titleblacklist-forbidden-" + action : hit.message();
  }

  String reason(Blacklist.Hit hit, String title) {
    return store
        .page("MediaWiki:" + capital(message(hit, "edit")))
        .map(page -> page.text().replace("$1", hit.line()).replace("$2", title))
        .orElse(
            "The title \"%s\" has been banned from creation. It matches the following blacklist"
                    .formatted(title)
                + " entry: "
                + hit.line());
  }

  private static String capital(String key) {
    return key.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + key.substring(1);
  }
}
