package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.handsel.authority.check.LibraryCheck;
import org.handsel.authority.check.LibraryNote;
import org.handsel.authority.identifier.Identifier.State;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.Beacon;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks for what a library may want to mend in its authority file.
@Command(
    name = "check",
    description = {
      "Looks through an authority file for records that are probably one person, identifiers that"
          + " two records claim, dates that cannot be right and wrong check digits, and writes"
          + " library.html, library.tsv and library.jsonl for the library.",
      "Findings give exit code 0; a file that could not be read whole gives 1."
    },
    footer = {"", "Example: handsel authority check samples/authority/library.xml --out library"})
final class AuthorityCheckCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE|INDEX", description = "The authority file, or an index of it.")
  private Path file = Path.of("");

  @Option(
      names = "--links",
      paramLabel = "PERSONS",
      description =
          "Persons of another source with their identifiers of this file, or a BEACON file of it;"
              + " links that contradict it and numbers that cannot be right are told.")
  private @Nullable Path links;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  AuthorityCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LibraryCheck.Summary summary;
    List<String> problems = new ArrayList<>();
    try (RecordStore records = RecordStore.open(file);
        Progress progress = surroundings.progress("looking", "records")) {
      problems.addAll(records.problems());
      summary =
          LibraryCheck.run(
                  records,
                  String.valueOf(file.getFileName()),
                  stated(records.scheme(), problems)::forEach,
                  List.of(),
                  out,
                  progress)
              .told(problems);
    }
    surroundings.out().println(json ? Json.pretty(summary) : words(summary));
    return (summary.problems().isEmpty() ? Exit.DONE : Exit.PARTIAL).code();
  }

  private List<LibraryCheck.Stated> stated(String scheme, List<String> problems) {
    List<LibraryCheck.Stated> stated = new ArrayList<>();
    if (links == null) {
      return stated;
    }
    if (scheme.isEmpty()) {
      throw HandselException.input(
          "%s: expected records with numbers of an authority file that is known (%s), found others; links cannot be held against them."
              .formatted(file, String.join(", ", Identifiers.load().schemes())));
    }
    if (PersonFiles.isBeacon(links)) {
      Beacon beacon = PersonFiles.beacon(links);
      // What is linked is the number itself.
      beacon
          .links()
          .forEach(
              link -> stated.add(new LibraryCheck.Stated(link.person(where(link)), link.source())));
      ofScheme(scheme, beacon);
    } else {
      for (PersonProblem problem :
          PersonFiles.read(
              links,
              Map.of(),
              person ->
                  person
                      .details()
                      .identifiers()
                      .getOrDefault(scheme, List.of())
                      .forEach(id -> stated.add(new LibraryCheck.Stated(person, id))))) {
        if (!problem.kind().harmless()) {
          problems.add("%s, %s".formatted(links, problem.message()));
        }
      }
    }
    if (stated.isEmpty()) {
      throw HandselException.input(
          "%s: expected persons with identifiers of the authority file (%s), found none."
              .formatted(links, scheme));
    }
    return stated;
  }

  /// Each number of another authority would be called wrong.
  private void ofScheme(String scheme, Beacon beacon) {
    Identifiers identifiers = Identifiers.load();
    if (beacon.links().stream()
        .noneMatch(link -> identifiers.judge(scheme, link.source()).state() != State.MALFORMED)) {
      throw HandselException.input(
          "%s: expected numbers of the authority file (%s), found others behind \"%s\"."
              .formatted(links, scheme, beacon.meta().getOrDefault("PREFIX", "")));
    }
  }

  /// Where it is said who is linked.
  private String where(Beacon.Link link) {
    return link.target().isEmpty() ? "line %d of %s".formatted(link.line(), links) : link.target();
  }

  private String words(LibraryCheck.Summary summary) {
    StringBuilder text = new StringBuilder();
    text.append("%,d records%n".formatted(summary.records()));
    for (LibraryNote.Kind kind : LibraryNote.Kind.values()) {
      text.append(
          "  %,7d  %s%n"
              .formatted(
                  summary.notes().getOrDefault(kind, 0L),
                  switch (kind) {
                    case DUPLICATE -> "probably the same person twice";
                    case CONFLICT -> "links that contradict each other";
                    case DATE -> "dates that cannot be right";
                    case CHECK_DIGIT -> "numbers that cannot be right";
                  }));
    }
    summary.problems().stream().limit(SHOWN).forEach(line -> text.append(line).append('\n'));
    return text.append("Report: ").append(out.resolve("library.html")).toString();
  }
}
