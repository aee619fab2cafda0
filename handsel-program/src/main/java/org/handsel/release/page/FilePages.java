package org.handsel.release.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.TextPattern;
import org.handsel.platform.HandselException;
import org.handsel.rights.RightsStatement;
import org.handsel.text.Names;
import org.handsel.wiki.text.Wikitext;

/// Writes the file pages of a release: name, wikitext and structured data of an item, as its
/// mapping profile asks. Immutable and safe for use by many threads.
///
/// The profile's own words may be markup; nothing that comes from the partner can become markup.
public final class FilePages {
  private static final Map<String, String> MISSING =
      Map.of(
          "description", "the page says nothing about what the file shows",
          "date", "the page gives no date",
          "creator", "the page names nobody who made it",
          "source", "the page does not say where the file comes from");

  private final MappingProfile profile;
  private final PageTemplate template;
  private final TitlePattern title;
  private final ValueForms forms;
  private final Statements statements;
  private final boolean countsPages;
  private final PublicDomainTags tags = new PublicDomainTags();

  private FilePages(MappingProfile profile, TextPattern filename, PageTemplate template) {
    Attributions attributions = new Attributions();
    Languages languages = new Languages();
    this.profile = profile;
    this.template = template;
    this.title = TitlePattern.of(filename);
    this.countsPages = mentionsPages(profile, template);
    this.forms = new ValueForms(attributions, languages, Names.load());
    this.statements = new Statements(attributions, languages, forms);
  }

  /// Names of the templates that come with the program.
  public static List<String> known() {
    return TemplateDescriptions.known();
  }

  /// Prepares the pages of a profile.
  ///
  /// @throws HandselException with exit 2 when the profile does not say how a page looks
  public static FilePages of(MappingProfile profile) {
    TextPattern filename = profile.filename();
    MappingProfile.TemplateSpec spec = profile.template();
    if (filename == null || spec == null) {
      throw HandselException.usage(
          "%s: %s is missing: expected %s. A profile without it can map records but not plan a release."
              .formatted(
                  profile.file(),
                  filename == null ? "filename" : "template",
                  filename == null
                      ? "a pattern such as \"{title} - Museum - {id}\""
                      : "a template such as {name: Artwork}"));
    }
    Path folder = profile.file().toAbsolutePath().getParent();
    return new FilePages(
        profile, filename, PageTemplate.of(spec, folder == null ? Path.of(".") : folder));
  }

  /// The page of one item.
  ///
  /// @param released statements of the layers under which the file may go; empty while it may not
  public FilePage render(Item item, List<RightsStatement> released) {
    return render(item, released, 0);
  }

  /// The page of a file of an item that has several pages, where the profile says so (see
  /// [#countsPages]).
  ///
  /// @param pages of the file; at most 1 where there is one picture or nobody knows
  public FilePage render(Item item, List<RightsStatement> released, int pages) {
    List<PageFinding> findings = new ArrayList<>();
    ItemValues values = new ItemValues(item, profile.fixed(), pages);
    PatternText text = new PatternText(values, forms);
    Map<String, String> parameters = parameters(text, layers(item, released), findings);
    cooperation(parameters, text);
    String permission = parameter(parameters, "permission");
    StringBuilder page = new StringBuilder("=={{int:filedesc}}==\n{{").append(template.name());
    parameters.forEach(
        (name, value) -> page.append("\n |").append(name).append(" = ").append(value));
    page.append("\n}}\n\n");
    if (template.parameters().stream().noneMatch(PageTemplate.Parameter::licence)) {
      licence(item, released, permission, page);
    }
    page.append(categories(item, text, findings));
    findings.addAll(tags.of(page.toString()));
    Map<String, Object> data =
        statements.of(
            values, template, creators(item), released, profile.structuredData(), findings);
    return new FilePage(
        text.name(title.description()), text.name(title.suffix()), page.toString(), data, findings);
  }

  /// Whether pages say how many pages a file has, so that two files of an item need pages of their
  /// own.
  public boolean countsPages() {
    return countsPages;
  }

  private static boolean mentionsPages(MappingProfile profile, PageTemplate template) {
    Stream<TextPattern> parameters =
        template.parameters().stream()
            .map(PageTemplate.Parameter::pattern)
            .flatMap(Stream::ofNullable);
    return Stream.of(
            parameters,
            profile.structuredData().values().stream(),
            profile.categories().stream(),
            Stream.ofNullable(profile.filename()))
        .flatMap(patterns -> patterns)
        .anyMatch(pattern -> pattern.source().contains("file.pages"));
  }

  /// The licences of work and photo, for templates that ask for them one by one.
  private static Map<String, String> layers(Item item, List<RightsStatement> released) {
    if (released.isEmpty()) {
      return Map.of();
    }
    return Map.of(
        PageTemplate.WORK_LICENCE, licences(item, List.of(released.getFirst())),
        PageTemplate.PHOTO_LICENCE, licences(item, List.of(released.getLast())));
  }

  private static String licences(Item item, List<RightsStatement> released) {
    return templates(released).stream()
        .map(name -> "{{" + name + credit(item, name) + "}}")
        .collect(Collectors.joining());
  }

  /// The partner's credit line where the page has none, and the template of the cooperation below
  /// the source.
  private void cooperation(Map<String, String> parameters, PatternText text) {
    MappingProfile.Cooperation cooperation = profile.cooperation();
    if (cooperation == null) {
      return;
    }
    TextPattern credit = cooperation.credit();
    String line = credit == null ? "" : text.wikitext(credit, "plain");
    for (PageTemplate.Parameter parameter : template.parameters()) {
      if (parameter.called("credit line") && !line.isEmpty()) {
        put(parameters, parameter.name(), before -> before.isEmpty() ? line : before);
      }
      if (parameter.called("source") && !cooperation.template().isEmpty()) {
        put(
            parameters,
            parameter.name(),
            before ->
                before.contains(cooperation.template())
                    ? before
                    : before.isEmpty()
                        ? cooperation.template()
                        : before + "\n" + cooperation.template());
      }
    }
  }

  /// A parameter that was left out because it was empty takes its place in the template's order.
  private void put(Map<String, String> parameters, String name, UnaryOperator<String> change) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (PageTemplate.Parameter each : template.parameters()) {
      if (each.name().equals(name)) {
        ordered.put(name, change.apply(parameters.getOrDefault(name, "")));
      } else if (parameters.containsKey(each.name())) {
        ordered.put(each.name(), parameters.getOrDefault(each.name(), ""));
      }
    }
    parameters.clear();
    parameters.putAll(ordered);
  }

  private static String parameter(Map<String, String> parameters, String name) {
    return parameters.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private Map<String, String> parameters(
      PatternText text, Map<String, String> licences, List<PageFinding> findings) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Set<String> missing = new TreeSet<>();
    for (PageTemplate.Parameter parameter : template.parameters()) {
      TextPattern pattern = parameter.pattern();
      String value =
          parameter.licence()
              ? licences.getOrDefault(parameter.form(), "")
              : pattern == null ? "" : text.wikitext(pattern, parameter.form());
      if (!value.isEmpty() || parameter.always()) {
        parameters.put(parameter.name(), value);
      }
      if (value.isEmpty() && parameter.expected() != null) {
        missing.add(parameter.expected());
      }
    }
    if (!parameter(parameters, "title").isEmpty()) {
      missing.remove("description");
    }
    for (String what : missing) {
      findings.add(
          new PageFinding(
              "NO_" + what.toUpperCase(Locale.ROOT),
              "%s: map a field to it, or ask the institution."
                  .formatted(MISSING.getOrDefault(what, what + " is missing"))));
    }
    return parameters;
  }

  /// The licence section, unless the profile itself states the same licences under `permission`.
  private static void licence(
      Item item, List<RightsStatement> released, String permission, StringBuilder page) {
    String stated = permission.toLowerCase(Locale.ROOT).replace('_', ' ');
    String templates =
        templates(released).stream()
            .filter(name -> !stated.contains("{{" + name.toLowerCase(Locale.ROOT)))
            .map(name -> "{{" + name + credit(item, name) + "}}\n")
            .collect(Collectors.joining());
    if (!templates.isEmpty()) {
      page.append("=={{int:license-header}}==\n").append(templates).append('\n');
    }
  }

  /// The licence templates of a page, each once. A bare public-domain tag is never among them: it
  /// needs a reason that the statement does not give.
  public static List<String> templates(List<RightsStatement> released) {
    return released.stream()
        .map(RightsStatement::template)
        .filter(name -> name != null && !name.toLowerCase(Locale.ROOT).startsWith("pd"))
        .map(String::valueOf)
        .distinct()
        .toList();
  }

  private static String credit(Item item, String template) {
    boolean attributed = template.toLowerCase(Locale.ROOT).startsWith("cc-by");
    return attributed
        ? item.first("credit")
            .map(value -> "|1=" + Wikitext.escapeParameter(value.value()))
            .orElse("")
        : "";
  }

  private String categories(Item item, PatternText text, List<PageFinding> findings) {
    CategoryList categories = new CategoryList(findings);
    for (TextPattern pattern : profile.categories()) {
      text.each(pattern).forEach(each -> categories.content(each.text()));
    }
    MappingProfile.Cooperation cooperation = profile.cooperation();
    if (cooperation != null && cooperation.category() != null) {
      text.each(cooperation.category()).forEach(each -> categories.maintenance(each.text()));
    }
    item.maintenance().forEach(categories::maintenance);
    return categories.wikitext();
  }

  private List<Value> creators(Item item) {
    return template.creators().stream()
        .map(item::values)
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
