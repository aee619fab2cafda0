package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes the first mapping profile of a delivery: one that runs, to be improved by people.
///
/// Fields are found by the names of columns and elements in several languages (`field-names.tsv`),
/// rights also by their values. What was guessed is said in comments. Formats of the field have
/// ready profiles instead (`org.handsel.collection.mapping.ReadyProfiles`).
public final class StarterMapping {
  /// The fields of an item that templates and checks know, in the order in which people look at
  /// them.
  public static final List<String> FIELDS =
      List.of(
          "title",
          "description",
          "creator",
          "photographer",
          "date",
          "place",
          "depicted",
          "medium",
          "dimensions",
          "accession",
          "institution",
          "source",
          "image",
          "keywords");

  private static final Pattern FLIPPED =
      Pattern.compile("^\\p{Lu}[^,;|]{1,30}, \\p{Lu}[^,;|]{0,30}$");

  /// Names with the years of a life, as catalogues write them.
  private static final Pattern LIFE = Pattern.compile("[(,] ?[0-9]{4} ?[-–]");

  private final SourceProfile profile;
  private final Map<String, Choice> choices = new LinkedHashMap<>();
  private final StringBuilder yaml = new StringBuilder();

  /// What a field was given.
  private record Choice(String path, List<String> transforms, String note) {}

  private StarterMapping(SourceProfile profile) {
    this.profile = profile;
  }

  /// A mapping profile as YAML.
  public static String of(SourceProfile profile) {
    return new StarterMapping(profile).write();
  }

  private String write() {
    choose();
    line("# A first mapping profile, written from the delivery itself: %s.", profile.description());
    line(
        "# Records: %d. Guesses carry a remark; see what they give before you rely on them.",
        profile.records());
    line(
        "# Where all values of a field are in one language, add for example \"language: sv\" to"
            + " it.");
    line("%s", source(profile.source()));
    id();
    fields();
    rights();
    output();
    return yaml.toString();
  }

  private void choose() {
    FieldChoice choice = FieldChoice.of(profile);
    choice
        .chosen()
        .forEach((field, found) ->
            choices.put(field, new Choice(found.path(), transforms(field, found), remark(found))));
    if (choice.guessedRights()) {
      choices.computeIfPresent(
          "rights-reproduction",
          (field, found) ->
              new Choice(
                  found.path(),
                  List.of("trim"),
                  "found by its values: does it speak of the image or of the description?"));
    }
  }

  private String remark(FieldProfile field) {
    if (field.records() * 100 >= profile.records() * 99) {
      return "";
    }
    long percent = Math.round(100.0 * field.records() / Math.max(1, profile.records()));
    return "filled in %d %% of the records".formatted(percent);
  }

  /// The transforms that what was found calls for, when it becomes this field.
  public static List<String> transforms(String field, FieldProfile found) {
    List<String> transforms = new ArrayList<>(List.of("trim"));
    if (found.markup() > 0 && (field.equals("description") || field.equals("title"))) {
      transforms.add("html");
    }
    switch (field) {
      case "date" -> transforms.add("date");
      case "dimensions" -> transforms.add("dimensions");
      case "creator", "photographer", "depicted" -> {
        long flipped = found.samples().stream().filter(s -> FLIPPED.matcher(s).matches()).count();
        boolean catalogued =
            found.samples().stream()
                .anyMatch(s -> FLIPPED.matcher(s).matches() || LIFE.matcher(s).find());
        if (flipped * 2 > found.samples().size()) {
          transforms.add("flip-name");
        } else if (catalogued) {
          transforms.add("person");
        }
      }
      default -> {
        // Text as it is.
      }
    }
    return transforms;
  }

  /// How a delivery is read, as the line of a profile that says so.
  public static String source(SourceSpec source) {
    List<String> parts = new ArrayList<>();
    part(parts, "format", source.format());
    part(parts, "charset", source.charset());
    part(parts, "delimiter", source.delimiter());
    part(parts, "quote", source.quote());
    part(parts, "sheet", source.sheet());
    part(parts, "record", source.record());
    Map<String, String> namespaces = usedNamespaces(source);
    if (!namespaces.isEmpty()) {
      List<String> inner = new ArrayList<>();
      namespaces.forEach((prefix, uri) -> inner.add(prefix + ": " + quoted(uri)));
      parts.add("namespaces: {" + String.join(", ", inner) + "}");
    }
    if (!source.joins().isEmpty()) {
      List<String> joins =
          source.joins().stream()
              .map(join ->
                  "{file: %s, on: %s, key: %s}"
                      .formatted(quoted(join.file()), quoted(join.on()), quoted(join.key())))
              .toList();
      parts.add("joins: [" + String.join(", ", joins) + "]");
    }
    return "source: {%s}".formatted(String.join(", ", parts));
  }

  /// Only prefixes that the profile names; the others would be noise.
  private static Map<String, String> usedNamespaces(SourceSpec source) {
    Map<String, String> used = new LinkedHashMap<>();
    String record = source.record() == null ? "" : source.record();
    Map<String, String> known = new LinkedHashMap<>(KnownNames.PREFIXES);
    known.putAll(source.namespaces());
    known.forEach((prefix, uri) -> {
      if (Pattern.compile("(^|[^\\w-])" + Pattern.quote(prefix) + ":\\w").matcher(record).find()) {
        used.put(prefix, uri);
      }
    });
    return used;
  }

  private static void part(
      List<String> parts, String key, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      parts.add(key + ": " + quoted(value));
    }
  }

  private void id() {
    if (profile.idCandidates().isEmpty()) {
      FieldProfile nearest =
          profile.fields().stream()
              .max(java.util.Comparator.comparingLong(FieldProfile::distinct))
              .orElse(null);
      line("# No field is filled and different in every record: ask the institution for numbers.");
      line("id: %s", nearest == null ? "id" : quoted(nearest.path()));
      return;
    }
    List<String> others = profile.idCandidates().stream().skip(1).limit(4).toList();
    if (!others.isEmpty()) {
      line("# Unique in every record are also: %s", String.join(", ", others));
    }
    line("id: %s", quoted(profile.idCandidates().getFirst()));
  }

  private void fields() {
    List<String> found = FIELDS.stream().filter(choices::containsKey).toList();
    line("fields:");
    if (found.isEmpty()) {
      FieldProfile any = profile.fields().isEmpty() ? null : profile.fields().getFirst();
      line("  # No name was recognised: choose from the list of \"handsel collection profile\".");
      line("  title: {from: %s, transforms: [trim]}", any == null ? "title" : quoted(any.path()));
    }
    for (String field : found) {
      selector(field, choices.get(field));
    }
  }

  private void selector(String name, @org.jspecify.annotations.Nullable Choice choice) {
    if (choice == null) {
      return;
    }
    if (!choice.note().isEmpty()) {
      line("  # %s: %s", name, choice.note());
    }
    StringBuilder parts = new StringBuilder("from: " + quoted(choice.path()));
    if (!choice.transforms().isEmpty()) {
      parts.append(", transforms: [").append(String.join(", ", choice.transforms())).append("]");
    }
    line("  %s: {%s}", name, parts);
  }

  private void rights() {
    List<String> layers =
        List.of("work", "reproduction", "metadata").stream()
            .filter(layer -> choices.containsKey("rights-" + layer))
            .toList();
    if (layers.isEmpty()) {
      line(
          "# Nothing in the records speaks of rights. What the partner declared by agreement goes"
              + " here:");
      line("# rights: {release: \"https://creativecommons.org/publicdomain/zero/1.0/\"}");
      return;
    }
    line("# Rights in the description say nothing about the image; the layers are kept apart.");
    line("rights:");
    for (String layer : layers) {
      selector(layer, choices.get("rights-" + layer));
    }
  }

  private void output() {
    String what =
        choices.containsKey("title")
            ? choices.containsKey("description") ? "{title|description}" : "{title}"
            : choices.containsKey("description") ? "{description}" : "{id}";
    String institution = choices.containsKey("institution") ? " - {institution}" : "";
    String id = what.equals("{id}") ? "" : " - {id}";
    line("filename: \"%s%s%s\"", what, institution, id);
    boolean photograph = choices.containsKey("photographer") && !choices.containsKey("creator");
    boolean artwork = choices.containsKey("creator") || choices.containsKey("medium");
    line("template:");
    line("  name: %s", photograph ? "Photograph" : artwork ? "Artwork" : "Information");
    line(
        "# Content categories must exist on the wiki, for example \"Images from the"
            + " institution\".");
    line("categories: []");
    if (choices.containsKey("description") || choices.containsKey("title")) {
      String field = choices.containsKey("description") ? "description" : "title";
      line("maintenance-categories:");
      line("  - {when: \"empty($%s)\", category: \"Media without a %s\"}", field, field);
    }
  }

  private void line(String format, Object... arguments) {
    yaml.append(String.format(java.util.Locale.ROOT, format, arguments)).append('\n');
  }

  /// A YAML scalar that means this text and nothing else, also inside braces.
  private static String quoted(String text) {
    boolean plain =
        text.matches("[\\p{L}_][\\p{L}\\p{N}_/.-]*( [\\p{L}\\p{N}_/.-]+)*")
            && !text.matches("(?i)true|false|yes|no|on|off|null|none|y|n");
    if (plain || text.equals("none")) {
      return text;
    }
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t").replace("\n", " ")
        + '"';
  }
}
