package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handsel.collection.mapping.ReadyProfiles;
import org.handsel.collection.mapping.ReadyProfiles.Ready;
import org.handsel.collection.source.FieldProfile;
import org.handsel.collection.source.Joins;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.collection.source.StarterMapping;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks at a delivery before anybody maps it.
@Command(
    name = "profile",
    description = {
      "Shows what a delivery holds: fields, how full they are, distinct values, samples, and what"
          + " may serve as an id.",
      "With --out also writes a first mapping profile that runs."
    },
    footer = {"", "Example: handsel collection profile samples/skarvik/skarvik.csv --out look"})
final class CollectionProfileCommand implements Runnable {
  private static final int SAMPLE_WIDTH = 60;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "SOURCE", description = "File, folder, .gz, .tgz or .zip.")
  private Path source = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for mapping.yaml and profile.json.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      description =
          "csv, tsv, xlsx, xls, ods, xml, json, marc21 or iiif, when it is not recognised.")
  private @Nullable String format;

  @Option(names = "--charset", description = "Character set, when it is not recognised.")
  private @Nullable String charset;

  @Option(names = "--delimiter", description = "Character between cells.")
  private @Nullable String delimiter;

  @Option(names = "--quote", description = "Quote character, or none.")
  private @Nullable String quote;

  @Option(names = "--sheet", description = "Name or number of the sheet.")
  private @Nullable String sheet;

  @Option(
      names = "--record",
      description =
          "Name of the element that holds one record; keys that lead to a list of JSON, such as"
              + " response/docs; canvas for IIIF.")
  private @Nullable String record;

  @Option(
      names = "--join",
      description =
          "Join the tables beside this one that share its keys, so that their columns are looked"
              + " through and mapped, too.")
  private boolean join;

  @Option(names = "--json", description = "Everything as JSON.")
  private boolean json;

  CollectionProfileCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    SourceSpec spec =
        new SourceSpec(format, charset, delimiter, quote, sheet, record, Map.of(), List.of());
    List<Joins.Proposal> joins = Joins.propose(source, spec);
    if (join) {
      spec = spec.joining(joins.stream().map(Joins.Proposal::join).toList());
    }
    SourceProfile profile;
    try (Progress progress = surroundings.progress("looking", "bytes");
        RecordSource records = Sources.open(source, spec)) {
      profile = SourceProfile.of(records, progress);
    }
    surroundings.out().println(json ? Json.pretty(profile) : words(profile) + words(joins));
    if (out != null) {
      Optional<Ready> ready = join ? Optional.empty() : ReadyProfiles.fitting(source, spec);
      // A delivery that is not read as it is recognised needs to be told how.
      String reading =
          spec.equals(SourceSpec.RECOGNISE) ? "" : StarterMapping.source(profile.source()) + "\n";
      DurableFiles.replace(
          out.resolve("mapping.yaml"),
          ready.map(one -> reading + one.text()).orElseGet(() -> StarterMapping.of(profile)));
      DurableFiles.replace(out.resolve("profile.json"), Json.pretty(profile) + "\n");
      if (!json) {
        surroundings
            .out()
            .println(
                ready
                        .map(one -> "The ready profile \"%s\": ".formatted(one.name()))
                        .orElse("A first mapping profile: ")
                    + out.resolve("mapping.yaml"));
      }
    }
  }

  private static String words(SourceProfile profile) {
    StringBuilder text =
        new StringBuilder(
            "Read as %s%n%,d records%n%n".formatted(profile.description(), profile.records()));
    text.append("%7s %9s %4s  %s%n".formatted("filled", "distinct", "max", "field, with samples"));
    for (FieldProfile field : profile.fields()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%6.1f%% %s%,8d %4d  %s%s%n%26s%s%n",
              100.0 * field.records() / Math.max(1, profile.records()),
              field.distinctExact() ? " " : "~",
              field.distinct(),
              field.maxPerRecord(),
              field.path(),
              field.unique() ? "   (unique)" : "",
              "",
              samples(field)));
    }
    text.append('\n');
    if (profile.idCandidates().isEmpty()) {
      text.append("No field is unique over the delivery: none can serve as the id.\n");
    } else {
      text.append("May serve as the id: ")
          .append(String.join(", ", profile.idCandidates()))
          .append('\n');
    }
    profile
        .problems()
        .forEach(p -> text.append(p.code()).append(": ").append(p.reason()).append('\n'));
    return text.toString();
  }

  private String words(List<Joins.Proposal> joins) {
    StringBuilder text = new StringBuilder();
    if (!joins.isEmpty()) {
      text.append("\n\nTables beside it ").append(join ? "joined:\n" : "that may be joined:\n");
    }
    for (Joins.Proposal one : joins) {
      text.append(
          String.format(
              Locale.ROOT,
              "  {file: %s, on: %s, key: %s}   %,d of %,d records have a row there, up to %,d%n",
              one.join().file(),
              one.join().on(),
              one.join().key(),
              one.found(),
              one.records(),
              one.most()));
    }
    if (!joins.isEmpty() && !join) {
      text.append("With --join their columns are looked through, too.");
    }
    return text.toString();
  }

  private static String samples(FieldProfile field) {
    String samples = String.join(" · ", field.samples()).replaceAll("\\s+", " ");
    return samples.length() > SAMPLE_WIDTH * 2
        ? samples.substring(0, SAMPLE_WIDTH * 2) + "…"
        : samples;
  }
}
