package org.handsel.app.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The beginning of stage 4: what is agreed, what is promised, and the checklist that stands before
/// the upload.
final class AgreementStage {
  /// What each item of the checklist says for the sample museum.
  private static final List<List<String>> CHECKLIST =
      List.of(
          List.of("rights-basis", "the photographers were employed by the museum"),
          List.of("scope", "26 pictures of harbour and town; nothing with living people"),
          List.of("licence", "CC0 1.0"),
          List.of("no-guarantee", "said in the first meeting"),
          List.of("source-resolution", "JPEG as photographed"),
          List.of("credit-line", "Skarvik Museum, inventory number"),
          List.of("other-rights", "personality rights are reserved"));

  private final Steps steps;
  private final Path folder;

  AgreementStage(Steps steps, Path folder) {
    this.steps = steps;
    this.folder = folder;
  }

  /// @param partnership whose agreement it is
  void take(String partnership) {
    steps.take(
        "Which agreement?",
        "",
        text -> Steps.group(text, "(?m)^→ (.*)$").strip(),
        "partnership",
        "agree",
        partnership,
        "--situation",
        "holder-declares");
    steps.take(
        "All or a part first?",
        "",
        text -> Steps.group(text, "(?m)^(Recommended: .*)$"),
        "partnership",
        "agree",
        partnership,
        "--scale",
        "small",
        "--trust",
        "some",
        "--rights",
        "mixed",
        "--data",
        "mixed",
        "--volunteers",
        "some",
        "--because",
        "a first set of 26");
    steps.take(
        "Say what Ada has to give",
        "",
        Steps::first,
        "partnership",
        "capacity",
        "Ada",
        "10",
        "--note",
        "Tuesday evenings");
    steps.take(
        "A promise too much", "", Map.of(), List.of(2), Steps::first, promise(partnership, "90"));
    steps.take(
        "A promise",
        "",
        text -> Steps.group(text, "(agreed .*)").replaceAll(" +", " "),
        promise(partnership, "2"));
    for (List<String> item : CHECKLIST) {
      meet(partnership, item.getFirst(), item.getLast());
    }
    meet(partnership, "volunteers-explained", "in the museum", "--by", "Bo");
    steps.take(
        "Checklist: indemnity",
        "",
        text -> "waived, since the text has no such clause",
        "partnership",
        "gate",
        partnership,
        "--waive",
        "indemnity",
        "--note",
        "the text has no such clause");
    steps.take(
        "Draft the release",
        "drafts/one-sided-release-en.pdf",
        text -> "clause by clause, each with its reason; for a lawyer to read",
        "partnership",
        "draft",
        partnership,
        "--format",
        "html,pdf",
        "--out",
        folder.resolve("drafts").toString());
    steps.take(
        "It is declared",
        "",
        text -> Steps.group(text, "(?m)^(The gate is .*)$"),
        "partnership",
        "agree",
        partnership,
        "--signed",
        "today",
        "--evidence",
        "letter of the director");
  }

  private void meet(String partnership, String item, String note, String... more) {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("partnership", "gate", partnership, "--meet", item, "--note", note));
    command.addAll(List.of(more));
    steps.take("Checklist: " + item, "", text -> note, command.toArray(String[]::new));
  }

  private static String[] promise(String partnership, String hours) {
    return new String[] {
      "partnership",
      "commit",
      partnership,
      "Return corrections as a table",
      "--kind",
      "corrections",
      "--keeper",
      "Ada",
      "--due",
      "2028-12-31",
      "--every",
      "6",
      "--hours",
      hours,
      "--from",
      "Ada"
    };
  }
}
