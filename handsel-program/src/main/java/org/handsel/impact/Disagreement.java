package org.handsel.impact;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.handsel.impact.DisagreementPage.Cause;
import org.handsel.impact.DisagreementPage.Row;
import org.handsel.impact.Measurement.ListTable;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Explains why measurements of one collection from different sources do not agree: side by side,
/// cause by cause, and, where both name their pages, which pages only one of them has.
///
/// Safe for use by many threads.
public final class Disagreement {
  private static final int EXAMPLES = 8;

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /// Writes the page.
  ///
  /// @param folders two or more folders of measures
  /// @throws HandselException when there are fewer than two
  public void write(List<Path> folders, String language, Path file) {
    DisagreementPage page = explain(folders, language);
    StringOutput out = new StringOutput();
    templates.render("impact/disagreement.jte", page, out);
    DurableFiles.replace(file, out.toString());
  }

  /// What the page says.
  public DisagreementPage explain(List<Path> folders, String language) {
    if (folders.size() < 2) {
      throw HandselException.usage(
          "handsel impact explain: expected two or more folders of measures, found %d."
              .formatted(folders.size()));
    }
    Texts texts = Texts.load(language);
    List<Measurement> all =
        folders.stream().map(folder -> new MeasureFolder(folder).read()).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      names.add(
          "%s: %s (%s)"
              .formatted(
                  (char) ('A' + i),
                  all.get(i).about().source(),
                  texts.day(all.get(i).about().asOf())));
    }
    return new DisagreementPage(
        language,
        PartnerReports.style(),
        texts.of("why"),
        all.getFirst().about().collection(),
        names,
        texts.of("measure"),
        rows(all, texts),
        causes(all, texts),
        pages(all, texts),
        Map.of(
            "numbers", texts.of("numbers"),
            "causes", texts.of("causes"),
            "cause", texts.of("cause"),
            "verdict", texts.of("verdict"),
            "pages", texts.of("pages-compared"),
            "footer", texts.of("numbers-note")));
  }

  private static List<Row> rows(List<Measurement> all, Texts texts) {
    MeasureWords words = MeasureWords.load();
    Set<String> codes = new LinkedHashSet<>();
    for (Measurement one : all) {
      one.measures().stream()
          .filter(m -> !m.parameters().containsKey("institution") && words.has(m.measure()))
          .forEach(m -> codes.add(m.measure()));
    }
    List<Row> rows = new ArrayList<>();
    for (String code : codes) {
      List<String> values = new ArrayList<>();
      List<Double> known = new ArrayList<>();
      for (Measurement one : all) {
        Optional<Number> value = one.value(code);
        values.add(texts.number(value.orElse(null), words.of(code).unit()));
        value.ifPresent(number -> known.add(number.doubleValue()));
      }
      if (!known.isEmpty()) {
        double least = known.stream().min(Comparator.naturalOrder()).orElseThrow();
        double most = known.stream().max(Comparator.naturalOrder()).orElseThrow();
        String spread =
            known.size() < 2
                ? ""
                : least == most
                    ? "="
                    : least == 0 ? "≠" : "%+.1f %%".formatted(100 * (most - least) / least);
        rows.add(new Row(words.of(code).name(texts.language()), values, spread));
      }
    }
    return rows;
  }

  private static List<Cause> causes(List<Measurement> all, Texts texts) {
    boolean german = texts.language().equals("de");
    List<Cause> causes = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                Disagreement.class,
                "causes.tsv",
                "cause",
                "parameters",
                "name_de",
                "name_en",
                "effect_de",
                "effect_en")
            .rows()) {
      List<String> said = new ArrayList<>();
      for (Measurement one : all) {
        said.add(says(one, row.list(1), texts));
      }
      Set<String> different = new HashSet<>(said);
      boolean unknown = different.contains(texts.of("unknown"));
      String verdict =
          different.size() == 1 ? (unknown ? "unknown" : "same") : unknown ? "unknown" : "differs";
      causes.add(
          new Cause(
              row.cell(german ? 2 : 3),
              row.cell(german ? 4 : 5),
              said,
              verdict,
              texts.of("verdict-" + verdict)));
    }
    causes.sort(
        Comparator.comparing(
            cause -> List.of("differs", "unknown", "same").indexOf(cause.verdict())));
    return causes;
  }

  private static String says(Measurement one, List<String> parameters, Texts texts) {
    List<String> said = new ArrayList<>();
    for (String parameter : parameters) {
      Object value =
          switch (parameter) {
            case "asOf" -> one.about().asOf();
            case "kind-of-source" -> one.about().kind();
            default -> parameter(one, parameter);
          };
      if (value != null) {
        said.add(value.toString());
      }
    }
    return said.isEmpty() ? texts.of("unknown") : String.join(", ", said);
  }

  private static @Nullable Object parameter(Measurement one, String name) {
    Object own = one.about().parameters().get(name);
    return own != null
        ? own
        : one.measures().stream()
            .filter(measure -> !measure.parameters().containsKey("institution"))
            .map(measure -> measure.parameters().get(name))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /// Compares the pages of the first two sources that list theirs.
  private static List<String> pages(List<Measurement> all, Texts texts) {
    List<Measurement> listed =
        all.stream().filter(one -> one.lists().containsKey("pages")).limit(2).toList();
    if (listed.size() < 2) {
      return List.of(texts.of("pages-not-listed"));
    }
    Set<String> first = keys(listed.getFirst().lists().get("pages"));
    Set<String> second = keys(listed.getLast().lists().get("pages"));
    List<String> lines = new ArrayList<>();
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    lines.add(texts.of("pages-both", texts.whole(both.size())));
    lines.add(only(first, second, listed.getFirst(), texts));
    lines.add(only(second, first, listed.getLast(), texts));
    return lines;
  }

  private static String only(Set<String> these, Set<String> others, Measurement one, Texts texts) {
    Set<String> only = new TreeSet<>(these);
    only.removeAll(others);
    Map<String, Integer> wikis = new HashMap<>();
    only.forEach(key -> wikis.merge(key.substring(0, key.indexOf('\t')), 1, Integer::sum));
    List<String> most =
        wikis.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(EXAMPLES)
            .map(wiki -> wiki.getKey() + " " + texts.whole(wiki.getValue()))
            .toList();
    return texts.of(
        "pages-only", one.about().source(), texts.whole(only.size()), String.join(", ", most));
  }

  private static Set<String> keys(@Nullable ListTable table) {
    Set<String> keys = new HashSet<>();
    if (table != null) {
      int wiki = table.header().indexOf("wiki");
      int page = table.header().indexOf("page");
      for (List<String> row : table.rows()) {
        keys.add(row.get(wiki) + "\t" + row.get(page).replace(' ', '_'));
      }
    }
    return keys;
  }
}
