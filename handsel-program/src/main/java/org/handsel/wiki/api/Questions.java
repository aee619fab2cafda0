package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;

/// What a wiki has under titles and checksums, asked for in portions. Safe for use by many threads.
final class Questions {
  private static final int TITLES_PER_QUESTION = 50;

  private final Session session;
  private final Transport transport;
  private final Semaphore lookups;

  /// @param lookups how many questions for checksums are in flight at a time
  Questions(Session session, Transport transport, int lookups) {
    this.session = session;
    this.transport = transport;
    this.lookups = new Semaphore(lookups);
  }

  Reply<Set<String>> existing(Collection<String> titles) {
    return pages(titles, Map.of("prop", "info"))
        .map(pages -> {
          Set<String> existing = new LinkedHashSet<>();
          pages.forEach((title, page) -> {
            if (AnswerReader.exists(page)) {
              existing.add(title);
            }
          });
          return existing;
        });
  }

  Reply<Map<String, FileOnWiki>> files(Collection<String> titles) {
    return pages(titles, Map.of("prop", "info|imageinfo", "iiprop", "sha1|size|user|timestamp|url"))
        .map(pages -> {
          Map<String, FileOnWiki> files = new LinkedHashMap<>();
          for (String title : titles) {
            JsonNode page = pages.get(title);
            files.put(
                title,
                page == null
                    ? new FileOnWiki(title, 0, false, "", 0, "", "")
                    : AnswerReader.file(page));
          }
          return files;
        });
  }

  Reply<Map<String, List<String>>> filesBySha1(Collection<String> sha1s) {
    Map<String, Future<Reply<List<String>>>> asked = new LinkedHashMap<>();
    Map<String, List<String>> found = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String sha1 : new LinkedHashSet<>(sha1s)) {
        asked.put(sha1, threads.submit(() -> lookUp(sha1)));
      }
      for (Map.Entry<String, Future<Reply<List<String>>>> one : asked.entrySet()) {
        switch (one.getValue().get()) {
          case Reply.No<List<String>>(ApiFailure failure) -> {
            threads.shutdownNow();
            return new Reply.No<>(failure);
          }
          case Reply.Value<List<String>>(List<String> titles) -> {
            if (!titles.isEmpty()) {
              found.put(one.getKey(), titles);
            }
          }
        }
      }
      return new Reply.Value<>(found);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.No<>(transport.failure(ApiFailure.NO_ANSWER, "interrupted"));
    }
  }

  Reply<Optional<String>> pageText(String title) {
    return pages(
            List.of(title), Map.of("prop", "revisions", "rvprop", "content", "rvslots", "main"))
        .map(pages ->
            Optional.ofNullable(pages.get(title))
                .flatMap(page ->
                    page.path("revisions")
                        .path(0)
                        .path("slots")
                        .path("main")
                        .path("content")
                        .asStringOpt()));
  }

  Reply<Optional<PageText>> page(String title) {
    return pages(
            List.of(title), Map.of("prop", "revisions", "rvprop", "ids|content", "rvslots", "main"))
        .map(pages -> Optional.ofNullable(pages.get(title)).flatMap(AnswerReader::pageText));
  }

  Reply<Map<String, Entity>> entities(Collection<String> ids) {
    Map<String, Entity> entities = new LinkedHashMap<>();
    for (List<String> some : portions(ids)) {
      Reply<JsonNode> reply =
          session.ask(Map.of("action", "wbgetentities", "ids", String.join("|", some)));
      switch (reply) {
        case Reply.No<JsonNode>(ApiFailure failure) -> {
          return new Reply.No<>(failure);
        }
        case Reply.Value<JsonNode>(JsonNode body) ->
            body.path("entities")
                .properties()
                .forEach(
                    one -> entities.put(one.getKey(), Entity.read(one.getKey(), one.getValue())));
      }
    }
    return new Reply.Value<>(entities);
  }

  Reply<Map<String, Set<String>>> categories(Collection<String> titles) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (List<String> some : portions(titles)) {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("action", "query");
      parameters.put("prop", "categories");
      parameters.put("cllimit", "max");
      parameters.put("titles", String.join("|", some));
      for (boolean more = true; more; ) {
        switch (session.ask(parameters)) {
          case Reply.No<JsonNode>(ApiFailure failure) -> {
            return new Reply.No<>(failure);
          }
          case Reply.Value<JsonNode>(JsonNode body) -> {
            AnswerReader.pages(body, some)
                .forEach((title, page) ->
                    page.path("categories")
                        .values()
                        .forEach(category ->
                            found
                                .computeIfAbsent(title, key -> new LinkedHashSet<>())
                                .add(category.path("title").asString(""))));
            more = body.has("continue");
            body.path("continue")
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asString("")));
          }
        }
      }
    }
    return new Reply.Value<>(found);
  }

  private Reply<List<String>> lookUp(String sha1) throws InterruptedException {
    lookups.acquire();
    try {
      return session
          .ask(
              Map.of(
                  "action",
                  "query",
                  "list",
                  "allimages",
                  "aisha1",
                  sha1,
                  "ailimit",
                  "50",
                  "aiprop",
                  "sha1"))
          .map(body -> {
            List<String> titles = new ArrayList<>();
            body.path("query")
                .path("allimages")
                .values()
                .forEach(image -> titles.add(image.path("title").asString("")));
            return List.copyOf(titles);
          });
    } finally {
      lookups.release();
    }
  }

  private Reply<Map<String, JsonNode>> pages(
      Collection<String> titles, Map<String, String> properties) {
    Map<String, JsonNode> pages = new LinkedHashMap<>();
    for (List<String> some : portions(titles.stream().filter(t -> !t.contains("|")).toList())) {
      Map<String, String> parameters = new LinkedHashMap<>(properties);
      parameters.put("action", "query");
      parameters.put("titles", String.join("|", some));
      switch (session.ask(parameters)) {
        case Reply.No<JsonNode>(ApiFailure failure) -> {
          return new Reply.No<>(failure);
        }
        case Reply.Value<JsonNode>(JsonNode body) -> pages.putAll(AnswerReader.pages(body, some));
      }
    }
    return new Reply.Value<>(pages);
  }

  private static List<List<String>> portions(Collection<String> all) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(all));
    List<List<String>> portions = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += TITLES_PER_QUESTION) {
      portions.add(distinct.subList(from, Math.min(distinct.size(), from + TITLES_PER_QUESTION)));
    }
    return portions;
  }
}
