package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.ResourceTable.Row;

/// Proposes the statements on copyright status (P6216) for a work that is free, from `methods.tsv`.
/// Immutable.
final class StructuredData {
  private static final String STATUS = "P6216";
  private static final String PUBLIC_DOMAIN = "Q19652";
  private static final String METHOD = "P459";
  private static final String APPLIES = "P1001";

  private final List<Method> afterDeath = new ArrayList<>();
  private final Map<String, Method> byRule = new LinkedHashMap<>();

  private record Method(int years, String item, String jurisdiction) {}

  static StructuredData load() {
    StructuredData data = new StructuredData();
    ResourceTable table =
        ResourceTable.read(
            StructuredData.class,
            "methods.tsv",
            "rule",
            "years after death",
            "method",
            "jurisdiction",
            "source",
            "checked");
    for (Row row : table.rows()) {
      int years = row.cell(1).isEmpty() ? 0 : Integer.parseInt(row.cell(1));
      Method method = new Method(years, row.cell(2), row.cell(3));
      if (years > 0) {
        data.afterDeath.add(method);
      } else {
        data.byRule.put(row.cell(0), method);
      }
    }
    return data;
  }

  /// The statements for a free work; none for the home country where no item names the method.
  List<Estimate.Claim> of(Timeline timeline, Judgement us, int year) {
    List<Estimate.Claim> claims = new ArrayList<>();
    Integer death = timeline.deathYear();
    if (death != null) {
      Method longest = null;
      for (Method method : afterDeath) {
        if (death + method.years() < year
            && (longest == null || method.years() > longest.years())) {
          longest = method;
        }
      }
      if (longest != null) {
        claims.add(claim(longest));
      }
    }
    Method american = byRule.get(us.rule());
    if (american != null) {
      claims.add(claim(american));
    }
    return claims;
  }

  private static Estimate.Claim claim(Method method) {
    Map<String, String> qualifiers = new LinkedHashMap<>();
    qualifiers.put(APPLIES, method.jurisdiction());
    qualifiers.put(METHOD, method.item());
    return new Estimate.Claim(STATUS, PUBLIC_DOMAIN, qualifiers);
  }
}
