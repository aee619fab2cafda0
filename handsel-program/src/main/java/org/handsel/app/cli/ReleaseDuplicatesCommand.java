package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.release.Duplicate;
import org.handsel.release.Duplicates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Shows what is there already, and takes answers.
@Command(
    name = "duplicates",
    description = {
      "Lists the files of a plan that are there already: same bytes in the plan or on the wiki, a"
          + " taken title, a picture that shows the same.",
      "With --answer says what is to become of them: link (not sent, the record is linked to the"
          + " file that is there), data (the same, and that file is given what it lacks), rename"
          + " (another title), keep (it is another picture) or ask (keep back). The answers stand"
          + " in RELEASE/duplicates.tsv."
    },
    footer = {
      "",
      "Example: handsel release duplicates skarvik-release --answer link --item SKM-12 --by Ada"
    })
final class ReleaseDuplicatesCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Option(
      names = "--search",
      description = "Look through the pictures once more; answers given before stay.")
  private boolean search;

  @Option(
      names = "--answer",
      paramLabel = "ANSWER",
      description = "link, data, rename, keep or ask.")
  private @Nullable String answer;

  @Option(
      names = "--item",
      paramLabel = "ID",
      description =
          "Answer for this item only; may be given several times. Without it for all"
              + " that nobody has answered.")
  private List<String> items = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Answer for this kind only: same-bytes, on-wiki, title-taken or looks-alike.")
  private List<String> kinds = new ArrayList<>();

  @Option(names = "--by", paramLabel = "WHO", description = "Who answers.")
  private String by = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private String note = "";

  @Option(names = "--json", description = "The list as JSON.")
  private boolean json;

  ReleaseDuplicatesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Path place = Objects.requireNonNull(release).folder(folder);
    if (search) {
      try (Progress progress = surroundings.progress("comparing pictures", "files")) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        Duplicates.search(place, threads, progress, surroundings.clock());
      }
    }
    List<Duplicate> found =
        answer == null
            ? Duplicates.list(place)
            : Duplicates.answer(
                place,
                items,
                kinds.stream().map(kind -> one("--kind", kind, Duplicate.Kind.values())).toList(),
                one("--answer", answer, Duplicate.Answer.values()),
                by,
                note,
                surroundings.clock());
    surroundings.out().println(json ? Json.pretty(found) : words(found, place));
  }

  private static String words(List<Duplicate> found, Path place) {
    if (found.isEmpty()) {
      return "Nothing of this release is there already, as far as is known. \"handsel release"
          + " check\" asks the wiki.";
    }
    StringBuilder text = new StringBuilder();
    long open = found.stream().filter(one -> one.answer() == Duplicate.Answer.ASK).count();
    for (Duplicate one : found) {
      text.append(
          "%-7s %-12s %s (%s) = %s%s%n"
              .formatted(
                  one.answer().word(),
                  one.kind().word(),
                  one.item(),
                  one.file(),
                  one.of(),
                  one.by().isEmpty() ? "" : ", says " + one.by()));
    }
    return text.append(
            "%,d in all, %,d wait for an answer. Give it with --answer, or in %s."
                .formatted(found.size(), open, place.resolve("duplicates.tsv")))
        .toString();
  }

  private static <E extends Enum<E>> E one(String option, String word, E[] values) {
    List<String> words = new ArrayList<>();
    for (E value : values) {
      String own = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (own.equals(word.toLowerCase(Locale.ROOT))) {
        return value;
      }
      words.add(own);
    }
    throw HandselException.usage(
        "%s: expected %s, found \"%s\".".formatted(option, String.join(", ", words), word));
  }
}
