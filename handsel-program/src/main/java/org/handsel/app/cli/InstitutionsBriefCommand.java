package org.handsel.app.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.app.web.prospects.Spoken;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Writes the brief for a meeting.
@Command(
    name = "brief",
    description = {
      "Writes the brief for a meeting: profile with evidence, open questions, what it probably"
          + " wants, precedents that fit,",
      "what to ask for, what they will ask, and the timeline so far. Holds no names of persons."
    },
    footer = {"", "Example: handsel institutions brief Q685753 --out meeting --language de"})
final class InstitutionsBriefCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Parameters(
      paramLabel = "ID",
      description =
          "The register's id, an identifier such as an ISIL, or the name where no other has it.")
  private String id = "";

  @Mixin private DocumentOptions options = new DocumentOptions();

  InstitutionsBriefCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    Spoken words = options.words();
    try (Database database = parent.database()) {
      Briefs briefs = parent.briefs(database);
      Brief brief = parent.brief(database, briefs, id, words);
      options
          .write(
              "brief",
              () -> briefs.html(brief, words),
              () -> briefs.pdf(brief, words, options.fonts))
          .forEach(surroundings.out()::println);
    }
    return 0;
  }
}
