package org.handsel.impact;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.Holdings;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.markup.Namespaces;
import org.jspecify.annotations.Nullable;

/// Counts use, descriptions and changes of files on a wiki as they are now, in questions of fifty
/// files. Files of which the wiki does not tell are counted as unknown.
final class LiveCount {
  private final Wiki wiki;
  private final Holdings holdings;
  private final LiveScope scope;
  private final List<DataProblem> problems;
  private final UsageTally uses = new UsageTally();
  private final Set<String> contributors = new HashSet<>();
  private final Set<String> editors = new HashSet<>();
  private final Map<YearMonth, Long> edits = new TreeMap<>();
  private final Map<String, Namespaces> namespaces = new TreeMap<>();
  private long unknownUse;
  private long asked;
  private long otherNamespaces;
  private long guessed;
  private long missing;
  private long described;
  private long captioned;
  private long structured;
  private long categorised;
  private long changesOf;

  LiveCount(Wiki wiki, LiveScope scope, List<DataProblem> problems) {
    this.wiki = wiki;
    this.holdings = new Holdings(wiki);
    this.scope = scope;
    this.problems = problems;
  }

  /// @param files titles with their namespace
  void read(List<String> files, Progress progress) {
    asked = files.size();
    progress.total(files.size() + Math.min(files.size(), scope.mostFiles()));
    for (int from = 0; from < files.size(); from += Holdings.TITLES) {
      List<String> some = files.subList(from, Math.min(files.size(), from + Holdings.TITLES));
      uses(some);
      kept(some);
      progress.step(some.size(), some.getFirst());
    }
    String begin = scope.from().atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toString();
    String end =
        scope
            .to()
            .plusMonths(1)
            .atDay(1)
            .atStartOfDay()
            .minusSeconds(1)
            .toInstant(ZoneOffset.UTC)
            .toString();
    for (String file : files.subList(0, Math.min(files.size(), scope.mostFiles()))) {
      changes(file, begin, end);
      progress.step(1, file);
    }
  }

  private void uses(List<String> files) {
    switch (holdings.uses(files)) {
      case Reply.No<Map<String, List<Holdings.Use>>>(ApiFailure failure) -> {
        unknownUse += files.size();
        lost("use", files, failure);
      }
      case Reply.Value<Map<String, List<Holdings.Use>>>(Map<String, List<Holdings.Use>> all) -> {
        for (String file : files) {
          List<Holdings.Use> own = all.get(file);
          if (own == null) {
            missing++;
          } else {
            own.forEach(use -> use(file, use));
          }
        }
      }
    }
  }

  private void use(String file, Holdings.Use use) {
    String project = PageNames.project(use.wiki(), use.url());
    int namespace = use.namespace() == null ? guess(project, use.title()) : use.namespace();
    if (namespace != 0 && !scope.allNamespaces()) {
      otherNamespaces++;
      return;
    }
    uses.page(
        project,
        PageNames.title(use.title(), use.url()),
        use.url(),
        List.of(PageNames.underscored(file.replaceFirst("^[^:]*:", ""))));
  }

  /// By the names of the language's namespaces, where the wiki does not give the number.
  private int guess(String project, String title) {
    guessed++;
    int colon = title.indexOf(':');
    if (colon <= 0) {
      return 0;
    }
    String language = UsageTally.language(project);
    return namespaces
        .computeIfAbsent(language, one -> Namespaces.of(one, Map.of(), true))
        .number(title.substring(0, colon).replace('_', ' '))
        .orElse(0);
  }

  private void kept(List<String> files) {
    switch (holdings.kept(files)) {
      case Reply.No<List<Holdings.Kept>>(ApiFailure failure) ->
          lost("descriptions", files, failure);
      case Reply.Value<List<Holdings.Kept>>(List<Holdings.Kept> all) -> {
        List<String> ids = new ArrayList<>();
        for (Holdings.Kept one : all) {
          if (one.page() > 0) {
            contributors.addAll(one.contributors());
            categorised += one.categories() > 0 ? 1 : 0;
            ids.add("M" + one.page());
          }
        }
        switch (wiki.entities(ids)) {
          case Reply.No<Map<String, Entity>>(ApiFailure failure) ->
              lost("structured data", files, failure);
          case Reply.Value<Map<String, Entity>>(Map<String, Entity> entities) -> {
            described += ids.size();
            for (Entity entity : entities.values()) {
              captioned += entity.labels().isEmpty() ? 0 : 1;
              structured += entity.statements().isEmpty() ? 0 : 1;
            }
          }
        }
      }
    }
  }

  private void changes(String file, String begin, String end) {
    switch (holdings.changes(file, begin, end)) {
      case Reply.No<List<Holdings.Change>>(ApiFailure failure) ->
          lost("changes", List.of(file), failure);
      case Reply.Value<List<Holdings.Change>>(List<Holdings.Change> all) -> {
        changesOf++;
        for (Holdings.Change one : all) {
          YearMonth month = CimFile.month(one.at());
          if (month != null && !month.isBefore(scope.from()) && !month.isAfter(scope.to())) {
            edits.merge(month, 1L, Long::sum);
            editors.add(one.user());
          }
        }
      }
    }
  }

  private void lost(String what, List<String> files, ApiFailure failure) {
    problems.add(
        new DataProblem(
            files.size() == 1
                ? files.getFirst()
                : "%s and %d more".formatted(files.getFirst(), files.size() - 1),
            "NO_ANSWER",
            failure.code(),
            "their %s are unknown: %s".formatted(what, failure.sentence()),
            true));
  }

  UsageTally uses() {
    return uses;
  }

  /// Sentences on what the numbers of use lack.
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    if (unknownUse > 0) {
      gaps.add(
          "the use of %,d of %,d files is unknown: the wiki gave no usable answer"
              .formatted(unknownUse, asked));
    }
    if (missing > 0) {
      gaps.add("%,d files are not on the wiki any more".formatted(missing));
    }
    if (otherNamespaces > 0) {
      gaps.add("%,d uses outside of the main namespace are not counted".formatted(otherNamespaces));
    }
    if (guessed > 0) {
      gaps.add(
          "the wiki does not give the namespace of %,d uses; it is taken from the page's name"
              .formatted(guessed));
    }
    return gaps;
  }

  /// Whether the use of no file at all is known.
  boolean useUnknown() {
    return asked > 0 && unknownUse == asked;
  }

  /// Adds how files are described and who changed them.
  void measure(MeasureList list) {
    Map<String, Object> of = Map.of("files-looked-at", described);
    List<String> gaps =
        described == asked
            ? List.of()
            : List.of("known of %,d of %,d files".formatted(described, asked));
    boolean known = described > 0 || asked == 0;
    list.add("captioned", known ? (Number) captioned : null, of, gaps);
    list.add("structured", known ? (Number) structured : null, of, gaps);
    list.add("categorised", known ? (Number) categorised : null, of, gaps);
    list.add("contributors", known ? (Number) contributors.size() : null, of, gaps);
    Map<String, Object> period =
        Map.of(
            "from",
            scope.from().toString(),
            "to",
            scope.to().toString(),
            "files-looked-at",
            changesOf);
    List<String> partial =
        changesOf == asked
            ? List.of()
            : List.of("changes of %,d of %,d files are known".formatted(changesOf, asked));
    @Nullable Number sum =
        changesOf == 0 && asked > 0
            ? null
            : (Number) edits.values().stream().mapToLong(Long::longValue).sum();
    list.add("edits", sum, period, partial);
    list.add("editors", sum == null ? null : (Number) editors.size(), period, partial);
  }
}
