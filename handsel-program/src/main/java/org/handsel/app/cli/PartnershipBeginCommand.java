package org.handsel.app.cli;

import java.util.List;
import java.util.Objects;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Begins a partnership.
@Command(
    name = "begin",
    description = "Begins a partnership with an institution, as a prospect in stage 1.",
    footer = {
      "",
      "Example: handsel partnership begin 'Stadtarchiv Lund' --title 'glass negatives' --new"
          + " archive --country SE"
    })
final class PartnershipBeginCommand implements Runnable {
  private static final int MANY = 5;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Parameters(paramLabel = "INSTITUTION", description = "Its id or exact name in the register.")
  private String institution = "";

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "first co-operation",
      description = "What it is about (${DEFAULT-VALUE}).")
  private String title = "";

  @Option(
      names = "--new",
      paramLabel = "TYPE",
      description = "Adds the institution to the register: library, gallery, archive, museum …")
  private @Nullable String type;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Its country, two letters; with --new, or to tell namesakes apart.")
  private @Nullable String country;

  @Option(names = "--json", description = "The partnership as JSON.")
  private boolean json;

  PartnershipBeginCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Partnership begun =
          desk.partnerships().begin(parent.who(), institution(parent, database), title);
      surroundings
          .out()
          .println(json ? Json.pretty(begun) : "Begun: " + Desk.line(desk.card(begun)));
    }
  }

  private String institution(PartnershipCommand parent, Database database) {
    Institutions register =
        new Institutions(
            database, new History(database, surroundings.clock()), surroundings.clock());
    List<String> ids = ids(database);
    if (ids.size() > 1) {
      throw HandselException.usage(
          "institution \"%s\": more than one has this name: %s. Give the id."
              .formatted(institution, String.join(", ", ids)));
    }
    if (ids.size() == 1) {
      return ids.getFirst();
    }
    if (type == null) {
      throw HandselException.usage(
          "institution \"%s\": not in the register. Import a list, or add it here with --new TYPE."
              .formatted(institution));
    }
    return register.add(parent.who(), Institution.draft(institution, country, type)).id();
  }

  private List<String> ids(Database database) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select id from institution where (id = :given or name = :given) and merged_into is null
                  and (:country = '' or country = :country) order by id limit :many
                """)
            .bind("given", institution)
            .bind("country", country == null ? "" : country)
            .bind("many", MANY)
            .mapTo(String.class)
            .list());
  }
}
