package org.handsel.app.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages on which people look at the result of a rehearsal.
final class Pages {
  private static final int PER_PAGE = 60;

  private final Store store;
  private final Described described;

  Pages(Store store, Described described) {
    this.store = store;
    this.described = described;
  }

  /// All files, the newest first.
  String gallery(int from) {
    List<WikiPage> files =
        store.files().stream()
            .sorted((a, b) -> Integer.compare(b.current().id(), a.current().id()))
            .toList();
    Html html = head("Files");
    html.add("<h1>%s files</h1>", files.size());
    if (files.isEmpty()) {
      html.add("<p class=\"soft\">Nothing was uploaded yet.</p>");
    }
    tiles(html, files.stream().skip(from).limit(PER_PAGE).toList());
    html.add("<nav class=\"pages\">");
    if (from > 0) {
      html.add("<a href=\"/?from=%s\">newer</a>", Math.max(0, from - PER_PAGE));
    }
    if (files.size() > from + PER_PAGE) {
      html.add("<a href=\"/?from=%s\">older</a>", from + PER_PAGE);
    }
    return foot(html.add("</nav>"));
  }

  /// One page; empty when the wiki has none of this title.
  Optional<String> page(String wanted) {
    return Titles.read(wanted)
        .flatMap(
            title ->
                title.namespace() == 14
                    ? Optional.of(category(title.full()))
                    : store.page(title.full()).map(this::page));
  }

  private String category(String title) {
    List<WikiPage> members =
        store.files().stream()
            .filter(page -> WikiLinks.categories(page.text()).contains(title))
            .toList();
    Html html = head(title);
    html.add("<h1>%s</h1><p class=\"soft\">%s files</p>", title, members.size());
    tiles(html, members);
    store.page(title).ifPresent(page -> html.add("<h2>Text</h2><pre>%s</pre>", page.text()));
    return foot(html);
  }

  private void tiles(Html html, List<WikiPage> files) {
    html.add("<ul class=\"gallery\">");
    for (WikiPage file : files) {
      html.add(
          "<li><a href=\"%s\"><img src=\"%s\" alt=\"\" loading=\"lazy\"><p>%s</p></a></li>",
          described.pageUrl(file),
          described.imageUrl(file),
          file.key().replace('_', ' '));
    }
    html.add("</ul>");
  }

  private String page(WikiPage page) {
    Html html = head(page.title());
    html.add("<h1>%s</h1>", page.title());
    if (page.hasFile()) {
      String url = described.imageUrl(page);
      html.add(
          "<figure><a href=\"%s\"><img src=\"%s\" alt=\"%s\"></a></figure>",
          url, url, page.title());
      file(html, page.file());
    }
    html.add("<h2>Categories</h2>");
    List<String> categories = WikiLinks.categories(page.text());
    html.add(categories.isEmpty() ? "<p class=\"soft\">none</p>" : "<ul class=\"tags\">");
    categories.forEach(
        category ->
            html.add(
                "<li><a href=\"/wiki/%s\">%s</a></li>",
                Described.encoded(Titles.key(category)), category.substring("Category:".length())));
    html.add(categories.isEmpty() ? "" : "</ul>");
    structuredData(html, page);
    html.add("<h2>Wikitext</h2><pre>%s</pre>", page.text());
    history(html, page);
    return foot(html);
  }

  private static void file(Html html, WikiPage.FileVersion file) {
    html.add("<table>");
    row(html, "Size", "%,d bytes, %d × %d pixels".formatted(file.size(), file.width(), file.height()));
    row(html, "Type", file.mime());
    row(html, "SHA-1", file.sha1());
    row(html, "Uploaded", file.timestamp() + " by " + file.user() + ": " + file.comment());
    html.add("</table>");
  }

  private static void structuredData(Html html, WikiPage page) {
    Map<String, Object> data = page.structuredData();
    if (data == null) {
      return;
    }
    html.add("<h2>Structured data</h2><table>");
    if (data.get("labels") instanceof Map<?, ?> labels) {
      labels.forEach(
          (language, label) ->
              row(html, "caption " + language, label instanceof Map<?, ?> l ? l.get("value") : label));
    }
    if (data.get("statements") instanceof Map<?, ?> statements) {
      statements.forEach(
          (property, list) -> {
            if (list instanceof List<?> several) {
              several.forEach(statement -> row(html, property, Snaks.statement(statement)));
            }
          });
    }
    html.add("</table>");
  }

  private static void history(Html html, WikiPage page) {
    html.add("<h2>History</h2><table>");
    page.revisions()
        .reversed()
        .forEach(
            revision ->
                row(html, revision.timestamp(), revision.user() + ": " + revision.comment()));
    html.add("</table>");
  }

  private static void row(Html html, Object name, Object value) {
    html.add("<tr><th scope=\"row\">%s</th><td>%s</td></tr>", name, value);
  }

  private static Html head(String title) {
    return new Html()
        .add("<!DOCTYPE html>")
        .add("<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .add("<title>%s – Handsel sandbox</title>", title)
        .add("<link rel=\"stylesheet\" href=\"/sandbox.css\"></head><body>")
        .add("<header><div><a href=\"/\">Handsel sandbox</a>")
        .add("<span>a wiki to rehearse on; nothing here is public</span></div></header><main>");
  }

  private static String foot(Html html) {
    return html.add("</main></body></html>").toString();
  }
}
