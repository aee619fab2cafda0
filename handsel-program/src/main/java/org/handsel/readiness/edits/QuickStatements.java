package org.handsel.readiness.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Commands for QuickStatements, second version: `Q42|P227|"118540238"`. A proposal holds them as
/// `statements`, a list of `{"item","property","value"}`. What is no id of an item or property is
/// left out rather than sent; text is quoted, and quotes, bars and line breaks in it would end the
/// command, so that such a value is left out too.
///
/// Source: Help:QuickStatements on Wikidata.
final class QuickStatements {
  private static final Pattern ITEM = Pattern.compile("Q[1-9][0-9]*");
  private static final Pattern PROPERTY = Pattern.compile("P[1-9][0-9]*");
  private static final Pattern TEXT = Pattern.compile("[^\"|\\p{Cntrl}]+");

  private QuickStatements() {}

  static List<String> lines(JsonNode proposal) {
    List<String> lines = new ArrayList<>();
    for (JsonNode statement : proposal.path("statements").values()) {
      String item = statement.path("item").asString("");
      String property = statement.path("property").asString("");
      String value = statement.path("value").asString("");
      if (ITEM.matcher(item).matches()
          && PROPERTY.matcher(property).matches()
          && TEXT.matcher(value).matches()) {
        lines.add(
            "%s|%s|%s"
                .formatted(
                    item, property, ITEM.matcher(value).matches() ? value : '"' + value + '"'));
      }
    }
    return lines;
  }
}
