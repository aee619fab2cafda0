package org.handsel.release.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Language codes as templates and captions of a wiki take them.
final class Languages {
  private static final Pattern PRIMARY = Pattern.compile("[a-z]{2,3}");
  private static final Set<String> NO_LANGUAGE = Set.of("und", "zxx", "mis", "mul");

  private final Set<String> withSubtag =
      Tsv.resource(Languages.class, "languages.tsv").stream()
          .map(row -> row.get(0))
          .collect(Collectors.toUnmodifiableSet());

  /// `sv-SE` becomes `sv`, `pt-BR` stays as `pt-br`; empty when a tag says nothing.
  Optional<String> code(@Nullable String tag) {
    if (tag == null) {
      return Optional.empty();
    }
    String lower = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    if (withSubtag.contains(lower)) {
      return Optional.of(lower);
    }
    int dash = lower.indexOf('-');
    String primary = dash < 0 ? lower : lower.substring(0, dash);
    return PRIMARY.matcher(primary).matches() && !NO_LANGUAGE.contains(primary)
        ? Optional.of(primary)
        : Optional.empty();
  }
}
