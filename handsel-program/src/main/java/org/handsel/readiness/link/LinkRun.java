package org.handsel.readiness.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.handsel.authority.calibration.Calibration;
import org.handsel.authority.check.LibraryCheck;
import org.handsel.authority.check.LibraryNote;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.matching.Linking;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.WikidataItem;
import org.handsel.authority.review.Reviewed;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.readiness.audit.Biography;
import org.handsel.readiness.audit.Person;
import org.handsel.readiness.edits.EditLists;
import org.handsel.readiness.facts.Extraction;
import org.handsel.readiness.facts.FactsExtraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.facts.FactsReading;
import org.handsel.wiki.dump.DumpProblem;
import org.jspecify.annotations.Nullable;

/// Links the biographies of a dump to an authority file. Identifiers that stand on the pages are
/// not used to find links but to judge them; where they are many, the probabilities are fitted to
/// them. The same input gives the same bytes.
public final class LinkRun {
  private final Order order;
  private final Progress.Display display;
  private final List<String> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private LinkRun(Order order, Progress.Display display) {
    this.order = order;
    this.display = display;
  }

  /// What to link.
  ///
  /// @param authority file or index
  /// @param wikidata entities as JSON, or null; they tell the items of pages and further known
  ///   links
  /// @param wiki code that counts more than what the dump says, or null
  /// @param accept probability from which a link needs no look, or [Linking#CHOSEN]
  /// @param reviewed what people said of the same biographies before
  public record Order(
      Path dump,
      Path authority,
      @Nullable Path wikidata,
      @Nullable String wiki,
      int threads,
      double accept,
      Reviewed reviewed,
      Path out) {}

  /// @throws HandselException with exit 1 when there is nothing to link, with exit 3 when the
  ///   results cannot be written
  public static LinkSummary run(Order order, Progress.Display display, BooleanSupplier stopped) {
    return new LinkRun(order, display).run(stopped);
  }

  private LinkSummary run(BooleanSupplier stopped) {
    FactsFolder folder = new FactsFolder(order.out.resolve("facts"));
    Extraction extraction;
    try (Progress progress = display.begin("reading the dump", "bytes")) {
      extraction =
          FactsExtraction.run(order.dump, order.wiki, order.threads, folder, progress, stopped);
    }
    for (DumpProblem problem : extraction.reading().problems()) {
      problems.add("%s: %s".formatted(order.dump, problem.message()));
    }
    if (extraction.reading().stopped()) {
      problems.add("%s: stopped before the end. Run the command again.".formatted(order.dump));
    }
    if (!extraction.advice().isEmpty()) {
      problems.add("%s: %s".formatted(order.dump, extraction.advice()));
    }
    Map<String, WikidataItem> items = items(extraction.wiki());
    try (RecordStore records = RecordStore.open(order.authority)) {
      String scheme = records.scheme();
      Map<String, List<String>> known = biographies(extraction, folder, items, scheme);
      Linking.Summary linked;
      try (Progress progress = display.begin("linking", "biographies")) {
        linked =
            Linking.run(
                new Linking.Order(
                    order.out.resolve("biographies.jsonl"),
                    order.authority,
                    Map.of(),
                    order.accept,
                    order.out),
                progress);
      }
      problems.addAll(linked.problems());
      PeoplesWord people = new PeoplesWord(order.reviewed, records);
      Recalibration recalibration = new Recalibration(order.out, known, people, records);
      double acceptFrom = decide(linked.acceptedFrom(), recalibration, people);
      LinkResults results = new LinkResults(extraction, scheme, items, known, records, order.out);
      FactsReading.pages(folder, page -> Person.of(page, extraction.profile()), results::page);
      results.end();
      EditLists.Written edits = EditLists.write(order.out, extraction.wiki());
      remarks.addAll(results.remarks());
      LibraryCheck.Summary library;
      try (Progress progress = display.begin("looking at the library's file", "records")) {
        library =
            LibraryCheck.run(
                records,
                String.valueOf(order.authority.getFileName()),
                taker -> stated(known, taker),
                results.conflicts(),
                order.out,
                progress);
      }
      return summary(
          extraction,
          scheme,
          known,
          linked,
          recalibration,
          people.counted(),
          acceptFrom,
          results,
          edits,
          library);
    }
  }

  /// Gives the rows their calibrated probabilities and people's word.
  ///
  /// @param before probability from which links were accepted
  /// @return probability from which they are now
  private double decide(double before, Recalibration recalibration, PeoplesWord people) {
    double from =
        recalibration.applies() && order.accept == Linking.CHOSEN
            ? recalibration.acceptFrom()
            : before;
    if (recalibration.applies() || !people.isEmpty()) {
      LinkFiles.rewrite(
          order.out, row -> people.apply(recalibration.calibrated(row, before, from)));
    }
    if (!recalibration.applies()) {
      remarks.add(
          "%,d links could be judged by what pages name or people decided: too few, all right, or no strong evidence against the probabilities, which stand as they were found."
              .formatted(recalibration.judged().size()));
    }
    long unmet = order.reviewed.words().size() - people.lost().size() - people.counted();
    if (!order.reviewed.isEmpty()) {
      remarks.add(
          "People's word counts for %,d biographies; of %,d others on which people spoke it is open or the dump lacks them."
              .formatted(people.counted(), Math.max(0, unmet)));
    }
    if (!people.lost().isEmpty()) {
      problems.add(
          "%s: expected all records that people accepted, found %,d of them gone, such as %s. Look at these persons again."
              .formatted(order.authority, people.lost().size(), people.lost().getFirst()));
    }
    return from;
  }

  private Map<String, WikidataItem> items(String wiki) {
    Map<String, WikidataItem> items = new HashMap<>();
    if (order.wikidata != null) {
      for (PersonProblem problem :
          PersonFiles.items(order.wikidata, wiki, item -> items.put(item.title(), item))) {
        problems.add("%s, %s".formatted(order.wikidata, problem.message()));
      }
    }
    return items;
  }

  /// Writes `biographies.jsonl`, which linking reads, and `known.tsv`, which it does not.
  ///
  /// @return ids of the authority file that pages or their items name, by title
  private Map<String, List<String>> biographies(
      Extraction extraction, FactsFolder folder, Map<String, WikidataItem> items, String scheme) {
    Biography.Reader reader = Biography.reader(extraction.profile());
    Map<String, List<String>> known = new LinkedHashMap<>();
    long[] count = new long[1];
    DurableFiles.replace(
        order.out.resolve("known.tsv"),
        identifiers -> {
          row(identifiers, "person_id", "scheme", "value", "source");
          DurableFiles.replace(
              order.out.resolve("biographies.jsonl"),
              lines ->
                  FactsReading.pages(
                      folder,
                      page -> reader.read(Person.of(page, extraction.profile())),
                      read ->
                          read.ifPresent(biography -> {
                            count[0]++;
                            Set<String> ids = new LinkedHashSet<>();
                            String title = biography.record().id();
                            WikidataItem item = items.get(title);
                            tell(identifiers, title, biography.identifiers(), "page");
                            ids.addAll(biography.identifiers().getOrDefault(scheme, List.of()));
                            if (item != null) {
                              tell(identifiers, title, item.identifiers(), "wikidata");
                              ids.addAll(item.identifiers().getOrDefault(scheme, List.of()));
                            }
                            if (!ids.isEmpty()) {
                              known.put(title, List.copyOf(ids));
                            }
                            write(lines, biography);
                          })));
        });
    if (count[0] == 0) {
      throw HandselException.input(
          "%s: expected biographies, found none of %s. Name the wiki with --wiki."
              .formatted(order.dump, extraction.wiki()));
    }
    return known;
  }

  private static void tell(
      BufferedWriter out, String title, Map<String, List<String>> identifiers, String source) {
    identifiers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(scheme ->
            scheme.getValue().forEach(value -> row(out, title, scheme.getKey(), value, source)));
  }

  private static void row(BufferedWriter out, String... cells) {
    try {
      out.write(Tsv.row(List.of(cells)));
      out.write('\n');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(BufferedWriter out, Biography biography) {
    PersonRecord record = biography.record();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", record.id());
    line.put("page_id", biography.page().facts().page().id());
    line.put("name", record.name());
    line.put("kind", record.kind());
    line.put(
        "variants",
        record.details().names().stream()
            .map(name ->
                Map.of("name", name.name(), "kind", name.kind().name().toLowerCase(Locale.ROOT)))
            .toList());
    line.put("birth", record.birth());
    line.put("death", record.death());
    line.put("gender", record.details().gender());
    line.put("birthPlace", record.birthPlace());
    line.put("deathPlace", record.deathPlace());
    line.put("occupations", record.occupations());
    line.put("text", record.text());
    try {
      // Maps of two entries have no order of their own; the mapper sorts none.
      out.write(Json.line(line));
      out.write('\n');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Biographies with the ids that their pages name, one after the other from the file.
  private void stated(Map<String, List<String>> known, Consumer<LibraryCheck.Stated> taker) {
    PersonFiles.read(
        order.out.resolve("biographies.jsonl"),
        Map.of(),
        person ->
            known
                .getOrDefault(person.id(), List.of())
                .forEach(id -> taker.accept(new LibraryCheck.Stated(person, id))));
  }

  private LinkSummary summary(
      Extraction extraction,
      String scheme,
      Map<String, List<String>> known,
      Linking.Summary linked,
      Recalibration recalibration,
      long byPeople,
      double acceptFrom,
      LinkResults results,
      EditLists.Written edits,
      LibraryCheck.Summary library) {
    Map<String, Long> notes = new LinkedHashMap<>();
    for (LibraryNote.Kind kind : LibraryNote.Kind.values()) {
      notes.put(
          kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          library.notes().getOrDefault(kind, 0L));
    }
    List<Calibration.Judged> judged = recalibration.judged();
    LinkResults.Counts links = results.counts();
    LinkSummary summary =
        new LinkSummary(
            extraction.wiki(),
            String.valueOf(order.dump.getFileName()),
            String.valueOf(order.authority.getFileName()),
            scheme,
            links.all(),
            linked.records(),
            links.accepted(),
            links.all() - links.accepted() - links.none(),
            links.none(),
            known.size(),
            judged.size(),
            judged.stream().filter(Calibration.Judged::right).count(),
            byPeople,
            recalibration.settled(),
            recalibration.applies(),
            Calibration.reliability(judged),
            recalibration.applies() ? Calibration.reliability(recalibration.unseen()) : List.of(),
            acceptFrom,
            results.fresh(),
            edits.all(),
            edits.statements(),
            results.conflicts().size(),
            notes,
            remarks,
            problems);
    DurableFiles.replace(order.out.resolve("summary.json"), Json.pretty(summary));
    return summary;
  }
}
