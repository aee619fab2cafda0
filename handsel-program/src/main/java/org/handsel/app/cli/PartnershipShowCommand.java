package org.handsel.app.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Revisit;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows one partnership with its timeline.
@Command(
    name = "show",
    description =
        "Shows a partnership: where it stands, when to come back, its people, its timeline.",
    footer = {"", "Example: handsel partnership show Bundesarchiv"})
final class PartnershipShowCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  @Option(
      names = "--entries",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many entries of the timeline (${DEFAULT-VALUE}).")
  private int entries;

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  PartnershipShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    try (Database database = Objects.requireNonNull(partnership).database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Partnership found = desk.partnerships().named(subject.named);
      Card card = desk.card(found);
      Revisit revisit = desk.revisits().of(found.id()).orElse(null);
      List<Contact> people = desk.contacts().at(found.institution());
      List<Entry> timeline = desk.timeline().page(found.id(), null, entries).entries();
      if (json) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("card", card);
        all.put("revisit", revisit);
        all.put("people", people);
        all.put("timeline", timeline);
        surroundings.out().println(Json.pretty(all));
        return;
      }
      PrintStream out = surroundings.out();
      out.println(Desk.line(card));
      if (revisit != null) {
        out.printf("Come back on %s. %s%n", revisit.on(), revisit.reason());
      }
      for (Contact person : people) {
        out.printf(
            "%s, %s (data kept until %s)%n", person.name(), person.role(), person.retainUntil());
      }
      for (Entry step : desk.timeline().openSteps(found.id())) {
        out.printf("Next: %s%n", PartnershipLogCommand.step(step));
      }
      timeline.forEach(entry -> out.println(Desk.line(entry)));
    }
  }
}
