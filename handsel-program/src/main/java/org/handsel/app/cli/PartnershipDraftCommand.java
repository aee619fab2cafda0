package org.handsel.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.draft.Draft;
import org.handsel.partnership.draft.Drafts;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Drafts of what may be signed.
@Command(
    name = "draft",
    description = {
      "Writes a draft of a one-sided release, letter, memorandum or agreement, clause by clause,"
          + " from what the checklist and the ledger say; for a lawyer to read.",
      "The setting community names the chapter or group."
    },
    footer = {
      "",
      "Example: handsel partnership draft Bundesarchiv --kind memorandum --language de --format"
          + " html,pdf --out drafts"
    })
final class PartnershipDraftCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  @Option(
      names = "--kind",
      paramLabel = "RUNG",
      description =
          "one-sided-release, letter, memorandum or agreement; otherwise the rung that was chosen.")
  private @Nullable String kind;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "de or en (${DEFAULT-VALUE}).")
  private String language = "";

  @Option(
      names = "--format",
      paramLabel = "LIST",
      split = ",",
      defaultValue = "md",
      description = "html, md, wiki, pdf; several separated by commas (${DEFAULT-VALUE}).")
  private List<String> formats = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the files; without it Markdown is printed.")
  private @Nullable Path out;

  @Option(names = "--plain", description = "Without the reasons and precedents of the clauses.")
  private boolean plain;

  @Option(names = "--json", description = "Text and notes as JSON.")
  private boolean json;

  PartnershipDraftCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Office office = Office.on(database, surroundings.clock());
      Partnership found = office.named(subject.named);
      Rung chosen = office.agreements().of(found.id()).rung();
      Rung rung =
          kind != null
              ? Rung.of(kind)
              : chosen == null || chosen == Rung.NONE_NEEDED ? Rung.LETTER : chosen;
      Drafts drafts =
          new Drafts(
              database,
              new History(database, surroundings.clock()),
              surroundings.clock(),
              parent.settings().get("community").orElse(""));
      Draft draft = drafts.of(found.id(), rung, language);
      if (json) {
        surroundings.out().println(Json.pretty(draft));
      } else if (out == null) {
        surroundings
            .out()
            .println(new String(drafts.write(draft, "md", !plain), StandardCharsets.UTF_8));
      } else {
        write(drafts, draft, out);
      }
    }
  }

  private void write(Drafts drafts, Draft draft, Path folder) {
    for (String format : formats) {
      Path file =
          folder.resolve(
              "%s-%s.%s".formatted(draft.kind().code(), draft.language(), format.strip()));
      DurableFiles.replace(file, drafts.write(draft, format.strip(), !plain));
      surroundings.out().println(file);
    }
    if (draft.gaps() > 0) {
      surroundings.out().printf("%d gaps are left to fill in.%n", draft.gaps());
    }
  }
}
