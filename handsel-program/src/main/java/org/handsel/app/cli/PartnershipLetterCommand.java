package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.app.web.prospects.Spoken;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.partnership.briefs.Letters;
import org.handsel.partnership.precedents.Precedents;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Direction;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.EntryKind;
import org.handsel.partnership.talks.Logged;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Begins a letter.
@Command(
    name = "letter",
    description = {
      "Writes a letter to begin with, filled in as far as something is known; what is in square"
          + " brackets is yours to fill in.",
      "Nothing is sent. With --sent the text of a file (or the letter as it is) goes into the"
          + " timeline."
    },
    footer = {
      "",
      "Example: handsel partnership letter Bundesarchiv --template first-contact --language de"
          + " --out letter.txt"
    })
final class PartnershipLetterCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  @Option(
      names = "--template",
      paramLabel = "T",
      defaultValue = "first-contact",
      description =
          "first-contact, after-meeting, after-no, answer-to-conditions, reminder or thanks"
              + " (${DEFAULT-VALUE}).")
  private String template = "";

  @Option(
      names = "--language",
      paramLabel = "CC",
      defaultValue = "en",
      description = "de, en or fr (${DEFAULT-VALUE}).")
  private String language = "";

  @Option(names = "--group", paramLabel = "NAME", description = "For whom you write.")
  private String group = "";

  @Option(names = "--out", paramLabel = "FILE", description = "Write it to a file to edit.")
  private @Nullable Path out;

  @Option(
      names = "--sent",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "",
      description = "You have sent it: log the text of the file, or the letter as it is.")
  private @Nullable String sent;

  @Option(
      names = "--because",
      paramLabel = "REASON",
      description = "Why you wrote although somebody else has the claim.")
  private @Nullable String because;

  PartnershipLetterCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws java.io.IOException {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Partnership found = desk.partnerships().named(subject.named);
      Letters letters = Letters.load();
      Letters.Template kind =
          letters.templates().stream()
              .filter(one -> one.id().equals(template))
              .findFirst()
              .orElse(letters.templates().getFirst());
      Letters.Letter letter =
          letters.write(
              template,
              language,
              brief(database, found.institution()),
              parent.who().name().equals("me") ? "" : parent.who().name(),
              group,
              found.revisitOn());
      String text = letter.subject() + "\n\n" + letter.text() + "\n";
      if (sent != null) {
        log(parent, desk, found, kind, sent.isEmpty() ? text : read(sent));
      } else if (out != null) {
        DurableFiles.replace(out, text);
        surroundings.out().println(out);
      } else {
        surroundings.out().print(text);
      }
      if (sent == null && !letter.open().isEmpty()) {
        surroundings.err().println("To fill in: " + String.join(" ", letter.open()));
      }
    }
    return 0;
  }

  private static String read(String file) throws java.io.IOException {
    try {
      return java.nio.file.Files.readString(Path.of(file));
    } catch (java.nio.file.NoSuchFileException e) {
      throw org.handsel.platform.HandselException.usage(
          "--sent: expected a file with the letter, found none at \"%s\".".formatted(file));
    }
  }

  private Brief brief(Database database, String institution) {
    History history = new History(database, surroundings.clock());
    Institutions register = new Institutions(database, history, surroundings.clock());
    Prospects prospects = new Prospects(database, history, surroundings.clock(), register);
    Precedents precedents = new Precedents(database, history, surroundings.clock(), register);
    Spoken words = new Spoken(PageWords.words("prospects", language.equals("de") ? "de" : "en"));
    return new Briefs(database, history, surroundings.clock(), register, prospects, precedents)
        .brief(institution, words)
        .orElseThrow();
  }

  private void log(
      PartnershipCommand parent, Desk desk, Partnership found, Letters.Template kind, String text) {
    EntryDraft draft =
        EntryDraft.of(
            found.id(),
            LocalDate.now(surroundings.clock()),
            EntryKind.of(kind.kind()),
            Direction.OUT,
            text);
    switch (desk.timeline().log(parent.who(), draft, because)) {
      case ClaimNotice notice -> throw Desk.stopped(notice);
      case Logged.Entered entered -> surroundings.out().println(Desk.line(entered.entry()));
    }
  }
}
