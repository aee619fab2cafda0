package org.handsel.readiness.sample;

import java.nio.file.Path;
import org.handsel.platform.HandselException;

/// What kind of wiki to write. The same order gives the same bytes.
///
/// @param out folder for the files
/// @param seed another seed is another wiki
/// @param articles of the main namespace without those that come with defects, at least 120
/// @param categories of subjects; at most half the articles, so that none is empty
/// @param words of running text in an article, on average
/// @param defects of each audit, and as many pages that only look like one
/// @param edition 1, or 2 for the same wiki some time later: a quarter of the defects is mended and
///   as many are new
/// @param version of the export format
public record SampleOrder(
    Path out,
    long seed,
    int articles,
    int categories,
    int words,
    int defects,
    int edition,
    Version version,
    Packing packing,
    Tables tables) {
  static final int FEWEST_ARTICLES = 120;
  static final int FEWEST_CATEGORIES = 30;

  /// Of the export format.
  public enum Version {
    V0_10,
    V0_11
  }

  /// How the dump is packed.
  public enum Packing {
    PLAIN,
    /// One bzip2 stream.
    BZIP2,
    /// A bzip2 stream for every hundred pages, as the multistream dumps of Wikipedia are.
    MULTISTREAM
  }

  /// The tables of the database beside the dump.
  public enum Tables {
    NONE,
    /// `categorylinks` with `cl_to`, as until 2025.
    OLD,
    /// `categorylinks` with `cl_target_id`, and `linktarget`.
    NEW
  }

  /// @throws HandselException with exit 2 when a number makes no wiki
  public SampleOrder {
    check("articles", articles, FEWEST_ARTICLES, 20_000_000);
    check("categories", categories, FEWEST_CATEGORIES, articles / 2);
    check("words", words, 0, 100_000);
    check("defects", defects, 0, 10_000);
    check("edition", edition, 1, 2);
  }

  private static void check(String what, int found, int least, int most) {
    if (found < least || found > most) {
      throw HandselException.usage(
          "sample wiki, %s: expected %,d to %,d, found %,d.".formatted(what, least, most, found));
    }
  }

  /// A small wiki in plain text, with a subject category for every five articles.
  public static SampleOrder small(Path out, long seed, int articles, int defects) {
    return new SampleOrder(
        out,
        seed,
        articles,
        Math.max(FEWEST_CATEGORIES, articles / 5),
        40,
        defects,
        1,
        Version.V0_11,
        Packing.PLAIN,
        Tables.NONE);
  }

  public SampleOrder with(Tables changed) {
    return new SampleOrder(
        out, seed, articles, categories, words, defects, edition, version, packing, changed);
  }

  public SampleOrder with(Packing changed) {
    return new SampleOrder(
        out, seed, articles, categories, words, defects, edition, version, changed, tables);
  }

  public SampleOrder with(Version changed) {
    return new SampleOrder(
        out, seed, articles, categories, words, defects, edition, changed, packing, tables);
  }

  public SampleOrder ofEdition(int changed, Path folder) {
    return new SampleOrder(
        folder, seed, articles, categories, words, defects, changed, version, packing, tables);
  }

  /// The dump that is written.
  public Path dump() {
    return out.resolve(
        switch (packing) {
          case PLAIN -> name("pages-articles.xml");
          case BZIP2 -> name("pages-articles.xml.bz2");
          case MULTISTREAM -> name("pages-articles-multistream.xml.bz2");
        });
  }

  /// Records of an authority file in the persons format.
  public Path authority() {
    return out.resolve("authority.jsonl");
  }

  /// Items of Wikidata.
  public Path wikidata() {
    return out.resolve("wikidata.jsonl");
  }

  /// Every planted defect: columns `audit page detail input`.
  public Path truth() {
    return out.resolve("truth.tsv");
  }

  /// Pages that look like a defect and are none: columns `audit page detail`.
  public Path decoys() {
    return out.resolve("near-misses.tsv");
  }

  /// In the second edition what has changed: columns `audit page change`.
  public Path changes() {
    return out.resolve("changes.tsv");
  }

  String name(String part) {
    return "dewiki-2026%02d01-%s".formatted(edition, part);
  }
}
