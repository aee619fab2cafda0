package org.handsel.partnership.prospects;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.Json;
import org.jdbi.v3.core.Handle;

/// What the wikis of the workspace lack, in memory. Immutable.
///
/// @param wikis names of the wikis
/// @param words findings by word over all wikis
/// @param strong how many findings make a word as strong as it can be
/// @param number rises with every change
record Gaps(List<WikiGaps> wikis, Map<String, Long> words, double strong, long number) {
  static final Gaps NONE = new Gaps(List.of(), Map.of(), 1, 0);
  private static final int SHORTEST = 4;

  /// Words as they are looked up: without marks, in small letters, long enough to mean something.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() >= SHORTEST) {
        words.add(word);
      }
    }
    return words;
  }

  static Gaps of(List<WikiGaps> wikis, long number) {
    Map<String, Long> words = new LinkedHashMap<>();
    wikis.forEach(
        wiki -> wiki.words().forEach((word, count) -> words.merge(word, count, Long::sum)));
    long[] counts = words.values().stream().mapToLong(n -> n).sorted().toArray();
    double strong =
        counts.length == 0 ? 1 : Math.max(10.0, (double) counts[(int) (counts.length * 0.98)]);
    return new Gaps(List.copyOf(wikis), Map.copyOf(words), strong, number);
  }

  static long number(Handle handle) {
    return handle
        .createQuery("select coalesce(max(number), 0) from wiki_gap")
        .mapTo(Long.class)
        .one();
  }

  static Gaps read(Handle handle) {
    Map<String, Map<String, Long>> words = new LinkedHashMap<>();
    handle
        .createQuery("select wiki, word, findings from wiki_gap_word")
        .map((row, context) -> {
          words
              .computeIfAbsent(row.getString("wiki"), wiki -> new LinkedHashMap<>())
              .put(row.getString("word"), row.getLong("findings"));
          return true;
        })
        .list();
    List<WikiGaps> wikis =
        handle
            .createQuery("select * from wiki_gap order by wiki")
            .map((row, context) -> {
              Map<String, Long> audits = new LinkedHashMap<>();
              Json.mapper()
                  .readTree(row.getString("audits"))
                  .forEachEntry((audit, count) -> audits.put(audit, count.asLong()));
              String wiki = row.getString("wiki");
              return new WikiGaps(
                  wiki,
                  row.getString("source"),
                  java.time.LocalDate.parse(row.getString("as_of")),
                  row.getLong("findings"),
                  audits,
                  words.getOrDefault(wiki, Map.of()));
            })
            .list();
    return of(wikis, number(handle));
  }

  static void write(Handle handle, WikiGaps gaps) {
    long number = number(handle) + 1;
    handle.execute("delete from wiki_gap where wiki = ?", gaps.wiki());
    handle.execute(
        "insert into wiki_gap (wiki, source, as_of, findings, audits, number) values (?, ?, ?, ?,"
            + " ?, ?)",
        gaps.wiki(),
        gaps.source(),
        gaps.asOf().toString(),
        gaps.findings(),
        Json.line(gaps.audits()),
        number);
    var batch =
        handle.prepareBatch(
            "insert into wiki_gap_word (wiki, word, findings) values (:wiki, :word, :findings)");
    gaps.words()
        .forEach((word, findings) ->
            batch.bind("wiki", gaps.wiki()).bind("word", word).bind("findings", findings).add());
    if (!gaps.words().isEmpty()) {
      batch.execute();
    }
  }

  /// How many findings have all words of a text; 0 where one of them is in none.
  long findings(String text) {
    long least = Long.MAX_VALUE;
    for (String word : words(text)) {
      least = Math.min(least, words.getOrDefault(word, 0L));
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }

  /// The same as a value from 0 to 1.
  double strength(long findings) {
    return Math.min(1, Math.log1p(findings) / Math.log1p(strong));
  }
}
