package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.handsel.app.web.prospects.Spoken;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.partnership.briefs.Deck;
import picocli.CommandLine.Command;

/// Writes slides for staff of the institution.
@Command(
    name = "slides",
    description = {
      "Writes slides for staff of museums and ministries from the facts of the brief: what Commons"
          + " is, what partners gained",
      "in numbers, what we ask and what we do not ask. Arrow keys turn them over, N shows notes."
    },
    footer = {"", "Example: handsel institutions slides Q685753 --out meeting --language de"})
final class InstitutionsSlidesCommand extends MeetingCommand {
  InstitutionsSlidesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  List<Path> write(Briefs briefs, Brief brief, Spoken words, DocumentOptions options) {
    Deck deck = briefs.deck(brief, words);
    return options.write(
        "slides", () -> briefs.html(deck, words), () -> briefs.pdf(deck, words, options.fonts));
  }
}
