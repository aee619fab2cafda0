package org.handsel.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// The table `measures.tsv`: names and definitions of all measures in German and English.
/// Immutable.
final class MeasureWords {
  /// How a number is written.
  enum Unit {
    COUNT,
    SHARE,
    RATIO
  }

  record Words(
      String measure, Unit unit, String nameEn, String nameDe, String english, String german) {
    String name(String language) {
      return language.equals("de") ? nameDe : nameEn;
    }

    String definition(String language) {
      return language.equals("de") ? german : english;
    }
  }

  private final Map<String, Words> words;
  private final List<String> codes;

  private MeasureWords(Map<String, Words> words, List<String> codes) {
    this.words = Map.copyOf(words);
    this.codes = codes;
  }

  static MeasureWords load() {
    ResourceTable table =
        ResourceTable.read(
            MeasureWords.class,
            "measures.tsv",
            "measure",
            "unit",
            "name_en",
            "name_de",
            "definition_en",
            "definition_de");
    Map<String, Words> words = new LinkedHashMap<>();
    for (ResourceTable.Row row : table.rows()) {
      Unit unit =
          switch (row.cell(1)) {
            case "count" -> Unit.COUNT;
            case "share" -> Unit.SHARE;
            case "ratio" -> Unit.RATIO;
            default ->
                throw ResourceTable.malformed(table.name(), row.line(), "no unit " + row.cell(1));
          };
      Words one = new Words(row.cell(0), unit, row.cell(2), row.cell(3), row.cell(4), row.cell(5));
      if (words.put(row.cell(0), one) != null) {
        throw ResourceTable.malformed(table.name(), row.line(), "twice " + row.cell(0));
      }
    }
    return new MeasureWords(words, List.copyOf(words.keySet()));
  }

  List<String> codes() {
    return codes;
  }

  Words of(String measure) {
    Words found = words.get(measure);
    if (found == null) {
      throw new IllegalStateException("measures.tsv: no measure " + measure);
    }
    return found;
  }

  boolean has(String measure) {
    return words.containsKey(measure);
  }
}
