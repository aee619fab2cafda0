package org.handsel.app.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.app.web.prospects.Spoken;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.partnership.briefs.Deck;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Writes slides for staff of the institution.
@Command(
    name = "slides",
    description = {
      "Writes slides for staff of museums and ministries from the facts of the brief: what Commons"
          + " is, what partners gained",
      "in numbers, what we ask and what we do not ask. Arrow keys turn them over, N shows notes."
    },
    footer = {"", "Example: handsel institutions slides Q685753 --out meeting --language de"})
final class InstitutionsSlidesCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Parameters(
      paramLabel = "ID",
      description =
          "The register's id, an identifier such as an ISIL, or the name where no other has it.")
  private String id = "";

  @Mixin private DocumentOptions options = new DocumentOptions();

  InstitutionsSlidesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    Spoken words = options.words();
    try (Database database = parent.database()) {
      Briefs briefs = parent.briefs(database);
      Brief brief = parent.brief(database, briefs, id, words);
      Deck deck = briefs.deck(brief, words);
      options
          .write(
              "slides",
              () -> briefs.html(deck, words),
              () -> briefs.pdf(deck, words, options.fonts))
          .forEach(surroundings.out()::println);
    }
    return 0;
  }
}
