package org.handsel.release;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceText;
import org.handsel.wiki.api.Preview;
import org.handsel.wiki.api.Wiki;

/// Shows planned pages as the wiki's own parser shows them, one for each kind of page, so that a
/// community can look at them before a batch. Nothing is saved on the wiki.
///
/// Two pages are of one kind when they have the same parameters, templates and languages.
public final class PagePreviews {
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([^{}|\\n]+)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private PagePreviews() {}

  /// What `preview.html` shows.
  ///
  /// @param kinds of pages in the whole plan
  /// @param pages those that are shown, the most frequent kind first
  public record View(
      String name, String created, String wiki, String style, int kinds, List<Shown> pages) {}

  /// One page.
  ///
  /// @param like how many pages of the plan are of this kind
  /// @param html as the wiki shows it, for a frame without scripts
  /// @param faults templates and categories that the wiki lacks, and what its parser warns of
  public record Shown(
      String title,
      String item,
      long like,
      String wikitext,
      String html,
      List<String> categories,
      List<String> faults) {}

  /// Asks for the pages and writes `preview.html` into the release folder.
  ///
  /// @param most kinds that are shown at most
  /// @throws HandselException with exit 2 when there is no plan or nothing in it can go, with exit
  ///   3 when the wiki gives no usable answer
  public static View write(Path release, Wiki wiki, int most, Clock clock) {
    ReleaseFolder folder = ReleaseFolder.open(release);
    Map<String, Kind> kinds = new LinkedHashMap<>();
    try (Stream<PlanEntry> plan = folder.read()) {
      plan.filter(entry -> entry.ready() && !entry.wikitext().isEmpty())
          .forEach(entry ->
              kinds.computeIfAbsent(kind(entry.wikitext()), key -> new Kind(entry)).count++);
    }
    if (kinds.isEmpty()) {
      throw HandselException.usage(
          "%s: no file of the plan may go, so there is no page to show. Look at report.html."
              .formatted(release));
    }
    List<Draft> drafts =
        kinds.values().stream()
            .sorted((a, b) -> Long.compare(b.count, a.count))
            .limit(most)
            .map(kind ->
                new Draft(kind.entry.title(), kind.entry.item(), kind.entry.wikitext(), kind.count))
            .toList();
    String name = String.valueOf(release.toAbsolutePath().normalize().getFileName());
    View view = view(name, kinds.size(), drafts, wiki, clock);
    DurableFiles.replace(release.resolve("preview.html"), html(view));
    return view;
  }

  /// A page that may be shown.
  ///
  /// @param like how many pages are of its kind
  public record Draft(String title, String item, String wikitext, long like) {}

  /// The same page for texts that are in no plan yet; nothing is written.
  ///
  /// @param name of what they belong to
  /// @throws HandselException with exit 3 when the wiki gives no usable answer
  public static String html(String name, List<Draft> drafts, Wiki wiki, Clock clock) {
    return html(view(name, drafts.size(), drafts, wiki, clock));
  }

  private static View view(String name, int kinds, List<Draft> drafts, Wiki wiki, Clock clock) {
    return new View(
        name,
        TIME.format(clock.instant()),
        String.valueOf(wiki.api().getHost()),
        ResourceText.of(PagePreviews.class, "report.css"),
        kinds,
        drafts.stream().map(draft -> shown(draft, wiki)).toList());
  }

  private static String html(View view) {
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("release/preview.jte", view, page);
    return page.toString();
  }

  private static final class Kind {
    private final PlanEntry entry;
    private long count;

    private Kind(PlanEntry entry) {
      this.entry = entry;
    }
  }

  private static Shown shown(Draft entry, Wiki wiki) {
    Preview preview =
        wiki.preview(entry.title(), entry.wikitext())
            .orThrow(wiki.api() + ", what a page would look like");
    List<String> faults = new ArrayList<>();
    preview.missingTemplates().forEach(title -> faults.add("the wiki has no " + title));
    preview.missingCategories().forEach(name -> faults.add("nobody has created Category:" + name));
    faults.addAll(preview.warnings());
    if (preview.html().contains("<strong class=\"error\"")) {
      faults.add("a template on the page reports an error, shown in red");
    }
    return new Shown(
        entry.title(),
        entry.item(),
        entry.like(),
        entry.wikitext(),
        preview.html(),
        preview.categories(),
        List.copyOf(faults));
  }

  private static String kind(String wikitext) {
    TreeSet<String> parts = new TreeSet<>();
    PlanReport.fields(wikitext).forEach(field -> parts.add("|" + field.name()));
    Matcher template = TEMPLATE.matcher(wikitext);
    while (template.find()) {
      // Creator:Elin and Creator:Otto are the same kind of markup.
      String name = template.group(1).strip();
      int colon = name.indexOf(':');
      parts.add(colon < 0 || name.startsWith("int:") ? name : name.substring(0, colon));
    }
    return String.join("\n", parts);
  }
}
