package org.handsel.partnership.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.partnership.draft.DraftPage.Block;
import org.handsel.partnership.draft.DraftPage.Run;

/// Reads the few marks of a draft's text and writes them in other markups. Whatever a person wrote
/// beside them stays text: nothing of it becomes HTML, a template or a link.
final class DraftText {
  private static final Pattern FORM = Pattern.compile("\\*\\*(.+?)\\*\\*|(\\[…:[^\\]]*\\])");
  private static final String WIKI_SIGNS = "&<>[]{}|'~=_:";

  private DraftText() {}

  static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
      if (line.startsWith("## ")) {
        blocks.add(new Block("heading", runs(line.substring(3))));
      } else if (line.startsWith("# ")) {
        blocks.add(new Block("title", runs(line.substring(2))));
      } else if (line.startsWith("- ")) {
        blocks.add(new Block("item", runs(line.substring(2))));
      } else {
        blocks.add(new Block("paragraph", runs(line)));
      }
    }
    return blocks;
  }

  private static List<Run> runs(String line) {
    List<Run> runs = new ArrayList<>();
    Matcher form = FORM.matcher(line);
    int end = 0;
    while (form.find()) {
      add(runs, "", line.substring(end, form.start()));
      if (form.group(1) != null) {
        add(runs, "bold", form.group(1));
      } else {
        add(runs, "gap", form.group(2));
      }
      end = form.end();
    }
    add(runs, "", line.substring(end));
    return runs;
  }

  private static void add(List<Run> runs, String form, String text) {
    if (!text.isEmpty()) {
      runs.add(new Run(form, text));
    }
  }

  static String markdown(List<Block> blocks) {
    StringBuilder out = new StringBuilder();
    String before = "";
    for (Block block : blocks) {
      boolean list = block.kind().equals("item");
      if (!before.isEmpty() && !(list && before.equals("item"))) {
        out.append('\n');
      }
      out.append(
          switch (block.kind()) {
            case "title" -> "# ";
            case "heading" -> "## ";
            case "item" -> "- ";
            default -> "";
          });
      for (Run run : block.runs()) {
        String text = run.text().replaceAll("([\\\\`*_<>&#|\\[\\]])", "\\\\$1");
        out.append(run.form().isEmpty() ? text : "**" + text + "**");
      }
      out.append('\n');
      before = block.kind();
    }
    return out.toString();
  }

  static String wikitext(List<Block> blocks) {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks) {
      String around =
          switch (block.kind()) {
            case "title" -> "== ";
            case "heading" -> "=== ";
            default -> "";
          };
      out.append(block.kind().equals("item") ? "* " : around);
      for (Run run : block.runs()) {
        String text = plain(run.text(), out.isEmpty() || out.charAt(out.length() - 1) == '\n');
        out.append(run.form().isEmpty() ? text : "'''" + text + "'''");
      }
      out.append(new StringBuilder(around).reverse())
          .append(block.kind().equals("item") ? "\n" : "\n\n");
    }
    return out.toString();
  }

  /// Text that wiki markup leaves alone.
  private static String plain(String text, boolean begins) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean first = begins && i == 0 && "*#;: -".indexOf(sign) >= 0;
      out.append(
          WIKI_SIGNS.indexOf(sign) >= 0 || first ? "&#" + (int) sign + ";" : String.valueOf(sign));
    }
    return out.toString();
  }
}
