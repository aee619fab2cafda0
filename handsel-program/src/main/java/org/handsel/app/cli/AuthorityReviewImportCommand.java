package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.authority.review.ReviewSet;
import org.handsel.authority.review.Reviews;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes a result of linking in, for people to look at.
@Command(
    name = "import",
    description = {
      "Takes the folder that authority link wrote, picks the rows on which a look is worth most,"
          + " and keeps with each what a reviewer has to see.",
      "A row is worth more the nearer it is to the cut, and when several rows claim one record."
    },
    footer = {
      "",
      "Example: handsel authority review import links --persons samples/authority/persons.jsonl"
          + " --authority samples/authority/library.jsonl --name sample"
    })
final class AuthorityReviewImportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable AuthorityReviewCommand review;

  @Parameters(paramLabel = "LINKS", description = "Folder with links.tsv and candidates.tsv.")
  private Path links = Path.of("");

  @Option(
      names = "--persons",
      paramLabel = "FILE",
      required = true,
      description = "The persons that were linked.")
  private Path persons = Path.of("");

  @Option(
      names = "--authority",
      paramLabel = "FILE|INDEX",
      required = true,
      description = "The authority records to which they were linked.")
  private Path authority = Path.of("");

  @Option(
      names = "--columns",
      paramLabel = "NAME=COLUMN,…",
      split = ",",
      description = "Columns of the persons file, as for authority link.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--accept",
      paramLabel = "P",
      description = "Probability from which links were accepted; otherwise the least of those.")
  private double accept = 0;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "How people call it; otherwise the name of the folder.")
  private @Nullable String name;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "Rows in the queue at most; otherwise ${DEFAULT-VALUE}.")
  private int most = 2_000;

  @Option(names = "--json", description = "The set as JSON.")
  private boolean json;

  AuthorityReviewImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (accept < 0 || accept > 1 || most < 1) {
      throw HandselException.usage(
          "review import: expected --accept from 0 to 1 and --most of at least 1, found %s and %d."
              .formatted(accept, most));
    }
    AuthorityReviewCommand parent = Objects.requireNonNull(review);
    String called =
        name == null ? String.valueOf(links.toAbsolutePath().normalize().getFileName()) : name;
    if (called.isBlank() || called.length() > 100) {
      throw HandselException.usage(
          "--name: expected 1 to 100 characters, found \"%s\".".formatted(called));
    }
    try (Database database = parent.database()) {
      ReviewSet set =
          parent
              .reviews(database)
              .begin(
                  parent.me(),
                  new Reviews.Order(
                      called.strip(), links, persons, columns, authority, accept, most));
      surroundings
          .out()
          .println(
              json
                  ? Json.pretty(set)
                  : "%s: %,d rows, %,d of them to look at. Look at them on the page Links of handsel serve."
                      .formatted(set.name(), set.rows(), set.counts().items()));
    }
    return Exit.DONE.code();
  }
}
