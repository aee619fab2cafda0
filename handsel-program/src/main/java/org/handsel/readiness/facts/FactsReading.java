package org.handsel.readiness.facts;

import org.handsel.wiki.profile.WikiProfile;

/// Reads the facts of a wiki from their files.
public final class FactsReading {
  private FactsReading() {}

  /// @throws org.handsel.platform.HandselException when a file is not what it should be
  public static WikiFacts load(FactsFolder folder, WikiProfile profile) {
    return new WikiFactsLoader(folder, profile).load();
  }
}
