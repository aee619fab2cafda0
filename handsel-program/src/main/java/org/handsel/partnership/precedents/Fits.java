package org.handsel.partnership.precedents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// How well a precedent fits an institution. Immutable.
final class Fits {
  private final Map<String, Set<String>> groups = new HashMap<>();

  Fits() {
    for (ResourceTable.Row row :
        ResourceTable.read(Fits.class, "neighbours.tsv", "group", "countries").rows()) {
      for (String country : row.list(1)) {
        groups.computeIfAbsent(country, code -> new TreeSet<>()).add(row.cell(0));
      }
    }
  }

  private boolean near(String one, String other) {
    return groups.getOrDefault(one, Set.of()).stream()
        .anyMatch(groups.getOrDefault(other, Set.of())::contains);
  }

  FittingPrecedent of(Precedent precedent, Seeker seeker, boolean sameHouse) {
    List<String> fits = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    double points = 0;
    if (sameHouse) {
      fits.add("same-house");
      points += 5;
    }
    points += type(precedent.type(), seeker.type(), fits, unknown);
    if (precedent.country() == null || seeker.country() == null) {
      unknown.add("country");
      points += 0.5;
    } else if (precedent.country().equals(seeker.country())) {
      fits.add("same-country");
      points += 3;
    } else if (near(precedent.country(), seeker.country())) {
      fits.add("near-country");
      points += 1.5;
    }
    Precedent.Figures figures = precedent.figures();
    Long files = figures == null ? null : figures.files();
    if (files == null || files < 1 || seeker.images() == null || seeker.images() < 1) {
      unknown.add("size");
    } else {
      double apart = Math.abs(Math.log10(files) - Math.log10(seeker.images()));
      if (apart < 0.7) {
        fits.add("similar-size");
      }
      points += Math.max(0, 2 - 2 * apart);
    }
    if (precedent.licence() == null || seeker.licence() == null) {
      unknown.add("licence");
    } else if (family(precedent.licence()).equals(family(seeker.licence()))) {
      fits.add("same-licence");
      points += 1;
    }
    if (files != null && files >= Precedent.FEW) {
      fits.add("figures");
      points += 2.5;
    }
    if (!precedent.facts().isEmpty()) {
      fits.add("documented");
      points += 1;
    }
    return new FittingPrecedent(precedent, points, fits, unknown);
  }

  private static double type(
      @Nullable String one, @Nullable String other, List<String> fits, List<String> unknown) {
    if (one == null || other == null || other.equals("unknown")) {
      unknown.add("type");
      return 0.5;
    }
    if (one.equals(other)) {
      fits.add("same-type");
      return 3;
    }
    return 0;
  }

  /// A licence without its version and port: `CC BY-SA 3.0 DE` and `CC BY-SA 4.0` are one family.
  private static String family(String licence) {
    return licence.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]*[0-9].*$", "").strip();
  }
}
