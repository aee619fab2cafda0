package org.handsel.impact;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.links.LinkRow;
import org.handsel.authority.record.PersonFiles;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.release.PlanEntry;
import org.handsel.release.ReleaseFolder;
import org.handsel.wiki.text.Wikitext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Suggests articles for the unused files of a release: what a file depicts stands in its
/// statements and in the items, which article that is in the links of a dump's biographies and in
/// Wikidata, and whether the article has an image in the dump. Writes a list for editors; nobody's
/// page is changed.
///
/// Immutable; safe for use by many threads.
public final class SuggestionRun {
  private final Order order;

  /// What is asked for.
  ///
  /// @param release folder with the plan
  /// @param dump of the wiki whose articles are looked at
  /// @param links folder that `handsel readiness link` wrote or its `links.tsv`, or null
  /// @param wikidata entities as JSON, or null
  /// @param items `items.jsonl` of the release, or null
  /// @param measures folder of measures that says which files are used, or null
  /// @param least probability from which on a suggestion is made
  /// @param threads that unpack the dump
  public record Order(
      Path release,
      Path dump,
      @Nullable Path links,
      @Nullable Path wikidata,
      @Nullable Path items,
      @Nullable Path measures,
      double least,
      int threads) {}

  /// What came of it.
  ///
  /// @param unused files that were looked at
  /// @param depicting of them those that say what they show
  /// @param articles that were found in the dump
  /// @param partial whether part of the dump could not be read
  public record Result(
      List<Suggestion> suggestions, long unused, long depicting, long articles, boolean partial) {
    public Result {
      suggestions = List.copyOf(suggestions);
    }
  }

  public SuggestionRun(Order order) {
    this.order = order;
  }

  /// Suggests and writes `suggestions.tsv` and `suggestions.wiki` into a folder.
  public Result run(Path out, Progress progress) {
    List<Suggestions.UnusedFile> files = unused();
    Set<String> names = new HashSet<>();
    for (Suggestions.UnusedFile file : files) {
      file.names().forEach(name -> names.add(Suggestions.key(name)));
    }
    List<Suggestions.Linked> links = new ArrayList<>(linked());
    Set<String> wanted = new HashSet<>();
    ArticleImages.Read read =
        ArticleImages.of(
            order.dump(),
            order.threads(),
            database -> {
              links.addAll(items(database, links));
              links.forEach(link -> wanted.add(link.article()));
              return title -> wanted.contains(title) || names.contains(Suggestions.key(title));
            },
            progress);
    List<Suggestions.Article> articles = read.articles();
    List<Suggestion> suggestions = new Suggestions(order.least()).suggest(files, articles, links);
    write(out, suggestions);
    return new Result(
        suggestions,
        files.size(),
        files.stream()
            .filter(file -> !file.depicted().isEmpty() || !file.names().isEmpty())
            .count(),
        articles.size(),
        read.partial());
  }

  private List<Suggestions.UnusedFile> unused() {
    Set<String> used = used();
    Map<String, Depicted> ofItems = depictedOfItems();
    List<Suggestions.UnusedFile> files = new ArrayList<>();
    try (Stream<PlanEntry> entries = ReleaseFolder.open(order.release()).read()) {
      entries
          .filter(PlanEntry::ready)
          .forEach(entry -> {
            String name = PageNames.underscored(entry.title().replaceFirst("^[^:]*:", ""));
            if (!used.contains(name)) {
              Depicted depicted = ofItems.getOrDefault(entry.item(), new Depicted());
              statements(entry, depicted.ids);
              files.add(
                  new Suggestions.UnusedFile(
                      entry.title(), List.copyOf(depicted.ids), List.copyOf(depicted.names)));
            }
          });
    }
    return files;
  }

  private static final class Depicted {
    final Set<String> ids = new LinkedHashSet<>();
    final Set<String> names = new LinkedHashSet<>();
  }

  /// Items of Wikidata that a file's statements say it depicts (P180).
  private static void statements(PlanEntry entry, Set<String> ids) {
    JsonNode plan = Json.mapper().valueToTree(entry.structuredData());
    for (String part : List.of("claims", "statements")) {
      JsonNode claims = plan.path(part);
      List<JsonNode> all = new ArrayList<>();
      if (claims.isArray()) {
        claims.values().forEach(all::add);
      } else {
        claims.properties().forEach(one -> one.getValue().values().forEach(all::add));
      }
      for (JsonNode claim : all) {
        JsonNode snak = claim.path("mainsnak");
        String id = snak.path("datavalue").path("value").path("id").asString("");
        if (snak.path("property").asString("").equals("P180") && !id.isEmpty()) {
          ids.add(id);
        }
      }
    }
  }

  private Map<String, Depicted> depictedOfItems() {
    Map<String, Depicted> depicted = new HashMap<>();
    if (order.items() == null) {
      return depicted;
    }
    eachLine(
        order.items(),
        line -> {
          JsonNode item = Json.mapper().readTree(line);
          Depicted own =
              depicted.computeIfAbsent(item.path("id").asString(""), one -> new Depicted());
          for (String field : List.of("depicted", "place")) {
            for (JsonNode value : item.path("fields").path(field).values()) {
              String name = value.path("value").asString("");
              String qid = value.path("mapped").path("qid").asString("");
              if (!qid.isEmpty()) {
                own.ids.add(qid);
              } else if (!name.isBlank()) {
                own.names.add(name);
              }
            }
          }
        });
    return depicted;
  }

  private Set<String> used() {
    Set<String> used = new HashSet<>();
    if (order.measures() == null) {
      return used;
    }
    Measurement.ListTable files = new MeasureFolder(order.measures()).read().lists().get("files");
    if (files == null) {
      throw HandselException.usage(
          "%s: expected a measurement that lists its files, found none. Measure with --pages, --cim or --wiki."
              .formatted(order.measures()));
    }
    int file = files.header().indexOf("file");
    int usages = files.header().indexOf("usages");
    for (List<String> row : files.rows()) {
      if (!row.get(usages).equals("0")) {
        used.add(PageNames.underscored(row.get(file)));
      }
    }
    return used;
  }

  /// Links of the dump's biographies to the authority file.
  private List<Suggestions.Linked> linked() {
    List<Suggestions.Linked> links = new ArrayList<>();
    if (order.links() == null) {
      return links;
    }
    try (LinkFiles rows = LinkFiles.open(order.links())) {
      for (LinkRow row = rows.next(); row != null; row = rows.next()) {
        if (row.linked()) {
          links.add(
              new Suggestions.Linked(
                  row.person().replace('_', ' '), row.record(), row.probability()));
        }
      }
    }
    return links;
  }

  /// Links that Wikidata's own pages give, and those of an authority record whose item is known.
  private List<Suggestions.Linked> items(String database, List<Suggestions.Linked> links) {
    List<Suggestions.Linked> more = new ArrayList<>();
    if (order.wikidata() == null) {
      return more;
    }
    Map<String, List<Suggestions.Linked>> byRecord = new HashMap<>();
    for (Suggestions.Linked link : links) {
      byRecord.computeIfAbsent(link.authority(), id -> new ArrayList<>()).add(link);
    }
    PersonFiles.items(
        order.wikidata(),
        database,
        item -> {
          if (!item.title().isEmpty()) {
            more.add(new Suggestions.Linked(item.title(), item.id(), 1));
            return;
          }
          for (List<String> values : item.identifiers().values()) {
            for (String value : values) {
              for (Suggestions.Linked link : byRecord.getOrDefault(value, List.of())) {
                more.add(new Suggestions.Linked(link.article(), item.id(), link.probability()));
              }
            }
          }
        });
    return more;
  }

  @FunctionalInterface
  private interface Taking {
    void take(String line) throws IOException;
  }

  private static void eachLine(Path file, Taking taking) {
    long number = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          taking.take(line);
        }
      }
    } catch (JacksonException | NumberFormatException e) {
      throw HandselException.input(
          "%s, line %d: damaged (%s). Make the file again."
              .formatted(file, number, e.getMessage()));
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s). Check the path.".formatted(file, DurableFiles.reason(e)));
    }
  }

  private static void write(Path out, List<Suggestion> suggestions) {
    DurableFiles.replace(
        out.resolve("suggestions.tsv"),
        writer -> {
          writer.write(
              Tsv.row(List.of("file", "article", "probability", "basis", "depicted")) + "\n");
          for (Suggestion one : suggestions) {
            writer.write(
                Tsv.row(
                        List.of(
                            one.file(),
                            one.article(),
                            String.format(Locale.ROOT, "%.3f", one.probability()),
                            one.basis(),
                            one.depicted()))
                    + "\n");
          }
        });
    DurableFiles.replace(
        out.resolve("suggestions.wiki"),
        writer -> {
          for (Suggestion one : suggestions) {
            writer.write(
                "* [[:%s]]: [[:%s]] (%s: %s, %s)%n"
                    .formatted(
                        one.article().replaceAll("[\\[\\]|{}<>]", ""),
                        one.file().replaceAll("[\\[\\]|{}<>]", ""),
                        one.basis(),
                        Wikitext.escape(one.depicted()),
                        String.format(Locale.ROOT, "%.2f", one.probability())));
          }
        });
  }

  /// Reads what a run wrote; none where there is no such file.
  public static List<Suggestion> read(Path folder) {
    Path file = folder.resolve("suggestions.tsv");
    List<Suggestion> suggestions = new ArrayList<>();
    if (!Files.exists(file)) {
      return suggestions;
    }
    eachLine(
        file,
        line -> {
          List<String> cells = Tsv.cells(line);
          if (cells.size() == 5 && !cells.get(2).equals("probability")) {
            suggestions.add(
                new Suggestion(
                    cells.get(0),
                    cells.get(1),
                    Double.parseDouble(cells.get(2)),
                    cells.get(3),
                    cells.get(4)));
          }
        });
    return suggestions;
  }
}
