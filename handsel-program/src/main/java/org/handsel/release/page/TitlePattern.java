package org.handsel.release.page;

import java.util.ArrayList;
import java.util.List;
import org.handsel.collection.mapping.TextPattern;
import org.handsel.collection.mapping.TextPattern.Literal;
import org.handsel.collection.mapping.TextPattern.Part;
import org.handsel.collection.mapping.TextPattern.Placeholder;

/// The pattern of file names, split into what may be cut and what makes the name unique.
///
/// The unique part begins with the last placeholder that holds the id (else the accession number)
/// and takes the text before it from its first ` - ` on.
///
/// @param description parts that may be cut
/// @param suffix parts that may not
record TitlePattern(List<Part> description, List<Part> suffix) {
  private static final String DASH = " - ";

  static TitlePattern of(TextPattern pattern) {
    List<Part> parts = pattern.parts();
    int at = last(parts, "id");
    if (at < 0) {
      at = last(parts, "accession");
    }
    if (at < 0) {
      return new TitlePattern(parts, List.of());
    }
    List<Part> description = new ArrayList<>(parts.subList(0, at));
    List<Part> suffix = new ArrayList<>(parts.subList(at, parts.size()));
    if (at > 0 && parts.get(at - 1) instanceof Literal before) {
      int dash = Math.max(before.text().indexOf(DASH), 0);
      description.removeLast();
      if (dash > 0) {
        description.add(new Literal(before.text().substring(0, dash)));
      }
      suffix.addFirst(new Literal(before.text().substring(dash)));
    }
    return new TitlePattern(List.copyOf(description), List.copyOf(suffix));
  }

  private static int last(List<Part> parts, String field) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i) instanceof Placeholder placeholder
          && placeholder.alternatives().stream().anyMatch(name -> name.field().equals(field))) {
        return i;
      }
    }
    return -1;
  }
}
