package org.handsel.release.page;

import java.util.Map;
import java.util.stream.Collectors;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// How an attribution qualifier is shown on a page and stated in structured data.
final class Attributions {
  private final Map<String, Attribution> byCode =
      Tsv.resource(Attributions.class, "attributions.tsv").stream()
          .map(row ->
              new Attribution(
                  row.get(0),
                  orNull(row.get(1)),
                  row.get(2),
                  row.get(3).equals("yes"),
                  orNull(row.get(4)),
                  orNull(row.get(5))))
          .collect(Collectors.toUnmodifiableMap(Attribution::code, row -> row));

  /// @param code code of the qualifier
  /// @param template template around the name, or null
  /// @param words text with `%s` for the name, where there is no template
  /// @param creator whether the person may be called the creator at all
  /// @param property qualifier that carries the person while the creator is unknown, or null
  /// @param nature item for "nature of statement" while the person is the creator, or null
  record Attribution(
      String code,
      @Nullable String template,
      String words,
      boolean creator,
      @Nullable String property,
      @Nullable String nature) {}

  /// Null for an unqualified value. A qualifier that the table does not know says that the person
  /// is not simply the creator, so it is shown in words and never stated.
  @Nullable Attribution of(@Nullable String qualifier) {
    if (qualifier == null) {
      return null;
    }
    return byCode.getOrDefault(
        qualifier, new Attribution(qualifier, null, "%s (" + qualifier + ")", false, null, null));
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
