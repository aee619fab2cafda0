package org.handsel.app.web.mapping;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.Settings;
import org.handsel.release.PagePreviews;
import org.handsel.release.PageTrial;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;

/// Shows the pages of a trial as the parser of the wiki that the settings name shows them. Nothing
/// is saved there.
record WikiView(String address, String contact) {
  /// The page brings its style; what the wiki sent stands in a frame that may do nothing.
  static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-src 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  static @Nullable WikiView of(Settings settings) {
    return settings
        .get("wiki")
        .map(address -> new WikiView(address, settings.get("contact").orElse("")))
        .orElse(null);
  }

  String of(String name, Trial trial, Clock clock) {
    List<PagePreviews.Draft> drafts = new ArrayList<>();
    for (Trial.Shown shown : trial.shown()) {
      PageTrial page = shown.page();
      if (page != null && shown.item() != null) {
        drafts.add(new PagePreviews.Draft(page.title(), shown.item().id(), page.wikitext(), 1));
      }
    }
    if (drafts.isEmpty()) {
      throw HandselException.usage(
          trial.pages().isEmpty() ? "there is no page to show" : trial.pages());
    }
    try (Wiki wiki = Wiki.open(WikiAddress.parse(address), WikiSettings.of(contact))) {
      return PagePreviews.html(name, drafts, wiki, clock);
    }
  }
}
