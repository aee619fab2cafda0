package org.handsel.app.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.handsel.testbed.OpenRefine;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real OpenRefine asks our service about artists of the Museum of Modern Art, whose records in
/// the National Gallery's file are known.
@Tag("wiki")
@Tag("data")
class OpenRefineIT {
  private static final int ARTISTS = 300;
  private static final long SEED = 20_261_129;

  @TempDir Path folder;

  private record Artist(String id, String name, String birth, String death) {}

  @Test
  void artistsOfOneMuseumFindTheirRecordsInAnother() throws Exception {
    Map<String, String> gold = gold();
    List<Artist> artists = artists(gold);
    try (ServedOnLoopback service =
            ServedOnLoopback.start(
                folder.resolve("home"), Map.of("nga", Shared.data("persons/museums/nga.csv")));
        OpenRefine refine = OpenRefine.start(folder)) {
      assertThat(refine.version()).startsWith("3.6.2");
      String url = service.url("0.2", "nga");
      var manifest = refine.manifest(url);
      String project = refine.project("MoMA", csv(artists));
      long begun = System.nanoTime();
      refine.apply(
          project,
          operations(url, manifest.path("identifierSpace").asString("")),
          Duration.ofMinutes(2));
      double seconds = (System.nanoTime() - begun) / 1e9;
      List<List<String>> rows =
          refine.rows(
              project,
              "cells[\"id\"].value",
              "cells[\"name\"].recon.matched",
              "cells[\"name\"].recon.match.id",
              "cells[\"name\"].recon.best.id",
              "cells[\"name\"].recon.best.score",
              "cells[\"name\"].recon.best.type[0]",
              "cells[\"name\"].recon.features.nameLevenshtein");
      assertThat(rows).hasSize(ARTISTS);
      int matched = 0;
      int right = 0;
      int best = 0;
      List<String> wrong = new ArrayList<>();
      for (List<String> row : rows) {
        String wanted = Objects.requireNonNull(gold.get(row.get(0)));
        best += wanted.equals(row.get(3)) ? 1 : 0;
        if (row.get(1).equals("true")) {
          matched++;
          right += wanted.equals(row.get(2)) ? 1 : 0;
          if (!wanted.equals(row.get(2))) {
            wrong.add(String.join(" ", row));
          }
        }
      }
      System.out.printf(
          "OpenRefine: %d of %d matched by itself, %d of them right, best candidate right %d, %.1f"
              + " s%n",
          matched, ARTISTS, right, best, seconds);
      assertThat((double) right / matched)
          .as("precision; wrong: %s", wrong)
          .isGreaterThanOrEqualTo(0.99);
      assertThat(matched).as("matched by itself").isGreaterThanOrEqualTo(265);
      assertThat(best).as("best candidate right").isGreaterThanOrEqualTo(294);
    }
  }

  private static Map<String, String> gold() throws IOException {
    Map<String, String> gold = new HashMap<>();
    for (String line : Files.readAllLines(Shared.data("persons/museums/gold_moma_nga.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells.length == 6 && cells[5].equals("pos")) {
        gold.put(cells[1], cells[3]);
      }
    }
    return gold;
  }

  private static List<Artist> artists(Map<String, String> gold) {
    List<Artist> artists = new ArrayList<>();
    org.handsel.authority.record.PersonFiles.read(
        Shared.data("persons/museums/moma.csv"),
        Map.of(),
        record -> {
          if (gold.containsKey(record.id())) {
            artists.add(new Artist(record.id(), record.name(), record.birth(), record.death()));
          }
        });
    Collections.shuffle(artists, new Random(SEED));
    return artists.subList(0, ARTISTS);
  }

  private static String csv(List<Artist> artists) {
    StringWriter csv = new StringWriter();
    csv.append("id,name,birth,death\n");
    for (Artist artist : artists) {
      csv.append(
          "%s,\"%s\",%s,%s\n"
              .formatted(artist.id, artist.name.replace("\"", "\"\""), artist.birth, artist.death));
    }
    return csv.toString();
  }

  private static String operations(String url, String space) {
    return """
    [{"op":"core/recon","engineConfig":{"facets":[],"mode":"row-based"},"columnName":"name",
      "config":{"mode":"standard-service","service":"%s","identifierSpace":"%s",
        "schemaSpace":"https://schema.org/","type":{"id":"person","name":"Person"},"autoMatch":true,
        "columnDetails":[{"column":"birth","propertyName":"date of birth","propertyID":"birth"},
          {"column":"death","propertyName":"date of death","propertyID":"death"}],"limit":0}}]
    """
        .formatted(url, space);
  }
}
