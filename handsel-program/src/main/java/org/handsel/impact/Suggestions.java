package org.handsel.impact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds articles without an image for files without a use: by the authority record that a file
/// depicts and an article is linked to, and, with less certainty, by a name that only one article
/// has. A list for editors; nobody's page is changed.
///
/// Immutable; safe for use by many threads.
public final class Suggestions {
  /// A name alone is right in three of four cases at best; editors see that it is only a name.
  private static final double BY_NAME = 0.6;

  private final double least;

  /// @param least probability from which on a suggestion is made
  public Suggestions(double least) {
    this.least = least;
  }

  /// A file without a use.
  ///
  /// @param depicted ids of authority records of depicted persons and places
  /// @param names names of depicted persons and places
  public record UnusedFile(String file, List<String> depicted, List<String> names) {}

  /// An article.
  ///
  /// @param images how many it has now
  public record Article(String title, long images) {}

  /// A judged pair of an article and an authority record.
  public record Linked(String article, String authority, double probability) {}

  /// Suggests, the surest first. A file is offered to an article once, an article at most five
  /// files.
  public List<Suggestion> suggest(
      List<UnusedFile> files, List<Article> articles, List<Linked> links) {
    Map<String, Article> known = new HashMap<>();
    Map<String, List<String>> byName = new HashMap<>();
    for (Article article : articles) {
      known.put(article.title(), article);
      byName.computeIfAbsent(key(article.title()), name -> new ArrayList<>()).add(article.title());
    }
    Map<String, List<Linked>> byAuthority = new HashMap<>();
    Set<String> linked = new HashSet<>();
    for (Linked link : links) {
      byAuthority.computeIfAbsent(link.authority(), id -> new ArrayList<>()).add(link);
      linked.add(link.article());
    }
    List<Suggestion> all = new ArrayList<>();
    for (UnusedFile file : files) {
      Map<String, Suggestion> own = new HashMap<>();
      for (String id : file.depicted()) {
        for (Linked link : byAuthority.getOrDefault(id, List.of())) {
          offer(own, known, file, link.article(), link.probability(), "authority", id);
        }
      }
      if (own.isEmpty() && file.depicted().isEmpty()) {
        for (String name : file.names()) {
          List<String> titles = byName.getOrDefault(key(name), List.of());
          boolean sole = titles.size() == 1 && !linked.contains(titles.getFirst());
          if (sole) {
            offer(own, known, file, titles.getFirst(), BY_NAME, "name", name);
          }
        }
      }
      all.addAll(own.values());
    }
    return bounded(all);
  }

  private void offer(
      Map<String, Suggestion> own,
      Map<String, Article> known,
      UnusedFile file,
      String title,
      double probability,
      String basis,
      String depicted) {
    Article article = known.get(title);
    if (article != null && article.images() == 0 && probability >= least) {
      own.merge(
          title,
          new Suggestion(file.file(), title, probability, basis, depicted),
          (a, b) -> a.probability() >= b.probability() ? a : b);
    }
  }

  private static List<Suggestion> bounded(List<Suggestion> all) {
    all.sort(
        Comparator.comparingDouble((Suggestion one) -> -one.probability())
            .thenComparing(Suggestion::article)
            .thenComparing(Suggestion::file));
    Map<String, Integer> given = new HashMap<>();
    List<Suggestion> kept = new ArrayList<>();
    for (Suggestion one : all) {
      if (given.merge(one.article(), 1, Integer::sum) <= 5) {
        kept.add(one);
      }
    }
    return kept;
  }

  /// A name without case, accents and what stands in brackets.
  static String key(String name) {
    String bare = name.replace('_', ' ').replaceAll("\\s*\\([^)]*\\)$", "");
    return Normalizer.normalize(bare, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
