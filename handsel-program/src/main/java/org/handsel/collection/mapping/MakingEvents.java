package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handsel.platform.ResourceTable;

/// Tells events in which a thing was made from those in which it was bought, found or shown, by
/// words and by numbers of the LIDO terminology (`making-events.tsv`).
final class MakingEvents {
  private final List<String> words = new ArrayList<>();

  MakingEvents() {
    for (ResourceTable.Row row :
        ResourceTable.read(MakingEvents.class, "making-events.tsv", "languages", "words").rows()) {
      words.addAll(row.list(1));
    }
  }

  /// @param event a word that begins as one of these, or an address that ends in a number of LIDO
  boolean made(String event) {
    String plain = event.strip().toLowerCase(Locale.ROOT);
    return words.stream()
        .anyMatch(word -> word.startsWith("lido") ? plain.endsWith(word) : plain.startsWith(word));
  }
}
