package org.handsel.release.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.collection.Facts;
import org.handsel.collection.Item;
import org.handsel.collection.ItemRights;
import org.handsel.collection.LayerRights;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.Profiles;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;

/// Items and profiles for the tests of pages and plans.
public final class PageSamples {
  public static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";

  private PageSamples() {}

  public static RightsStatement statement(String uri) {
    boolean free = uri.equals(CC0);
    return new RightsStatement(
        uri,
        uri,
        free ? "CC0" : "CC BY-SA 4.0",
        Verdict.YES,
        "free",
        free ? "Cc-zero" : "Cc-by-sa-4.0",
        free ? "Q6938433" : "Q18199165",
        null,
        free ? "Q88088423" : "Q50423863");
  }

  public static LayerRights layer(Verdict verdict) {
    return new LayerRights(
        verdict == Verdict.YES ? CC0 : null, verdict, "the words", "Rights", "it was said so");
  }

  public static Item item(String id, Map<String, List<Value>> fields, Verdict verdict) {
    return new Item(
        id,
        fields,
        new ItemRights(layer(verdict), layer(verdict), LayerRights.silent("metadata")),
        Facts.NONE,
        null,
        List.of(),
        new Item.Origin("x.csv", 1, 2));
  }

  public static Item item(String id, String... fieldsAndValues) {
    Map<String, List<Value>> fields = new LinkedHashMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      fields
          .computeIfAbsent(fieldsAndValues[i], key -> new ArrayList<>())
          .add(value(fieldsAndValues[i + 1], null, null, null));
    }
    return item(id, fields, Verdict.YES);
  }

  public static Value value(
      String text,
      @Nullable String language,
      @Nullable String qualifier,
      Value.@Nullable Mapped mapped) {
    return new Value(text, language, "Column", text, null, qualifier, mapped);
  }

  /// A profile with the given sections after its fields.
  public static MappingProfile profile(Path folder, String sections) throws Exception {
    return profile(folder, sections, "");
  }

  /// @param constants further ones, each with a comma behind
  public static MappingProfile profile(Path folder, String sections, String constants)
      throws Exception {
    Path file = folder.resolve("mapping.yaml");
    java.nio.file.Files.writeString(
        file,
        """
        source: {format: csv}
        id: Id
        fixed: {%sbatch: "2026-11", project: "{{Partnership|Skarvik}}"}
        fields: {title: T, description: D, creator: C, photographer: P, date: Y, place: L, depicted: S,
          dimensions: M, institution: I, accession: A, source: U, image: F, credit: K, wikidata: Q}
        """
                .formatted(constants)
            + sections);
    return Profiles.load(file);
  }
}
