package org.handsel.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.Wiki;

/// What a wiki holds of one file, found by asking for its title and its bytes.
sealed interface WikiWord {
  /// The title holds these bytes.
  record Here(FileOnWiki file) implements WikiWord {}

  /// Another title holds these bytes.
  record Elsewhere(FileOnWiki file, List<String> titles) implements WikiWord {}

  /// The title is taken by something else.
  record Taken(FileOnWiki file) implements WikiWord {}

  /// Neither title nor bytes are known to the wiki.
  record Nothing() implements WikiWord {}

  /// A file to ask about.
  record Question(String title, String sha1) {}

  /// Asks about many files at once: titles 50 to a request, bytes one to a request.
  static Reply<Map<Question, WikiWord>> ask(Wiki wiki, List<Question> questions) {
    Reply<Map<String, FileOnWiki>> byTitle = wiki.files(titles(questions));
    if (byTitle instanceof Reply.No<Map<String, FileOnWiki>>(var failure)) {
      return new Reply.No<>(failure);
    }
    Map<String, FileOnWiki> files = byTitle.orThrow("titles");
    List<String> unknown = new ArrayList<>();
    for (Question question : questions) {
      if (!at(files, question.title()).holds(question.sha1())) {
        unknown.add(question.sha1());
      }
    }
    return answer(wiki, questions, files, wiki.filesBySha1(unknown));
  }

  /// The same in the time of one answer instead of two, by asking for the bytes of all files while
  /// it is asked for their titles. For questions that somebody waits for.
  static Reply<Map<Question, WikiWord>> askAtOnce(Wiki wiki, List<Question> questions) {
    CompletableFuture<Reply<Map<String, List<String>>>> bySha1 = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            bySha1.complete(wiki.filesBySha1(questions.stream().map(Question::sha1).toList()));
          } catch (RuntimeException | Error e) {
            bySha1.completeExceptionally(e);
          }
        });
    Reply<Map<String, FileOnWiki>> byTitle = wiki.files(titles(questions));
    Reply<Map<String, List<String>>> elsewhere = bySha1.join();
    return byTitle instanceof Reply.No<Map<String, FileOnWiki>>(var failure)
        ? new Reply.No<>(failure)
        : answer(wiki, questions, byTitle.orThrow("titles"), elsewhere);
  }

  private static List<String> titles(List<Question> questions) {
    return questions.stream().map(Question::title).toList();
  }

  private static Reply<Map<Question, WikiWord>> answer(
      Wiki wiki,
      List<Question> questions,
      Map<String, FileOnWiki> byTitle,
      Reply<Map<String, List<String>>> bySha1) {
    if (bySha1 instanceof Reply.No<Map<String, List<String>>>(var failure)) {
      return new Reply.No<>(failure);
    }
    Map<String, List<String>> elsewhere = bySha1.orThrow("bytes");
    Set<String> others = new LinkedHashSet<>();
    elsewhere.values().forEach(titles -> others.add(titles.getFirst()));
    Reply<Map<String, FileOnWiki>> pages = wiki.files(others);
    if (pages instanceof Reply.No<Map<String, FileOnWiki>>(var failure)) {
      return new Reply.No<>(failure);
    }
    Map<String, FileOnWiki> files = new LinkedHashMap<>(byTitle);
    files.putAll(pages.orThrow("pages"));
    Map<Question, WikiWord> words = new LinkedHashMap<>();
    for (Question question : questions) {
      words.put(question, word(question, files, elsewhere));
    }
    return new Reply.Value<>(words);
  }

  static Reply<WikiWord> ask(Wiki wiki, Question question) {
    return ask(wiki, List.of(question))
        .map(words -> java.util.Objects.requireNonNull(words.get(question)));
  }

  private static WikiWord word(
      Question question, Map<String, FileOnWiki> files, Map<String, List<String>> elsewhere) {
    FileOnWiki own = at(files, question.title());
    if (own.holds(question.sha1())) {
      return new Here(own);
    }
    List<String> titles = elsewhere.getOrDefault(question.sha1(), List.of());
    if (!titles.isEmpty()) {
      FileOnWiki first = at(files, titles.getFirst());
      // Asked at different times: the file may have come to its own title in between.
      if (titles.getFirst().equals(question.title()) && first.holds(question.sha1())) {
        return new Here(first);
      }
      return new Elsewhere(first, titles);
    }
    return own.free() ? new Nothing() : new Taken(own);
  }

  private static FileOnWiki at(Map<String, FileOnWiki> files, String title) {
    return files.getOrDefault(title, new FileOnWiki(title, 0, false, "", 0, "", ""));
  }
}
