package org.handsel.readiness.compare;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Compares two audits of one wiki. Writes `comparison.jsonl` (every finding of either audit with
/// its `state`: `open` and `new` in the order of the later audit, then `mended`, `gone` and
/// `unasked` in the order of the earlier one), `summary.json` and `report.html`.
///
/// A finding whose page was moved in between is followed by the id of the page. Nothing is called
/// mended that was merely not asked or not read. Memory: twelve bytes for each finding of the
/// earlier audit, and the titles of its pages.
public final class Comparison {
  private final AuditFolder before;
  private final AuditFolder now;
  private final FindingIdentity identity = new FindingIdentity();
  private final Map<String, ComparisonSummary.Counts> counts = new TreeMap<>(Comparison::order);

  private Comparison(AuditFolder before, AuditFolder now) {
    this.before = before;
    this.now = now;
  }

  /// @param earlier folder of an audit
  /// @param later folder of a later audit of the same wiki
  /// @param out folder for the results; none of the two
  /// @throws HandselException with exit 2 when a folder is no result of an audit or the wikis
  ///   differ, with exit 3 when the results cannot be written
  public static ComparisonSummary run(Path earlier, Path later, Path out) {
    AuditFolder before = AuditFolder.open(earlier);
    AuditFolder now = AuditFolder.open(later);
    if (!before.summary().wiki().equals(now.summary().wiki())) {
      throw HandselException.usage(
          "%s and %s: expected two audits of one wiki, found %s and %s."
              .formatted(earlier, later, before.summary().wiki(), now.summary().wiki()));
    }
    for (Path input : List.of(earlier, later)) {
      if (input.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
        throw HandselException.usage(
            "--out %s: expected a folder of its own, found the results of an audit. Name another folder."
                .formatted(out));
      }
    }
    return new Comparison(before, now).run(out);
  }

  private ComparisonSummary run(Path out) {
    for (String audit : now.summary().audits().keySet()) {
      counts.put(audit, ComparisonSummary.Counts.NONE);
    }
    DurableFiles.replace(out.resolve("comparison.jsonl"), this::findings);
    ComparisonSummary summary =
        new ComparisonSummary(
            now.summary().wiki(),
            before.summary().dump(),
            now.summary().dump(),
            counts,
            before.summary().partial() || now.summary().partial(),
            problems());
    DurableFiles.replace(out.resolve("summary.json"), Json.pretty(summary));
    DurableFiles.replace(out.resolve("report.html"), ComparisonReport.page(summary));
    return summary;
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (before.summary().partial()) {
      problems.add("The earlier audit is partial: what is called new may have been there before.");
    }
    if (now.summary().partial()) {
      problems.add(
          "The later audit is partial: what is called mended or gone may not have been read.");
    }
    return problems;
  }

  private void findings(BufferedWriter out) throws IOException {
    FindingKeys old = new FindingKeys();
    before.findings(finding -> old.add(FindingIdentity.hash(identity.of(finding))));
    old.sort();
    Map<Long, List<Long>> moved = moved();
    now.findings(finding -> {
      boolean asked = before.summary().audits().containsKey(audit(finding));
      long key = FindingIdentity.hash(identity.of(finding));
      boolean was = old.take(key);
      if (!was) {
        for (long earlier : moved.getOrDefault(key, List.of())) {
          was |= old.take(earlier);
        }
      }
      write(out, finding, was ? State.OPEN : asked ? State.NEW : State.UNASKED);
    });
    Set<String> titles = titlesOfTheLaterDump(old);
    before.findings(finding -> {
      // Whatever the later audit did not take is left; taking it here keeps doubles apart.
      if (old.take(FindingIdentity.hash(identity.of(finding)))) {
        write(out, finding, fate(finding, titles));
      }
    });
  }

  private State fate(JsonNode finding, Set<String> titles) {
    if (!now.summary().audits().containsKey(audit(finding))) {
      return State.UNASKED;
    }
    // A category without a page has none to lose.
    boolean page = !finding.path("page_id").isNull();
    return page && !titles.contains(finding.path("title").asString("")) ? State.GONE : State.MENDED;
  }

  /// For findings of pages that have another title now: the hash with the new title, and those with
  /// the old one.
  private Map<Long, List<Long>> moved() {
    Map<String, String> titles = new HashMap<>();
    before.findings(finding -> {
      if (!finding.path("page_id").isNull()) {
        titles.put(finding.path("page_id").asString(""), finding.path("title").asString(""));
      }
    });
    Map<String, String> renamed = new HashMap<>();
    now.pages(page -> {
      String title = titles.get(page.id());
      if (title != null && !title.equals(page.title())) {
        renamed.put(title, page.title());
      }
    });
    // A move leaves a redirect behind. Where the old title is still a page of its own, the ids are
    // those of a folder or archive, counted anew for each audit, and tell nothing.
    now.pages(page -> {
      if (!page.redirect()) {
        renamed.remove(page.title());
      }
    });
    Map<Long, List<Long>> moved = new HashMap<>();
    if (renamed.isEmpty()) {
      return moved;
    }
    before.findings(finding -> {
      String title = renamed.get(finding.path("title").asString(""));
      if (title != null) {
        moved
            .computeIfAbsent(
                FindingIdentity.hash(identity.of(finding, title)), hash -> new ArrayList<>())
            .add(FindingIdentity.hash(identity.of(finding)));
      }
    });
    return moved;
  }

  private Set<String> titlesOfTheLaterDump(FindingKeys left) {
    Set<String> wanted = new HashSet<>();
    before.findings(finding -> {
      if (left.has(FindingIdentity.hash(identity.of(finding)))) {
        wanted.add(finding.path("title").asString(""));
      }
    });
    Set<String> there = new HashSet<>();
    now.pages(page -> {
      if (wanted.contains(page.title())) {
        there.add(page.title());
      }
    });
    return there;
  }

  private void write(BufferedWriter out, JsonNode finding, State state) throws IOException {
    counts.merge(
        audit(finding), ComparisonSummary.Counts.NONE.plus(state), ComparisonSummary.Counts::plus);
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("state", state.word());
    line.setAll((ObjectNode) finding);
    out.write(Json.line(line));
    out.write('\n');
  }

  private static String audit(JsonNode finding) {
    return finding.path("audit").asString("");
  }

  /// `C2` before `C10`.
  private static int order(String a, String b) {
    int letters = a.replaceAll("[0-9]", "").compareTo(b.replaceAll("[0-9]", ""));
    int lengths = Integer.compare(a.length(), b.length());
    return letters != 0 ? letters : lengths != 0 ? lengths : a.compareTo(b);
  }
}
