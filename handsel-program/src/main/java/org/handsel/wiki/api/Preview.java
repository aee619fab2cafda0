package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A page as a wiki's parser shows it, before it is saved.
///
/// @param html what a reader would see; the wiki's own markup, to be shown in a frame without
///   scripts only
/// @param categories names without namespace
/// @param hidden those of them that readers do not see, as most maintenance categories
/// @param missingCategories those that nobody has created
/// @param missingTemplates titles of templates and other pages that it includes and the wiki lacks
/// @param warnings of the parser
public record Preview(
    String html,
    List<String> categories,
    List<String> hidden,
    List<String> missingCategories,
    List<String> missingTemplates,
    List<String> warnings) {
  public Preview {
    categories = List.copyOf(categories);
    hidden = List.copyOf(hidden);
    missingCategories = List.copyOf(missingCategories);
    missingTemplates = List.copyOf(missingTemplates);
    warnings = List.copyOf(warnings);
  }

  static Preview read(JsonNode parse) {
    List<String> categories = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (JsonNode category : parse.path("categories").values()) {
      String name = category.path("category").asString("").replace('_', ' ');
      categories.add(name);
      if (category.path("hidden").asBoolean(false)) {
        hidden.add(name);
      }
      if (category.path("missing").asBoolean(false)) {
        missing.add(name);
      }
    }
    List<String> templates = new ArrayList<>();
    for (JsonNode template : parse.path("templates").values()) {
      if (!template.path("exists").asBoolean(false)) {
        templates.add(template.path("title").asString(""));
      }
    }
    List<String> warnings = new ArrayList<>();
    parse.path("parsewarnings").values().forEach(warning -> warnings.add(warning.asString("")));
    return new Preview(
        parse.path("text").asString(""), categories, hidden, missing, templates, warnings);
  }
}
