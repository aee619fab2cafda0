package org.handsel.partnership.register;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A row of the register prepared for comparison.
///
/// @param names words of its name and of each other name, never empty sets
/// @param domain of its site without `www.`, or empty
/// @param town country, region and town folded, or empty
/// @param identifiers values by scheme
/// @param parents items of bodies that it is known to belong to
record House(
    Institution row,
    List<Set<String>> names,
    String domain,
    String town,
    Map<String, Set<String>> identifiers,
    Set<String> parents) {

  static String domainOf(String website) {
    String host =
        website
            .strip()
            .toLowerCase(java.util.Locale.ROOT)
            .replaceFirst("^[a-z]+:/+", "")
            .replaceFirst("^www[0-9]?\\.", "")
            .replaceFirst("[/:?#].*$", "");
    return host.contains(".") ? host : "";
  }

  static String townOf(Institution row, NameWords words) {
    if (row.city() == null) {
      return "";
    }
    String region = row.region() == null ? "" : NameKey.of(row.region());
    return row.country() + "\t" + region + "\t" + String.join(" ", words.of(row.city()));
  }

  Set<String> identifiers(String scheme) {
    return identifiers.getOrDefault(scheme, Set.of());
  }
}
