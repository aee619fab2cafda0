package org.handsel.release.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.collection.mapping.MappingProfile.TemplateSpec;
import org.handsel.collection.mapping.TextPattern;
import org.handsel.collection.mapping.TextPattern.Name;
import org.handsel.collection.mapping.TextPattern.Placeholder;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The template of a file page: its parameters in their order, each with the pattern that fills it.
///
/// @param name name on the wiki
/// @param creators fields that name who made what the file shows, in order of preference
/// @param parameters in the order of the page
record PageTemplate(String name, List<String> creators, List<Parameter> parameters) {
  private static final List<String> KNOWN = List.of("Artwork", "Photograph", "Information");
  private static final Set<String> FORMS =
      Set.of("plain", "person", "described", "date", "size", "institution", "linked", "url");

  /// @param name name of the parameter
  /// @param pattern what fills it; null when nothing does
  /// @param form how a value of a field without a form of its own is shown
  /// @param expected what a reader misses when it is empty (`date`, `creator` …), or null
  /// @param always whether it is written even when empty
  record Parameter(
      String name,
      @Nullable TextPattern pattern,
      String form,
      @Nullable String expected,
      boolean always) {}

  /// The template of a profile: where the template is known, its own defaults under the profile's
  /// patterns; any other template has exactly the parameters that the profile names.
  static PageTemplate of(TemplateSpec spec) {
    PageTemplate known =
        KNOWN.stream()
            .filter(name -> name.equalsIgnoreCase(spec.name().strip()))
            .findFirst()
            .map(PageTemplate::load)
            .orElse(
                new PageTemplate(
                    spec.name().strip(), List.of("creator", "photographer"), List.of()));
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    known.parameters.forEach(parameter -> parameters.put(parameter.name(), parameter));
    spec.parameters()
        .forEach((name, pattern) -> {
          Parameter before = parameters.get(name);
          parameters.put(
              name,
              before == null
                  ? new Parameter(name, pattern, "plain", null, false)
                  : new Parameter(
                      name, pattern, before.form(), before.expected(), before.always()));
        });
    return new PageTemplate(known.name, known.creators, List.copyOf(parameters.values()));
  }

  /// Reads the data file of a known template.
  static PageTemplate load(String name) {
    Object root =
        new Load(LoadSettings.builder().setLabel(name).build())
            .loadFromString(Tables.text("templates/" + name + ".yaml"));
    Map<?, ?> file = (Map<?, ?>) root;
    List<Parameter> parameters = new ArrayList<>();
    for (Object entry : (List<?>) required(file, "parameters", name)) {
      parameters.add(parameter((Map<?, ?>) entry, name));
    }
    return new PageTemplate(
        required(file, "template", name).toString(),
        texts(required(file, "creator", name)),
        List.copyOf(parameters));
  }

  static List<String> known() {
    return KNOWN;
  }

  private static Parameter parameter(Map<?, ?> entry, String file) {
    Object form = entry.get("form");
    String formName = form == null ? "plain" : form.toString();
    if (!FORMS.contains(formName)) {
      throw new IllegalStateException(
          "%s.yaml: unknown form %s: expected one of %s".formatted(file, formName, FORMS));
    }
    Object from = entry.get("from");
    Object expected = entry.get("expected");
    return new Parameter(
        required(entry, "name", file).toString(),
        from == null ? null : pattern(texts(from)),
        formName,
        expected == null ? null : expected.toString(),
        Boolean.TRUE.equals(entry.get("always")));
  }

  private static TextPattern pattern(List<String> fields) {
    return new TextPattern(
        "{" + String.join("|", fields) + "}",
        List.of(new Placeholder(fields.stream().map(field -> new Name(field, null)).toList())),
        0);
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(Object::toString).toList();
  }

  private static Object required(Map<?, ?> map, String key, String file) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("%s.yaml: no %s in %s".formatted(file, key, map));
    }
    return value;
  }
}
