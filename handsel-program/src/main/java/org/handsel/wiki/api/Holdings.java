package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a wiki holds of files: members of categories, where files are used on all wikis, who
/// changed them and how well they are described. Every answer is read to its end, over as many
/// requests as the wiki wants; an answer that breaks off is no answer.
///
/// Questions go as POST, because long titles make addresses too long (HTTP 414). Safe for use by
/// many threads.
public final class Holdings {
  /// Titles that one question may name.
  public static final int TITLES = 50;

  private static final int ROUNDS = 100_000;

  private final Wiki wiki;

  public Holdings(Wiki wiki) {
    this.wiki = wiki;
  }

  /// A member of a category.
  ///
  /// @param category whether it is a category itself; otherwise a file
  public record Member(String title, boolean category) {}

  /// A page that shows a file.
  ///
  /// @param wiki as the extension GlobalUsage names it, such as `de.wikipedia.org`
  /// @param namespace number, or null where the wiki does not say
  public record Use(String wiki, String title, @Nullable Integer namespace, String url) {}

  /// A file and how its page is kept.
  ///
  /// @param page number of the page, 0 where the wiki has no such file
  /// @param categories that are not hidden
  /// @param contributors registered users who ever changed it
  /// @param anonymous how many others did
  public record Kept(
      String title, long page, int categories, Set<String> contributors, int anonymous) {
    public Kept {
      contributors = Set.copyOf(contributors);
    }
  }

  /// One change of a page.
  ///
  /// @param at ISO 8601 in UTC
  public record Change(String user, String at) {}

  /// Files and subcategories directly in a category.
  public Reply<List<Member>> members(String category) {
    Map<String, String> question = new LinkedHashMap<>();
    question.put("action", "query");
    question.put("list", "categorymembers");
    question.put("cmtitle", category);
    question.put("cmtype", "file|subcat");
    question.put("cmprop", "title|type");
    question.put("cmlimit", "max");
    List<Member> members = new ArrayList<>();
    return whole(
        question,
        query -> {
          for (JsonNode member : query.path("categorymembers").values()) {
            String type = member.path("type").asString("");
            int namespace = member.path("ns").asInt(-1);
            if (type.equals("subcat") || namespace == 14) {
              members.add(new Member(member.path("title").asString(""), true));
            } else if (type.equals("file") || namespace == 6) {
              members.add(new Member(member.path("title").asString(""), false));
            }
          }
        },
        members);
  }

  /// Where files are used; a file without use has an empty list, one that the wiki does not have
  /// none.
  ///
  /// @param titles at most [#TITLES]
  public Reply<Map<String, List<Use>>> uses(Collection<String> titles) {
    Map<String, String> question = about(titles);
    question.put("prop", "globalusage");
    question.put("guprop", "url|namespace");
    question.put("gulimit", "max");
    Map<String, List<Use>> uses = new HashMap<>();
    Map<String, String> normalized = new HashMap<>();
    Reply<Map<String, List<Use>>> reply =
        whole(
            question,
            query -> {
              for (JsonNode change : query.path("normalized").values()) {
                normalized.put(change.path("from").asString(""), change.path("to").asString(""));
              }
              for (JsonNode page : query.path("pages").values()) {
                if (page.path("missing").asBoolean(false) && !page.has("globalusage")) {
                  continue;
                }
                List<Use> own =
                    uses.computeIfAbsent(page.path("title").asString(""), one -> new ArrayList<>());
                for (JsonNode use : page.path("globalusage").values()) {
                  own.add(
                      new Use(
                          use.path("wiki").asString(""),
                          use.path("title").asString(""),
                          number(use.path("ns")),
                          use.path("url").asString("")));
                }
              }
            },
            uses);
    normalized.forEach((from, to) -> {
      List<Use> own = uses.get(to);
      if (own != null) {
        uses.put(from, own);
      }
    });
    return reply;
  }

  /// Numbers come as text or as numbers.
  private static @Nullable Integer number(JsonNode value) {
    String text = value.isMissingNode() || value.isNull() ? "" : value.asString("");
    return text.matches("-?[0-9]{1,6}") ? Integer.valueOf(text) : null;
  }

  /// How files are kept.
  ///
  /// @param titles at most [#TITLES]
  public Reply<List<Kept>> kept(Collection<String> titles) {
    Map<String, String> question = about(titles);
    question.put("prop", "categories|contributors");
    question.put("clshow", "!hidden");
    question.put("cllimit", "max");
    question.put("pclimit", "max");
    Map<String, Growing> pages = new LinkedHashMap<>();
    return whole(
            question,
            query -> {
              for (JsonNode page : query.path("pages").values()) {
                if (!page.path("missing").asBoolean(false)) {
                  pages
                      .computeIfAbsent(page.path("title").asString(""), one -> new Growing())
                      .add(page);
                }
              }
            },
            pages)
        .map(all -> {
          List<Kept> kept = new ArrayList<>();
          all.forEach((title, page) ->
              kept.add(
                  new Kept(
                      title, page.id, page.categories.size(), page.contributors, page.anonymous)));
          return kept;
        });
  }

  /// What several answers say about one page.
  private static final class Growing {
    private final Set<String> categories = new LinkedHashSet<>();
    private final Set<String> contributors = new LinkedHashSet<>();
    private int anonymous;
    private long id;

    void add(JsonNode page) {
      id = page.path("pageid").asLong(0);
      page.path("categories")
          .values()
          .forEach(one -> categories.add(one.path("title").asString("")));
      page.path("contributors")
          .values()
          .forEach(one -> contributors.add(one.path("name").asString("")));
      anonymous = Math.max(anonymous, page.path("anoncontributors").asInt(0));
    }
  }

  /// Changes of one page in a time, the newest first.
  ///
  /// @param from first moment, ISO 8601 in UTC
  /// @param to last moment
  public Reply<List<Change>> changes(String title, String from, String to) {
    Map<String, String> question = about(List.of(title));
    question.put("prop", "revisions");
    question.put("rvprop", "user|timestamp");
    question.put("rvlimit", "max");
    question.put("rvstart", to);
    question.put("rvend", from);
    List<Change> changes = new ArrayList<>();
    return whole(
        question,
        query -> {
          for (JsonNode page : query.path("pages").values()) {
            for (JsonNode one : page.path("revisions").values()) {
              changes.add(
                  new Change(one.path("user").asString(""), one.path("timestamp").asString("")));
            }
          }
        },
        changes);
  }

  private static Map<String, String> about(Collection<String> titles) {
    if (titles.size() > TITLES) {
      throw new IllegalArgumentException("at most %d titles a question".formatted(TITLES));
    }
    Map<String, String> question = new LinkedHashMap<>();
    question.put("action", "query");
    question.put("titles", String.join("|", titles));
    return question;
  }

  /// Asks until the wiki has nothing to continue with.
  private <T> Reply<T> whole(Map<String, String> question, Consumer<JsonNode> reading, T read) {
    Map<String, String> next = new LinkedHashMap<>(question);
    Set<String> seen = new LinkedHashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      switch (wiki.ask(next)) {
        case Reply.No<JsonNode>(ApiFailure failure) -> {
          return new Reply.No<>(failure);
        }
        case Reply.Value<JsonNode>(JsonNode body) -> {
          // Unknown parts of a question are left out with a warning: silence is not "none".
          if (body.path("warnings").toString().contains("Unrecognized value")) {
            return new Reply.No<>(
                wiki.failure(
                    "not-supported",
                    "the wiki does not know what it was asked: "
                        + body.path("warnings").toString()));
          }
          reading.accept(body.path("query"));
          JsonNode more = body.path("continue");
          if (!more.isObject()) {
            return new Reply.Value<>(read);
          }
          if (!seen.add(more.toString())) {
            return new Reply.No<>(
                wiki.failure("continue-repeats", "the wiki sends the same continuation again"));
          }
          next = new LinkedHashMap<>(question);
          for (Map.Entry<String, JsonNode> one : more.properties()) {
            next.put(one.getKey(), one.getValue().asString(""));
          }
        }
      }
    }
    return new Reply.No<>(wiki.failure("continue-endless", "the answer does not end"));
  }
}
