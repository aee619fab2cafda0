package org.handsel.wiki.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the records of this package out of answers in `formatversion=2`.
final class AnswerReader {
  private AnswerReader() {}

  static Account account(JsonNode user) {
    return new Account(
        user.path("name").asString(""),
        texts(user.path("rights")),
        texts(user.path("groups")),
        uploadLimit(user.path("ratelimits").path("upload")));
  }

  /// Of the limits of several groups the most generous counts, as in MediaWiki.
  private static Account.@Nullable RateLimit uploadLimit(JsonNode limits) {
    List<Account.RateLimit> found = new ArrayList<>();
    for (JsonNode limit : limits.values()) {
      int hits = limit.path("hits").asInt(0);
      long seconds = limit.path("seconds").asLong(0);
      if (hits > 0 && seconds > 0) {
        found.add(new Account.RateLimit(hits, Duration.ofSeconds(seconds)));
      }
    }
    return found.stream()
        .max(Comparator.comparingDouble(Account.RateLimit::perSecond))
        .orElse(null);
  }

  /// The pages of a query under the titles that were asked for.
  static Map<String, JsonNode> pages(JsonNode body, Iterable<String> asked) {
    JsonNode query = body.path("query");
    Map<String, String> normalized = new HashMap<>();
    for (JsonNode change : query.path("normalized").values()) {
      normalized.put(change.path("from").asString(""), change.path("to").asString(""));
    }
    Map<String, JsonNode> byTitle = new HashMap<>();
    for (JsonNode page : query.path("pages").values()) {
      byTitle.put(page.path("title").asString(""), page);
    }
    Map<String, JsonNode> pages = new LinkedHashMap<>();
    for (String title : asked) {
      JsonNode page = byTitle.get(normalized.getOrDefault(title, title));
      if (page != null) {
        pages.put(title, page);
      }
    }
    return pages;
  }

  static java.util.Optional<PageText> pageText(JsonNode page) {
    JsonNode revision = page.path("revisions").path(0);
    return revision
        .path("slots")
        .path("main")
        .path("content")
        .asStringOpt()
        .map(text ->
            new PageText(page.path("title").asString(""), revision.path("revid").asLong(0), text));
  }

  static boolean exists(JsonNode page) {
    return !page.path("invalid").asBoolean(false)
        && (!page.path("missing").asBoolean(false) || page.path("known").asBoolean(false));
  }

  static FileOnWiki file(JsonNode page) {
    JsonNode version = page.path("imageinfo").path(0);
    return new FileOnWiki(
        page.path("title").asString(""),
        page.path("pageid").asLong(0),
        page.path("redirect").asBoolean(false),
        version.path("sha1").asString(""),
        version.path("size").asLong(0),
        version.path("user").asString(""),
        version.path("descriptionurl").asString(""));
  }

  static UploadAnswer upload(JsonNode body, FileUpload upload, Transport transport) {
    return result(body.path("upload"), upload, transport);
  }

  static UploadAnswer result(JsonNode result, FileUpload upload, Transport transport) {
    JsonNode info = result.path("imageinfo");
    return switch (result.path("result").asString("")) {
      case "Success" ->
          new UploadAnswer.Published(
              "File:" + result.path("filename").asString(upload.filename()).replace('_', ' '),
              info.path("sha1").asString(""),
              info.path("descriptionurl").asString(""));
      case "Warning" ->
          new UploadAnswer.Warned(
              result.path("filekey").asString(""), warnings(result.path("warnings")));
      case "Failure" -> new UploadAnswer.Failed(refused(result, "upload-failure", transport));
      // Neither yes nor no, so it may have acted: the wiki is asked.
      default ->
          new UploadAnswer.Failed(
              transport.failure(
                  ApiFailure.NOT_AN_ANSWER,
                  "expected the result of an upload, found \"%s\""
                      .formatted(result.path("result").asString("none"))));
    };
  }

  /// What an extension has against it that says so in an answer which is no error.
  ///
  /// @param code where the answer names none
  static ApiFailure refused(JsonNode result, String code, Transport transport) {
    JsonNode captcha = result.path("captcha");
    if (captcha.isObject()) {
      String question = captcha.path("question").asString("");
      return transport.failure(
          "captcha",
          "the wiki wants a question answered" + (question.isEmpty() ? "" : ": " + question));
    }
    return transport.failure(
        result.path("code").asString(code), result.path("info").asString("the wiki said Failure"));
  }

  static Map<String, List<String>> warnings(JsonNode warnings) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> warning : warnings.properties()) {
      JsonNode value = warning.getValue();
      List<String> words = new ArrayList<>();
      if (value.isArray()) {
        value.values().forEach(one -> words.add(word(one)));
      } else if (!value.isBoolean()) {
        words.add(word(value));
      }
      found.put(warning.getKey(), words);
    }
    return found;
  }

  private static String word(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString("");
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.values().forEach(text -> texts.add(text.asString("")));
    return texts;
  }
}
