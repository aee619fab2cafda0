package org.handsel.app.cli;

import java.util.List;
import java.util.Optional;
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
  /// How many of the best hits of a search are looked at for a name or identifier.
  private static final int LOOKED_AT = 50;

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

  /// The institution with this id or identifier, or the only one with this name.
  ///
  /// @throws HandselException when there is none, or several have the name
  static Institution meant(Institutions register, String given) {
    Optional<Institution> known = register.find(given);
    if (known.isPresent()) {
      return known.get();
    }
    List<Institution> found = register.search(given, InstitutionQuery.text(""), LOOKED_AT);
    for (Institution one : found) {
      if (register.identifiers(one.id()).stream()
          .anyMatch(identifier -> identifier.value().equalsIgnoreCase(given))) {
        return one;
      }
    }
    List<Institution> named =
        found.stream().filter(one -> one.name().equalsIgnoreCase(given)).toList();
    if (named.size() == 1) {
      return named.getFirst();
    }
    throw HandselException.usage(
        named.isEmpty()
            ? "%s: no institution has this id, identifier or name. \"handsel institutions list\" finds it by the beginnings of words."
                .formatted(given)
            : "%s: %d institutions have this name: %s. Give the id."
                .formatted(
                    given,
                    named.size(),
                    String.join(", ", named.stream().map(Institution::id).toList())));
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
