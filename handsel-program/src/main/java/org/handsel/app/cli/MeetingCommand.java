package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.handsel.app.web.prospects.Spoken;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// A command that writes a document for a meeting with one institution.
abstract class MeetingCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Parameters(
      paramLabel = "ID",
      description =
          "The register's id, an identifier such as an ISIL, or the name where no other has it.")
  private String id = "";

  @Mixin private DocumentOptions options = new DocumentOptions();

  MeetingCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public final void run() {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    Spoken words = options.words();
    try (Database database = parent.database()) {
      Briefs briefs = parent.briefs(database);
      write(briefs, parent.brief(database, briefs, id, words), words, options)
          .forEach(surroundings.out()::println);
    }
  }

  abstract List<Path> write(Briefs briefs, Brief brief, Spoken words, DocumentOptions options);
}
