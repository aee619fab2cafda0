package org.handsel.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Wiki;

/// A second look at everything that a release says it put on the wiki.
///
/// @param asked proven files that were asked for
/// @param differences what the wiki no longer says as it did
public record Verification(int asked, List<Difference> differences) {
  public Verification {
    differences = List.copyOf(differences);
  }

  /// @param code `GONE`, `REDIRECT`, `OTHER_BYTES`, `OTHER_PAGE`; of structured data
  ///   `DATA_LACKING`, `NO_CAPTION`, `NO_INVENTORY_NUMBER`, `NO_RIGHTS_STATEMENT`
  public record Difference(String item, String title, String code, String message) {}

  static Verification of(Wiki wiki, List<PlanEntry> plan, LedgerState ledger) {
    Map<String, PlanEntry> entries = new LinkedHashMap<>();
    Map<String, FileState> states = new LinkedHashMap<>();
    for (PlanEntry entry : plan) {
      FileState state = ledger.of(FileKey.of(entry));
      if (state.kind() == FileState.Kind.PROVEN) {
        // Since a refresh other things are planned than were released.
        Map<String, Object> data =
            Released.of(entry, state, ledger.refreshed(FileKey.of(entry))).data();
        entries.put(state.title(), data == null ? entry : entry.stating(data));
        states.put(state.title(), state);
      }
    }
    Map<String, FileOnWiki> files =
        wiki.files(states.keySet()).orThrow(wiki.api() + ", whether the files are there");
    List<Difference> differences = new ArrayList<>();
    states.forEach((title, state) -> {
      String item = Objects.requireNonNull(entries.get(title)).item();
      FileOnWiki file = Objects.requireNonNull(files.get(title));
      if (file.redirect()) {
        differences.add(
            new Difference(item, title, "REDIRECT", title + ": the page is a redirect now."));
      } else if (file.pageId() == 0 || file.sha1().isEmpty()) {
        differences.add(
            new Difference(item, title, "GONE", title + ": the wiki has no such file now."));
      } else if (!file.sha1().equals(state.sha1())) {
        differences.add(
            new Difference(
                item,
                title,
                "OTHER_BYTES",
                "%s: other bytes now: expected SHA-1 %s, found %s by %s."
                    .formatted(title, state.sha1(), file.sha1(), file.user())));
      } else if (file.pageId() != state.pageId()) {
        differences.add(
            new Difference(
                item,
                title,
                "OTHER_PAGE",
                "%s: another page now: expected %d, found %d."
                    .formatted(title, state.pageId(), file.pageId())));
      }
    });
    Map<PlanEntry, Long> pages = new LinkedHashMap<>();
    states.forEach(
        (title, state) -> pages.put(Objects.requireNonNull(entries.get(title)), state.pageId()));
    differences.addAll(DataVerification.of(wiki, pages, new References(ledger.unsourced())));
    return new Verification(states.size(), differences);
  }
}
