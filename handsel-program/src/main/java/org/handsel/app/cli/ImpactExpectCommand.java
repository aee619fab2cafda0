package org.handsel.app.cli;

import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What one side expects, and what came of it.
@Command(
    name = "expect",
    description = {
      "Notes what one side expects of the partnership, with a number that decides or without, and",
      "what people say came of it. Without a sentence: all expectations with what is reached."
    },
    footer = {
      "",
      "Example: handsel impact expect 'Skarvik Maritime Museum' 'in thirty articles by spring'"
          + " --measure pages --target 30 --due 2027-03-31"
    })
final class ImpactExpectCommand extends StewardCommand {
  @Parameters(index = "1", arity = "0..1", paramLabel = "SENTENCE", description = "In words.")
  private @Nullable String text;

  @Option(
      names = "--measure",
      paramLabel = "CODE",
      description = "Measure that decides, such as pages, files-used or views.")
  private @Nullable String measure;

  @Option(names = "--target", paramLabel = "N", description = "The number wanted.")
  private @Nullable Double target;

  @Option(names = "--due", paramLabel = "DAY", description = "Until when.")
  private @Nullable String due;

  @Option(
      names = "--judge",
      paramLabel = "ID",
      description = "Say what came of an expectation, with --outcome.")
  private @Nullable String judged;

  @Option(names = "--outcome", paramLabel = "WORD", description = "met, partly or missed.")
  private String outcome = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Who said so, and why.")
  private String note = "";

  @Option(names = "--remove", paramLabel = "ID", description = "Take an expectation back.")
  private @Nullable String removed;

  ImpactExpectCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(ImpactCommand parent, StewardDesk steward, Partnership found) {
    if (judged != null) {
      steward.stewardship().judge(parent.who(), found.id(), judged, outcome, note);
    } else if (removed != null) {
      steward.stewardship().withdrawExpectation(parent.who(), found.id(), removed);
    } else if (text != null) {
      var unused =
          steward
              .stewardship()
              .expect(
                  parent.who(),
                  found.id(),
                  text,
                  measure,
                  target,
                  due == null ? null : steward.desk().day(due));
    } else if (measure != null || target != null || due != null) {
      throw HandselException.usage("expectation: expected a sentence, found only numbers.");
    }
    steward
        .look(found)
        .promises()
        .forEach(one -> surroundings.out().println(StewardDesk.line(one)));
  }
}
