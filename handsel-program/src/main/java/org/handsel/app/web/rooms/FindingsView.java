package org.handsel.app.web.rooms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.readiness.audit.Sentences;
import org.handsel.readiness.work.AuditEntry;
import org.handsel.readiness.work.FindingWork;
import org.handsel.readiness.work.FindingsFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Findings of one audit, to be worked through.
///
/// @param show state that is shown, or `all`
/// @param all how many findings are in that state
public record FindingsView(
    AuditEntry entry, String audit, String show, List<Row> rows, long all, int page, boolean more) {

  /// @param key of the finding
  /// @param link to the page on its wiki; empty when its address is not known
  /// @param step the last thing that somebody did about it, or null
  /// @param where the page that the proposal would change, where it is another one
  /// @param old passage that the proposal would change; empty when there is no proposal
  /// @param also how many further pages the proposal would change
  public record Row(
      String key,
      String title,
      String link,
      String message,
      List<Fact> facts,
      String where,
      String old,
      String changed,
      int also,
      FindingWork.@Nullable Step step) {

    static Row of(
        String wiki,
        FindingsFile.Row row,
        Map<String, FindingWork.Step> steps,
        Sentences sentences,
        Sentences.Texts texts) {
      JsonNode finding = row.finding();
      String title = finding.path("title").asString("");
      List<Fact> facts = new ArrayList<>();
      finding
          .path("evidence")
          .properties()
          .forEach(one -> facts.add(new Fact(one.getKey(), words(one.getValue()))));
      JsonNode proposal = finding.path("proposal");
      String edited = proposal.path("page").asString(title);
      return new Row(
          row.key(),
          title,
          link(wiki, title),
          sentences.of(finding, texts),
          facts,
          edited.equals(title) ? "" : edited,
          proposal.path("old").asString(""),
          proposal.path("new").asString(""),
          proposal.path("also").size(),
          steps.get(row.key()));
    }

    public long version() {
      return step == null ? 0 : step.version();
    }

    public String state() {
      return step == null ? "open" : step.state().word();
    }

    private static String words(JsonNode value) {
      if (value.isArray()) {
        List<String> words = new ArrayList<>();
        value.forEach(one -> words.add(one.isArray() ? "(" + words(one) + ")" : one.asString("")));
        return String.join(", ", words);
      }
      return value.isString() ? value.asString() : value.toString();
    }

    private static String link(String wiki, String title) {
      return wiki.matches("[a-z_]{2,12}wiki") && !wiki.equals("commonswiki")
          ? "https://%s.wikipedia.org/wiki/%s"
              .formatted(
                  wiki.substring(0, wiki.length() - 4).replace('_', '-'),
                  URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8))
          : "";
    }
  }

  /// A part of the evidence.
  public record Fact(String name, String value) {}
}
