package org.handsel.readiness.sample;

import java.io.Closeable;
import java.io.IOException;
import java.util.SplittableRandom;

/// The wiki that is being written. Not safe for threads.
final class Site implements Closeable {
  private final SampleOrder order;
  private final Subjects subjects;
  private final Lives lives;
  private final Words words;
  private final int places;
  private final DumpFile dump;
  private final @org.jspecify.annotations.Nullable TableFiles tables;
  private final TruthFiles truth;
  private final LibraryFiles library;
  private long pages;
  private long memberships;

  Site(SampleOrder order, int people, int places) throws IOException {
    this.order = order;
    this.places = places;
    subjects = new Subjects(order.seed(), order.categories());
    lives = new Lives(people);
    words = new Words(order.seed());
    dump = new DumpFile(order);
    tables = order.tables() == SampleOrder.Tables.NONE ? null : new TableFiles(order);
    truth = new TruthFiles(order);
    library = new LibraryFiles(order);
  }

  SampleOrder order() {
    return order;
  }

  Subjects subjects() {
    return subjects;
  }

  Lives lives() {
    return lives;
  }

  LibraryFiles library() {
    return library;
  }

  TruthFiles truth() {
    return truth;
  }

  /// Title of an article on a place.
  String place(SplittableRandom random) {
    return placeNamed(random.nextInt(places));
  }

  static String placeNamed(int number) {
    return Words.proper(number) + "stadt";
  }

  void page(PageDraft page) throws IOException {
    pages++;
    // As on a real wiki, numbers have gaps.
    long id = pages * 3 + 7;
    dump.page(page, id);
    memberships += page.categories.size();
    if (tables != null) {
      boolean known = page.namespace == 0 && pages % 2 == 0;
      tables.page(page, id, page.item.isEmpty() && known ? "Q" + (200_000_000 + id) : page.item);
    }
  }

  /// Sentences with links, references and numbers.
  String prose(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder(length * 8);
    int left = length;
    while (left > 0) {
      int sentence = Math.min(left, 5 + random.nextInt(14));
      left -= sentence;
      for (int i = 0; i < sentence; i++) {
        String word = words.any(random);
        int kind = random.nextInt(60);
        text.append(i == 0 ? "" : " ");
        switch (kind) {
          case 0, 1 -> text.append("[[").append(place(random)).append("]]");
          case 2 -> text.append("[[").append(place(random)).append('|').append(word).append("]]");
          case 3 -> text.append(1500 + random.nextInt(500));
          case 4 -> text.append("''").append(word).append("''");
          default -> text.append(word);
        }
      }
      text.append('.');
      if (random.nextInt(6) == 0) {
        text.append("<ref name=\"a").append(random.nextInt(99)).append("\">");
        text.append(words.any(random)).append(": [https://example.org/");
        text.append(random.nextInt(1_000_000)).append(" S. ").append(random.nextInt(400));
        text.append("]</ref>");
      }
      text.append(random.nextInt(5) == 0 ? "\n\n" : " ");
    }
    return text.append('\n').toString();
  }

  SampleResult result() {
    return new SampleResult(pages, dump.bytes(), memberships, truth.planted());
  }

  @Override
  public void close() throws IOException {
    try (dump;
        library;
        truth) {
      if (tables != null) {
        tables.close();
      }
    }
  }
}
