package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.collection.mapping.MappingProfile.RightsSelectors;
import org.handsel.collection.mapping.MappingProfile.Rule;
import org.handsel.collection.mapping.MappingProfile.Selector;
import org.handsel.collection.mapping.MappingProfile.TemplateSpec;
import org.handsel.collection.source.SourceSpec;
import org.jspecify.annotations.Nullable;

/// Turns the YAML tree of a profile into its record and reports what does not fit. Used once.
final class ProfileReader {
  private static final List<String> SECTIONS =
      List.of(
          "source",
          "id",
          "fixed",
          "fields",
          "rights",
          "mapped",
          "filename",
          "template",
          "categories",
          "maintenance-categories",
          "refuse",
          "structured-data",
          "cooperation");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern PROPERTY = Pattern.compile("P[1-9][0-9]*");
  private static final Pattern URI = Pattern.compile("https?://[^\\s]+");

  private final Path file;
  private final ProfileErrors errors;
  private final Set<String> names = new LinkedHashSet<>();

  ProfileReader(Path file, ProfileErrors errors) {
    this.file = file;
    this.errors = errors;
  }

  MappingProfile read(ProfileNode root) {
    Map<String, ProfileNode> sections = root.entries("the sections of a profile", SECTIONS);
    ProfileNode fieldsNode = sections.get("fields");
    Map<String, List<Selector>> fields = fieldsNode == null ? Map.of() : fields(fieldsNode);
    Map<String, String> fixed = fixed(sections.get("fixed"), fields);
    names.add("id");
    names.addAll(fields.keySet());
    names.addAll(fixed.keySet());
    if (fields.isEmpty() && (fieldsNode == null || fieldsNode.isEmpty())) {
      errors.add(
          root.line(), "", "no \"fields\": expected at least one, such as fields: {title: Title}");
    }
    return new MappingProfile(
        file,
        source(sections.get("source")),
        id(root, sections.get("id")),
        fixed,
        fields,
        rights(sections.get("rights")),
        mapped(sections.get("mapped"), fields.keySet()),
        pattern(sections.get("filename")),
        template(sections.get("template")),
        patterns(sections.get("categories")),
        rules(sections.get("maintenance-categories"), "category"),
        rules(sections.get("refuse"), "reason"),
        structuredData(sections.get("structured-data")),
        cooperation(sections.get("cooperation")));
  }

  private SourceSpec source(@Nullable ProfileNode node) {
    SourceSpec spec = node == null ? SourceSpec.RECOGNISE : SourceSection.read(node);
    return new SourceSpec(
        spec.format(),
        spec.charset(),
        spec.delimiter(),
        spec.quote(),
        spec.sheet(),
        spec.record(),
        XPaths.namespaces(spec.namespaces()),
        spec.joins());
  }

  private static Selector id(ProfileNode root, @Nullable ProfileNode node) {
    Selector none = new Selector("", null, List.of(), null, null, root.line());
    if (node == null) {
      root.error("no \"id\": expected the column or path of the record's number");
      return none;
    }
    return SelectorReader.one(node).orElse(none);
  }

  private Map<String, List<Selector>> fields(ProfileNode node) {
    Map<String, List<Selector>> fields = new LinkedHashMap<>();
    node.entries("fields with their selectors")
        .forEach((name, child) -> {
          checkName(name, child);
          fields.put(name, SelectorReader.several(child));
        });
    return fields;
  }

  private Map<String, String> fixed(
      @Nullable ProfileNode node, Map<String, List<Selector>> fields) {
    Map<String, String> fixed = new LinkedHashMap<>();
    if (node != null) {
      node.entries("names with their constant texts")
          .forEach((name, child) -> {
            checkName(name, child);
            if (fields.containsKey(name)) {
              child.error("is a field already: expected another name for the constant");
            }
            child.text("a text").ifPresent(text -> fixed.put(name, text));
          });
    }
    return fixed;
  }

  private void checkName(String name, ProfileNode node) {
    if (!NAME.matcher(name).matches() || name.equals("id")) {
      errors.add(
          node.line(),
          node.place(),
          "expected a name of lower-case letters, digits and hyphens%s, found %s"
              .formatted(name.equals("id") ? " other than id" : "", ProfileErrors.quote(name)));
    }
  }

  private static RightsSelectors rights(@Nullable ProfileNode node) {
    if (node == null) {
      return new RightsSelectors(List.of(), List.of(), List.of(), null);
    }
    Map<String, ProfileNode> entries =
        node.entries("selectors by layer", List.of("work", "reproduction", "metadata", "release"));
    ProfileNode release = entries.get("release");
    String uri = null;
    if (release != null) {
      uri = release.text("the URI of a licence").orElse(null);
      if (uri != null && !URI.matcher(uri).matches()) {
        release.error(
            "expected the URI of a licence such as"
                + " https://creativecommons.org/publicdomain/zero/1.0/, found "
                + ProfileErrors.quote(uri));
      }
    }
    return new RightsSelectors(
        layer(entries.get("work")),
        layer(entries.get("reproduction")),
        layer(entries.get("metadata")),
        uri);
  }

  private static List<Selector> layer(@Nullable ProfileNode node) {
    return node == null ? List.of() : SelectorReader.several(node);
  }

  private Map<String, String> mapped(@Nullable ProfileNode node, Set<String> fields) {
    Map<String, String> mapped = new LinkedHashMap<>();
    if (node == null) {
      return mapped;
    }
    Path folder = file.toAbsolutePath().getParent();
    node.entries("fields with their tables", fields)
        .forEach((field, child) ->
            child
                .text("the file of a mapping table, such as people.tsv")
                .ifPresent(table -> {
                  mapped.put(field, table);
                  if (folder != null) {
                    MappingTable.mapping(
                        folder.resolve(table),
                        (line, message) -> foreign(child, table, line, message));
                  }
                }));
    return mapped;
  }

  private void foreign(ProfileNode node, String table, int line, String message) {
    if (line == 0) {
      node.error(message);
    } else {
      errors.addForeign(node.line(), "%s, line %d: %s".formatted(table, line, message));
    }
  }

  private @Nullable TextPattern pattern(@Nullable ProfileNode node) {
    return node == null ? null : PatternReader.read(node, names).orElse(null);
  }

  private @Nullable TemplateSpec template(@Nullable ProfileNode node) {
    if (node == null) {
      return null;
    }
    Map<String, ProfileNode> entries =
        node.entries("the template's name and parameters", List.of("name", "parameters", "file"));
    ProfileNode name = entries.get("name");
    if (name == null) {
      node.error("no \"name\": expected a template such as Artwork, Photograph or Information");
      return null;
    }
    ProfileNode parameters = entries.get("parameters");
    Map<String, TextPattern> patterns =
        parameters == null
            ? Map.of()
            : patternMap(parameters.entries("parameters with their patterns"));
    ProfileNode described = entries.get("file");
    String file = described == null ? null : described.text("a file").orElse(null);
    return name.text("a template's name")
        .map(text -> new TemplateSpec(text, patterns, file, node.line()))
        .orElse(null);
  }

  private Map<String, TextPattern> structuredData(@Nullable ProfileNode node) {
    if (node == null) {
      return Map.of();
    }
    Map<String, ProfileNode> entries = node.entries("properties with their patterns");
    entries.forEach((property, child) -> {
      if (!PROPERTY.matcher(property).matches()) {
        child.error("expected a property such as P217, found " + ProfileErrors.quote(property));
      }
    });
    return patternMap(entries);
  }

  private MappingProfile.@Nullable Cooperation cooperation(@Nullable ProfileNode node) {
    if (node == null) {
      return null;
    }
    Map<String, ProfileNode> entries =
        node.entries(
            "how the partner is named on every page", List.of("template", "category", "credit"));
    ProfileNode template = entries.get("template");
    String markup =
        template == null ? "" : template.text("wikitext such as {{Cooperation}}").orElse("");
    return new MappingProfile.Cooperation(
        markup.strip(), pattern(entries.get("category")), pattern(entries.get("credit")));
  }

  private Map<String, TextPattern> patternMap(Map<String, ProfileNode> entries) {
    Map<String, TextPattern> patterns = new LinkedHashMap<>();
    entries.forEach((name, child) ->
        Optional.ofNullable(pattern(child)).ifPresent(text -> patterns.put(name, text)));
    return patterns;
  }

  private List<TextPattern> patterns(@Nullable ProfileNode node) {
    List<TextPattern> patterns = new ArrayList<>();
    if (node != null) {
      for (ProfileNode item : node.items("a list of categories")) {
        PatternReader.read(item, names).ifPresent(patterns::add);
      }
    }
    return patterns;
  }

  private static List<Rule> rules(@Nullable ProfileNode node, String result) {
    List<Rule> rules = new ArrayList<>();
    if (node == null) {
      return rules;
    }
    for (ProfileNode item : node.items("a list of {when: …, " + result + ": …}")) {
      Map<String, ProfileNode> entries =
          item.entries("{when: …, " + result + ": …}", List.of("when", result));
      ProfileNode when = entries.get("when");
      ProfileNode then = entries.get(result);
      if (when == null || then == null) {
        item.error("expected \"when\" and \"" + result + "\", found only one of them");
        continue;
      }
      Optional<String> condition = when.text("an XPath expression");
      Optional<String> text = then.text("a text");
      if (condition.isPresent() && text.isPresent()) {
        rules.add(new Rule(condition.get(), text.get(), when.line()));
      }
    }
    return rules;
  }
}
