package org.handsel.app.cli;

import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.partnership.briefs.Wording;
import org.handsel.partnership.precedents.Precedents;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on the register of institutions.
@Command(
    name = "institutions",
    description = "The register of institutions: imports lists, finds duplicates, searches.",
    subcommands = {
      InstitutionsImportCommand.class,
      InstitutionsListCommand.class,
      InstitutionsShowCommand.class,
      InstitutionsDuplicatesCommand.class,
      InstitutionsRankCommand.class,
      InstitutionsPrecedentsCommand.class,
      InstitutionsBriefCommand.class,
      InstitutionsSlidesCommand.class
    })
final class InstitutionsCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable HandselCommand handsel;

  InstitutionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Database database() {
    HandselCommand parent = java.util.Objects.requireNonNull(handsel);
    return Database.open(parent.workspace(), parent.settings(), surroundings.clock());
  }

  Institutions institutions(Database database) {
    return new Institutions(
        database, new History(database, surroundings.clock()), surroundings.clock());
  }

  Prospects prospects(Database database) {
    return new Prospects(
        database,
        new History(database, surroundings.clock()),
        surroundings.clock(),
        institutions(database));
  }

  Precedents precedents(Database database) {
    return new Precedents(
        database,
        new History(database, surroundings.clock()),
        surroundings.clock(),
        institutions(database));
  }

  Briefs briefs(Database database) {
    return new Briefs(
        database,
        new History(database, surroundings.clock()),
        surroundings.clock(),
        institutions(database),
        prospects(database),
        precedents(database));
  }

  /// The brief on the institution that a person means.
  Brief brief(Database database, Briefs briefs, String id, Wording words) {
    return briefs.brief(meant(institutions(database), id).id(), words).orElseThrow();
  }

  /// The institution with this id or identifier.
  ///
  /// @throws HandselException when there is none
  static Institution meant(Institutions register, String id) {
    return register
        .find(id)
        .or(() ->
            register.search(id, InstitutionQuery.text(""), 1).stream()
                .filter(found ->
                    register.identifiers(found.id()).stream()
                        .anyMatch(known -> known.value().equalsIgnoreCase(id)))
                .findFirst())
        .orElseThrow(() ->
            HandselException.usage(
                "%s: no institution has this id or identifier. \"handsel institutions list --search\" finds it by name."
                    .formatted(id)));
  }

  /// The person at this machine.
  Who who() {
    String user = surroundings.environment().getOrDefault("USER", "me");
    return Who.me(user.isBlank() ? "me" : user);
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "handsel institutions: which command? "
            + String.join(", ", java.util.Objects.requireNonNull(spec).subcommands().keySet()));
  }
}
