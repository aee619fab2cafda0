package org.handsel.cluster;

import java.io.IOException;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.readiness.facts.Extraction;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.profile.WikiProfiles;

/// What came of reading a dump: `facts.json` beside the tables.
///
/// @param parts names of the files that were read, in their order
record FactsSummary(
    String wiki,
    DumpSite site,
    List<String> parts,
    DumpReading reading,
    String categoryNamespace,
    String advice) {
  static final String FILE = "facts.json";

  static FactsSummary read(Store store, String folder) throws IOException {
    String file = Store.child(folder, FILE);
    if (!store.exists(file)) {
      throw HandselException.usage(
          "%s: expected a folder that handsel cluster facts wrote, with %s in it, found none."
              .formatted(folder, FILE));
    }
    try (var in = store.read(file)) {
      return Json.mapper().readValue(in.readAllBytes(), FactsSummary.class);
    }
  }

  Extraction extraction() {
    return new Extraction(wiki, site, WikiProfiles.of(wiki), reading, categoryNamespace, advice);
  }

  boolean partial() {
    return reading.partial() || !advice.isEmpty();
  }
}
