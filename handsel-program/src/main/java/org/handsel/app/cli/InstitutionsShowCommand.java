package org.handsel.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Shows all that is known of one institution, as JSON.
@Command(
    name = "show",
    description = "Shows one institution with its identifiers, profile and affiliations, as JSON.",
    footer = {"", "Example: handsel institutions show Q685753"})
final class InstitutionsShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Parameters(
      paramLabel = "ID",
      description = "The register's id, or an identifier such as an ISIL.")
  private String id = "";

  InstitutionsShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    try (Database database = parent.database()) {
      Institutions register = parent.institutions(database);
      Institution one = InstitutionsCommand.meant(register, id);
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("institution", one);
      all.put("identifiers", register.identifiers(one.id()));
      all.put("profile", register.profile(one.id()));
      all.put("affiliations", register.affiliations(one.id()));
      surroundings.out().println(Json.pretty(all));
    }
    return 0;
  }
}
