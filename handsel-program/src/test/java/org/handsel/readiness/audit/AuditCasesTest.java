package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.readiness.edits.EditLists;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/// Small wikis, each written for one audit, and what the audit finds in them: `cases/audits`, a
/// file for each audit, described in its README.
class AuditCasesTest {
  @TempDir Path folder;

  static List<String> audits() {
    return List.copyOf(AuditCatalogue.all().keySet());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> read(String audit) throws IOException {
    String name = "/cases/audits/%s.yaml".formatted(audit);
    try (InputStream in = AuditCasesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return (List<Map<String, Object>>)
          new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    }
  }

  static Stream<Named<Map<String, Object>>> cases() throws IOException {
    List<Named<Map<String, Object>>> all = new ArrayList<>();
    for (String audit : audits()) {
      for (Map<String, Object> one : read(audit)) {
        Map<String, Object> named = new LinkedHashMap<>(one);
        named.put("audit", audit);
        all.add(Named.of(audit + " " + one.get("id"), named));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void everyAuditHasCasesOfWhatItFindsAndOfWhatOnlyLooksLikeIt(String audit) throws IOException {
    List<Map<String, Object>> cases = read(audit);
    assertThat(cases).anyMatch(one -> !list(one, "found").isEmpty());
    assertThat(cases).anyMatch(one -> one.containsKey("found") && list(one, "found").isEmpty());
    assertThat(cases).extracting(one -> one.get("id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void auditFindsWhatTheCaseSays(Map<String, Object> one) throws IOException {
    String audit = String.valueOf(one.get("audit"));
    AuditSummary summary = run(one);
    if (one.containsKey("unknown")) {
      String reason = summary.reasons().getOrDefault(audit, "");
      assertThat(reason).contains(text(one, "unknown"));
      assertThat(Reasons.load().of(reason, AuditTexts.in("en")::of)).isEqualTo(reason);
      assertThat(Reasons.load().of(reason, AuditTexts.in("de")::of)).isNotEqualTo(reason);
      assertThat(summary.audits()).doesNotContainKey(audit);
      return;
    }
    assertThat(summary.problems()).isEmpty();
    assertThat(summary.audits()).containsKey(audit);
    List<JsonNode> found = found(audit);
    List<Map<String, Object>> expected = list(one, "found");
    assertThat(found)
        .extracting(finding -> finding.get("title").asString())
        .isEqualTo(expected.stream().map(finding -> finding.get("page")).toList());
    for (int i = 0; i < expected.size(); i++) {
      compare(found.get(i), expected.get(i));
    }
    EditLists.Written edits = EditLists.write(folder, summary.wiki());
    if (edits.edits().containsKey(audit)) {
      assertThat(folder.resolve("edits").resolve(audit + ".wikitext"))
          .content()
          .contains(summary.wiki().equals("dewiki") ? "! Seite !! Alt" : "! Page !! Old");
    }
  }

  private static void compare(JsonNode found, Map<String, Object> expected) {
    assertThat(found.get("message").asString()).contains(text(expected, "message")).isNotBlank();
    map(expected, "evidence")
        .forEach((name, value) ->
            assertThat(found.get("evidence").path(name))
                .as(name)
                .isEqualTo(Json.mapper().valueToTree(value)));
    List<List<String>> edits = new ArrayList<>();
    JsonNode proposal = found.get("proposal");
    if (proposal.has("page")) {
      edits.add(edit(proposal));
      proposal.path("also").forEach(also -> edits.add(edit(also)));
    }
    assertThat(edits).isEqualTo(expected.getOrDefault("edits", List.of()));
  }

  private static List<String> edit(JsonNode edit) {
    assertThat(edit.path("summary").asString("")).isNotBlank();
    return List.of(
        edit.path("page").asString(), edit.path("old").asString(), edit.path("new").asString());
  }

  private AuditSummary run(Map<String, Object> one) throws IOException {
    String language = one.containsKey("wiki") ? text(one, "wiki") : "de";
    StringBuilder dump =
        new StringBuilder(
            "<mediawiki xml:lang=\"%s\"><siteinfo><dbname>%swiki</dbname></siteinfo>\n"
                .formatted(language, language));
    Map<String, Long> ids = new LinkedHashMap<>();
    map(one, "pages").forEach((title, text) -> page(dump, ids, title, String.valueOf(text)));
    if (one.containsKey("many")) {
      Map<String, Object> many = map(one, "many");
      for (int i = 0; i < (Integer) many.getOrDefault("count", 0); i++) {
        page(dump, ids, "Nummer " + i, text(many, "text"));
      }
    }
    dump.append(one.containsKey("cut") ? "<page><title>Abge" : "</mediawiki>\n");
    Path file = Files.writeString(folder.resolve("dump.xml"), dump);
    Path samples = Shared.root().resolve("samples/authority");
    boolean library = one.containsKey("library");
    return AuditRun.run(
        new AuditRun.Order(
            file,
            one.containsKey("added") ? tables(ids, map(one, "added")) : null,
            library
                ? new AuditRun.Order.Beside(
                    samples.resolve("library.xml"), samples.resolve("entities.jsonl"))
                : AuditRun.Order.Beside.NOTHING,
            null,
            1,
            null,
            folder),
        Progress.NONE,
        () -> false);
  }

  /// Without a number of the namespace: it follows from the title, as in old dumps.
  private static void page(StringBuilder dump, Map<String, Long> ids, String title, String text) {
    ids.put(title, 100L + ids.size());
    dump.append(
        "<page><title>%s</title><id>%d</id><revision><text>%s</text></revision></page>\n"
            .formatted(escaped(title), ids.get(title), escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// The table of memberships as the database has it after templates did their work.
  private Path tables(Map<String, Long> ids, Map<String, Object> memberships) throws IOException {
    List<String> rows = new ArrayList<>();
    memberships.forEach((title, categories) -> {
      for (Object category : (List<?>) categories) {
        rows.add("(%d,'%s')".formatted(ids.get(title), category.toString().replace(' ', '_')));
      }
    });
    Path sql = Files.createDirectories(folder.resolve("sql"));
    Files.writeString(
        sql.resolve("dewiki-categorylinks.sql"),
        "-- Host: localhost    Database: dewiki\nCREATE TABLE `categorylinks` (\n"
            + "  `cl_from` int(8),\n  `cl_to` varbinary(255)\n);\n"
            + "INSERT INTO `categorylinks` VALUES %s;\n".formatted(String.join(",", rows)));
    return sql;
  }

  private List<JsonNode> found(String audit) throws IOException {
    return Files.readAllLines(folder.resolve("findings.jsonl")).stream()
        .map(line -> Json.mapper().readTree(line))
        .filter(finding -> finding.get("audit").asString().equals(audit))
        .toList();
  }

  private static String text(Map<String, Object> one, String key) {
    return String.valueOf(one.getOrDefault(key, ""));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> one, String key) {
    return (Map<String, Object>) one.getOrDefault(key, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> one, String key) {
    return (List<Map<String, Object>>) one.getOrDefault(key, List.of());
  }
}
