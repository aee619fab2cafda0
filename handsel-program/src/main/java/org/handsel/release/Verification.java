package org.handsel.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Wiki;

/// A second look at everything that a release says it put on the wiki.
///
/// @param asked proven files that were asked for
/// @param differences what the wiki no longer says as it did
public record Verification(int asked, List<Difference> differences) {
  private static final int AT_ONCE = 500;

  public Verification {
    differences = List.copyOf(differences);
  }

  /// @param code `GONE`, `REDIRECT`, `OTHER_BYTES`, `OTHER_PAGE`; of structured data
  ///   `DATA_LACKING`, `NO_CAPTION`, `NO_INVENTORY_NUMBER`, `NO_RIGHTS_STATEMENT`
  public record Difference(String item, String title, String code, String message) {}

  static Verification of(Wiki wiki, PlanIndex plan, LedgerState ledger) {
    List<PlanIndex.Line> proven =
        plan.lines().stream()
            .filter(line -> ledger.of(line.key()).kind() == FileState.Kind.PROVEN)
            .toList();
    List<Difference> differences = new ArrayList<>();
    References references = new References(ledger.unsourced());
    for (int from = 0; from < proven.size(); from += AT_ONCE) {
      List<PlanIndex.Line> some = proven.subList(from, Math.min(proven.size(), from + AT_ONCE));
      look(wiki, plan.entries(some), ledger, references, differences);
    }
    return new Verification(proven.size(), differences);
  }

  private static void look(
      Wiki wiki,
      List<PlanEntry> some,
      LedgerState ledger,
      References references,
      List<Difference> differences) {
    Map<String, PlanEntry> entries = new LinkedHashMap<>();
    Map<String, FileState> states = new LinkedHashMap<>();
    for (PlanEntry entry : some) {
      FileState state = ledger.of(FileKey.of(entry));
      // Since a refresh other things are planned than were released.
      Map<String, Object> data =
          Released.of(entry, state, ledger.refreshed(FileKey.of(entry))).data();
      entries.put(state.title(), data == null ? entry : entry.stating(data));
      states.put(state.title(), state);
    }
    Map<String, FileOnWiki> files =
        wiki.files(states.keySet()).orThrow(wiki.api() + ", whether the files are there");
    Map<PlanEntry, Long> pages = new LinkedHashMap<>();
    states.forEach((title, state) -> {
      PlanEntry entry = Objects.requireNonNull(entries.get(title));
      FileOnWiki file = Objects.requireNonNull(files.get(title));
      pages.put(entry, state.pageId());
      difference(entry.item(), title, state, file).ifPresent(differences::add);
    });
    differences.addAll(DataVerification.of(wiki, pages, references));
  }

  private static Optional<Difference> difference(
      String item, String title, FileState state, FileOnWiki file) {
    if (file.redirect()) {
      return Optional.of(
          new Difference(item, title, "REDIRECT", title + ": the page is a redirect now."));
    }
    if (file.pageId() == 0 || file.sha1().isEmpty()) {
      return Optional.of(
          new Difference(item, title, "GONE", title + ": the wiki has no such file now."));
    }
    if (!file.sha1().equals(state.sha1())) {
      return Optional.of(
          new Difference(
              item,
              title,
              "OTHER_BYTES",
              "%s: other bytes now: expected SHA-1 %s, found %s by %s."
                  .formatted(title, state.sha1(), file.sha1(), file.user())));
    }
    return file.pageId() == state.pageId()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                item,
                title,
                "OTHER_PAGE",
                "%s: another page now: expected %d, found %d."
                    .formatted(title, state.pageId(), file.pageId())));
  }
}
