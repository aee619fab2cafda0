package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;

/// Audits a sample wiki and holds what is found against what was planted.
final class PlantedDefects {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlantedDefects() {}

  static void allAreFoundAndNothingElse(SampleOrder order, Path results) throws IOException {
    allAreFoundAndNothingElse(order, true, results);
  }

  /// @param library whether the audits get the authority file and the items of Wikidata
  static void allAreFoundAndNothingElse(SampleOrder order, boolean library, Path results)
      throws IOException {
    SampleWiki.write(order, Progress.NONE, () -> false);
    boolean tables = order.tables() != SampleOrder.Tables.NONE;
    AuditSummary summary =
        AuditRun.run(
            new AuditRun.Order(
                order.dump(),
                tables ? order.out() : null,
                library
                    ? new AuditRun.Order.Beside(order.authority(), order.wikidata())
                    : AuditRun.Order.Beside.NOTHING,
                null,
                2,
                null,
                results),
            Progress.NONE,
            () -> false);
    assertThat(summary.problems()).isEmpty();
    List<String> unknown = new ArrayList<>(tables ? List.of() : List.of("C5", "C7"));
    unknown.addAll(library ? List.of() : List.of("N5", "N6", "N7", "N8"));
    assertThat(summary.unknown()).containsExactlyElementsOf(unknown);
    Set<String> inputs = new HashSet<>(Set.of("any", tables ? "tables" : "text"));
    inputs.addAll(library ? Set.of("library") : Set.of());
    Map<String, TreeSet<String>> planted = planted(order, inputs);
    Map<String, TreeSet<String>> found = found(results.resolve("findings.jsonl"));
    // One comparison for all audits shows every difference at once.
    assertThat(differences(planted, found)).as("missed (-) and wrongly found (+)").isEmpty();
    planted.forEach((audit, expected) ->
        assertThat(summary.audits()).containsEntry(audit, (long) expected.size()));
  }

  private static Map<String, TreeSet<String>> planted(SampleOrder order, Set<String> inputs)
      throws IOException {
    return Files.readAllLines(order.truth()).stream()
        .skip(1)
        .map(Tsv::cells)
        .filter(cells -> inputs.contains(cells.get(3)))
        .collect(
            Collectors.groupingBy(
                List::getFirst,
                TreeMap::new,
                Collectors.mapping(
                    cells -> cells.get(1) + " :: " + cells.get(2),
                    Collectors.toCollection(TreeSet::new))));
  }

  private static Map<String, TreeSet<String>> found(Path findings) throws IOException {
    Map<String, TreeSet<String>> found = new TreeMap<>();
    for (String line : Files.readAllLines(findings)) {
      JsonNode finding = JSON.readTree(line);
      String audit = finding.get("audit").asText();
      boolean first =
          found
              .computeIfAbsent(audit, id -> new TreeSet<>())
              .add(title(finding) + " :: " + detail(audit, finding.get("evidence")));
      assertThat(first).as("the same finding twice: " + line).isTrue();
    }
    return found;
  }

  private static String title(JsonNode finding) {
    return finding.get("audit").asText().equals("C1")
        ? "Kategorie:" + texts(finding.get("evidence").get("component")).getFirst()
        : finding.get("title").asText();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts.stream().sorted().toList();
  }

  /// What the truth file says of a defect, out of the evidence.
  private static String detail(String audit, JsonNode evidence) {
    return switch (audit) {
      case "C1" ->
          "%s; cut %d"
              .formatted(
                  String.join("|", texts(evidence.get("component"))), evidence.get("cut").size());
      case "C3", "C9", "C12", "P5" -> evidence.get("kind").asText();
      case "C4", "C8" -> "members " + evidence.get("members").asText();
      case "C6" -> evidence.get("category").asText() + " < " + evidence.get("ancestor").asText();
      case "C11", "C13" -> evidence.get("category").asText();
      case "P2" -> fields(evidence);
      case "P3", "P4", "P7" -> evidence.get("field").asText();
      case "P8" -> evidence.get("other").asText();
      case "N2", "N3", "N5" -> evidence.get("scheme").asText();
      case "N4" -> evidence.has("record") ? "record" : "type";
      case "N6" -> evidence.get("successor").asText();
      case "N7" -> evidence.get("value").asText();
      default -> "";
    };
  }

  private static String fields(JsonNode evidence) {
    if (!evidence.get("unknown").isEmpty()) {
      return "unknown " + String.join(" ", texts(evidence.get("unknown")));
    }
    return evidence.get("missing").isEmpty()
        ? "order"
        : "missing " + String.join(" ", texts(evidence.get("missing")));
  }

  private static List<String> differences(
      Map<String, TreeSet<String>> planted, Map<String, TreeSet<String>> found) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> audits = new TreeSet<>(planted.keySet());
    audits.addAll(found.keySet());
    for (String audit : audits) {
      TreeSet<String> missed = new TreeSet<>(planted.getOrDefault(audit, new TreeSet<>()));
      TreeSet<String> wrong = new TreeSet<>(found.getOrDefault(audit, new TreeSet<>()));
      missed.removeAll(found.getOrDefault(audit, new TreeSet<>()));
      wrong.removeAll(planted.getOrDefault(audit, new TreeSet<>()));
      missed.forEach(row -> differences.add("- " + audit + " " + row));
      wrong.forEach(row -> differences.add("+ " + audit + " " + row));
    }
    return differences;
  }
}
