package org.handsel.release;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.collection.image.ImageFacts;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// What the size of a file says: a picture so small that it is a preview, a document whose pages
/// nobody can count. How large a picture must be depends on what it shows: `picture-sizes.tsv`.
/// Immutable.
final class PictureSizes {
  private static final String OTHER = "other";
  private static final Set<String> PICTURES =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/tiff",
          "image/webp",
          "image/x-xcf",
          "image/vnd.djvu");

  private final Map<String, Integer> least;
  private final Map<String, String> reasons;

  private PictureSizes(List<List<String>> rows) {
    least =
        rows.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    row -> row.get(0), row -> Integer.parseInt(row.get(1))));
    reasons =
        rows.stream().collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(2)));
  }

  static PictureSizes load() {
    return new PictureSizes(Tsv.resource(PictureSizes.class, "picture-sizes.tsv"));
  }

  /// Kinds of things that have a size.
  Set<String> kinds() {
    return least.keySet();
  }

  /// @param kind of what is shown, as in the facts for rights; null when nobody knows
  List<PlanEntry.Check> check(@Nullable String kind, ImageFacts facts) {
    String type = facts.type();
    if (facts.defect() != null || type == null) {
      return List.of();
    }
    if (type.equals("application/pdf") && facts.pages() == 0) {
      return List.of(
          Checks.warning(
              "PAGES_UNKNOWN",
              "the pages of the PDF cannot be counted: expected a page tree, found one that is"
                  + " damaged or locked by a password. Open the file; if it opens, save it again"
                  + " without a password."));
    }
    int longer = Math.max(facts.width(), facts.height());
    String known = kind != null && least.containsKey(kind) ? kind : OTHER;
    int expected = least.getOrDefault(known, 0);
    if (longer == 0 || longer >= expected || !PICTURES.contains(type)) {
      return List.of();
    }
    return List.of(
        Checks.warning(
            "IMAGE_TINY",
            String.format(
                Locale.ROOT,
                "%,d × %,d pixels: expected at least %,d on the longer side (%s). Ask for the file"
                    + " that this was made from.",
                facts.width(),
                facts.height(),
                expected,
                reasons.getOrDefault(known, ""))));
  }
}
