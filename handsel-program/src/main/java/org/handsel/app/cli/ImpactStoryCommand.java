package org.handsel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.Measurement;
import org.handsel.impact.Story;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Stories of a partnership.
@Command(
    name = "story",
    description = {
      "Drafts a story for the newsletter, the blog or the list of precedents from measured"
          + " numbers,",
      "and records what the partner said to it. A change after approval makes it a draft again.",
      "Without a kind: all stories of the partnership."
    },
    footer = {
      "",
      "Example: handsel impact story 'Skarvik Maritime Museum' newsletter --from uses --language en"
    })
final class ImpactStoryCommand extends StewardCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "KIND",
      description = "newsletter, blog or precedents.")
  private @Nullable String kind;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Folder of measures; otherwise the partnership's last one.")
  private @Nullable Path folder;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "de or en (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(names = "--show", paramLabel = "ID", description = "Print a story.")
  private @Nullable String shown;

  @Option(names = "--edit", paramLabel = "ID", description = "Replace its text by --text.")
  private @Nullable String edited;

  @Option(names = "--text", paramLabel = "FILE", description = "The new text.")
  private @Nullable Path text;

  @Option(names = "--approve", paramLabel = "ID", description = "The partner said yes.")
  private @Nullable String approved;

  @Option(names = "--decline", paramLabel = "ID", description = "The partner said no.")
  private @Nullable String declined;

  @Option(names = "--by", paramLabel = "NAME", description = "Who of the partner said so.")
  private String by = "";

  @Option(names = "--evidence", paramLabel = "TEXT", description = "Where it is written.")
  private String evidence = "";

  ImpactStoryCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(ImpactCommand parent, StewardDesk steward, Partnership found) {
    if (shown != null) {
      surroundings.out().println(own(steward, found, shown).text());
    } else if (edited != null) {
      Story story = own(steward, found, edited);
      tell(steward.stories().edit(parent.who(), story.id(), story.version(), newText()));
    } else if (approved != null || declined != null) {
      Story story =
          own(steward, found, approved == null ? Objects.requireNonNull(declined) : approved);
      tell(steward.stories().decide(parent.who(), story.id(), approved != null, by, evidence));
    } else if (kind != null) {
      Story story =
          steward
              .stories()
              .draft(
                  parent.who(),
                  found.id(),
                  kind,
                  language,
                  measured(steward, found),
                  steward.corrections().of(found.id()));
      tell(story);
      surroundings.out().println(story.text());
    } else {
      steward.stories().of(found.id()).forEach(this::tell);
    }
  }

  private static Story own(StewardDesk steward, Partnership partnership, String id) {
    Story story = steward.stories().named(id);
    if (!story.partnership().equals(partnership.id())) {
      throw HandselException.usage(
          "story \"%s\": it belongs to another partnership.".formatted(id));
    }
    return story;
  }

  private Measurement measured(StewardDesk steward, Partnership partnership) {
    return folder != null
        ? new MeasureFolder(folder).read()
        : steward
            .folders()
            .latest(partnership.id())
            .orElseThrow(() ->
                HandselException.usage(
                    "nothing is measured yet. Run \"handsel impact measure … --partnership ID\", or"
                        + " give --from DIR."));
  }

  private String newText() {
    if (text == null) {
      throw HandselException.usage("--edit: expected --text FILE with the new text, found none.");
    }
    try {
      return Files.readString(text);
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s). Check the path.".formatted(text, DurableFiles.reason(e)));
    }
  }

  private void tell(Story story) {
    surroundings.out().println(StewardDesk.line(story));
  }
}
