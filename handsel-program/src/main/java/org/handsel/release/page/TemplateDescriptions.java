package org.handsel.release.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.collection.mapping.TextPattern;
import org.handsel.collection.mapping.TextPattern.Name;
import org.handsel.collection.mapping.TextPattern.Placeholder;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceText;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads descriptions of templates: those of the program (`templates/`) and those that a person
/// wrote beside a profile. Everything in them is checked when they are read.
///
/// A description is YAML: `template` (name on the wiki), `source` (where the parameters were read),
/// `creator` (fields that name who made it), `parameters` (a list of `name`, `from`, `form`,
/// `expected`, `always`).
final class TemplateDescriptions {
  static final Set<String> FORMS =
      Set.of(
          "plain",
          "person",
          "described",
          "date",
          "size",
          "institution",
          "linked",
          "url",
          "language",
          PageTemplate.WORK_LICENCE,
          PageTemplate.PHOTO_LICENCE);
  private static final Set<String> KEYS = Set.of("template", "source", "creator", "parameters");
  private static final Set<String> PARAMETER_KEYS =
      Set.of("name", "from", "form", "expected", "always");
  private static final Set<String> EXPECTED = Set.of("description", "date", "creator", "source");
  private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern PARAMETER = Pattern.compile("[^|={}\\[\\]<>\\p{Cntrl}]+");

  private final String file;

  private TemplateDescriptions(String file) {
    this.file = file;
  }

  /// Names of the templates that come with the program.
  static List<String> known() {
    return Tsv.resource(TemplateDescriptions.class, "templates/templates.tsv").stream()
        .map(row -> row.get(0))
        .toList();
  }

  /// A template that comes with the program, by its name in any case.
  static Optional<PageTemplate> known(String name) {
    for (List<String> row : Tsv.resource(TemplateDescriptions.class, "templates/templates.tsv")) {
      if (row.get(0).equalsIgnoreCase(name)) {
        String file = row.get(1);
        try {
          return Optional.of(
              new TemplateDescriptions(file)
                  .read(ResourceText.of(TemplateDescriptions.class, "templates/" + file)));
        } catch (HandselException wrong) {
          // A fault of the program, not of the person who uses it.
          throw new IllegalStateException(wrong.getMessage(), wrong);
        }
      }
    }
    return Optional.empty();
  }

  /// A template that a person described.
  ///
  /// @throws HandselException with exit 2 and what is wrong
  static PageTemplate of(Path file) {
    try {
      return new TemplateDescriptions(String.valueOf(file.getFileName()))
          .read(Files.readString(file));
    } catch (IOException e) {
      throw HandselException.usage(
          "template.file: %s cannot be read (%s).".formatted(file, DurableFiles.reason(e)));
    }
  }

  private PageTemplate read(String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw wrong(
          "expected YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    Map<?, ?> map = map(root, "a template's description");
    known(map, KEYS, "");
    String name = text(map, "template", "");
    if (text(map, "source", "").isBlank()) {
      throw wrong("source: expected where the parameters were read, found nothing");
    }
    List<PageTemplate.Parameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object entry : list(map.get("parameters"), "parameters")) {
      PageTemplate.Parameter parameter = parameter(map(entry, "a parameter"));
      if (!names.add(parameter.name())) {
        throw wrong(
            "parameter \"%s\" stands there twice: expected it once".formatted(parameter.name()));
      }
      parameters.add(parameter);
    }
    return new PageTemplate(name, fields(map.get("creator"), "creator"), parameters);
  }

  private PageTemplate.Parameter parameter(Map<?, ?> entry) {
    String name = text(entry, "name", "a parameter: ");
    String place = "parameter \"%s\": ".formatted(name);
    known(entry, PARAMETER_KEYS, place);
    if (!PARAMETER.matcher(name).matches()) {
      throw wrong(place + "expected a name without | = { } [ ] < >");
    }
    String form = entry.get("form") == null ? "plain" : String.valueOf(entry.get("form"));
    if (!FORMS.contains(form)) {
      throw wrong("%sexpected a form of %s, found \"%s\"".formatted(place, sorted(FORMS), form));
    }
    Object expected = entry.get("expected");
    if (expected != null && !EXPECTED.contains(expected.toString())) {
      throw wrong(
          "%sexpected: expected one of %s, found \"%s\""
              .formatted(place, sorted(EXPECTED), expected));
    }
    return new PageTemplate.Parameter(
        name,
        entry.get("from") == null ? null : pattern(fields(entry.get("from"), place + "from")),
        form,
        expected == null ? null : expected.toString(),
        Boolean.TRUE.equals(entry.get("always")));
  }

  private static TextPattern pattern(List<String> fields) {
    return new TextPattern(
        "{" + String.join("|", fields) + "}",
        List.of(new Placeholder(fields.stream().map(field -> new Name(field, null)).toList())),
        0);
  }

  private List<String> fields(@Nullable Object value, String place) {
    List<String> fields = list(value, place).stream().map(String::valueOf).toList();
    for (String field : fields) {
      if (!FIELD.matcher(field).matches()) {
        throw wrong("%s: expected names of fields, found \"%s\"".formatted(place, field));
      }
    }
    return fields;
  }

  private List<?> list(@Nullable Object value, String place) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw wrong("%s: expected a list, found %s".formatted(place, value));
    }
    return list;
  }

  private Map<?, ?> map(@Nullable Object value, String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("expected %s, found %s".formatted(what, value));
    }
    return map;
  }

  private String text(Map<?, ?> map, String key, String place) {
    Object value = map.get(key);
    if (value == null || value.toString().isBlank()) {
      throw wrong("%s%s: expected a text, found nothing".formatted(place, key));
    }
    return value.toString().strip();
  }

  private void known(Map<?, ?> map, Set<String> keys, String place) {
    for (Object key : map.keySet()) {
      if (!keys.contains(String.valueOf(key))) {
        throw wrong("%sunknown key \"%s\": expected %s".formatted(place, key, sorted(keys)));
      }
    }
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }

  private HandselException wrong(String message) {
    return HandselException.usage("%s: %s.".formatted(file, message));
  }
}
