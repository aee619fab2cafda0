package org.handsel.release.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.collection.mapping.MappingProfile.TemplateSpec;
import org.handsel.collection.mapping.TextPattern;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// The template of a file page: its parameters in their order, each with the pattern that fills it.
///
/// @param name name on the wiki
/// @param creators fields that name who made what the file shows, in order of preference
/// @param parameters in the order of the page
record PageTemplate(String name, List<String> creators, List<Parameter> parameters) {
  /// Forms that show a licence instead of a field.
  static final String WORK_LICENCE = "work-licence";

  static final String PHOTO_LICENCE = "photo-licence";

  PageTemplate {
    creators = List.copyOf(creators);
    parameters = List.copyOf(parameters);
  }

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
      boolean always) {
    boolean licence() {
      return form.equals(WORK_LICENCE) || form.equals(PHOTO_LICENCE);
    }

    /// Whether it is the parameter of this name, however the template writes it.
    boolean called(String other) {
      return plain(name).equals(plain(other));
    }

    private static String plain(String name) {
      return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// The template of a profile: described by a file of the profile or by the program, the profile's
  /// own patterns above its defaults; any other template has exactly the parameters that the
  /// profile names.
  ///
  /// @param folder of the profile, where its file is looked for
  /// @throws HandselException with exit 2 when the profile's file does not describe a template
  static PageTemplate of(TemplateSpec spec, Path folder) {
    String name = spec.name().strip();
    String file = spec.file();
    PageTemplate described =
        file != null
            ? TemplateDescriptions.of(folder.resolve(file))
            : TemplateDescriptions.known(name)
                .orElse(new PageTemplate(name, List.of("creator", "photographer"), List.of()));
    if (!described.name.equalsIgnoreCase(name)) {
      throw HandselException.usage(
          "template.file %s describes the template %s, but template.name says %s: expected the same."
              .formatted(file, described.name, name));
    }
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    described.parameters.forEach(parameter -> parameters.put(parameter.name(), parameter));
    spec.parameters()
        .forEach((own, pattern) -> {
          Parameter before = described.find(own);
          parameters.put(
              before == null ? own : before.name(),
              before == null
                  ? new Parameter(own, pattern, "plain", null, false)
                  : new Parameter(
                      before.name(),
                      pattern,
                      before.licence() ? "plain" : before.form(),
                      before.expected(),
                      before.always()));
        });
    return new PageTemplate(described.name, described.creators, List.copyOf(parameters.values()));
  }

  private @Nullable Parameter find(String name) {
    return parameters.stream().filter(one -> one.called(name)).findFirst().orElse(null);
  }
}
