package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.handsel.app.web.prospects.Spoken;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import picocli.CommandLine.Command;

/// Writes the brief for a meeting.
@Command(
    name = "brief",
    description = {
      "Writes the brief for a meeting: profile with evidence, open questions, what it probably"
          + " wants, precedents that fit,",
      "what to ask for, what they will ask, and the timeline so far. Holds no names of persons."
    },
    footer = {"", "Example: handsel institutions brief Q685753 --out meeting --language de"})
final class InstitutionsBriefCommand extends MeetingCommand {
  InstitutionsBriefCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  List<Path> write(Briefs briefs, Brief brief, Spoken words, DocumentOptions options) {
    return options.write(
        "brief", () -> briefs.html(brief, words), () -> briefs.pdf(brief, words, options.fonts));
  }
}
