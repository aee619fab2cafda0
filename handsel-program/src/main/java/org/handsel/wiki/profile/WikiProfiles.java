package org.handsel.wiki.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The profiles of wikis that come with the program. A profile that is malformed is a fault of the
/// program. Pure functions, safe for threads.
public final class WikiProfiles {
  /// Wikis with a profile of their own.
  public static final List<String> KNOWN =
      List.of(
          "dewiki", "enwiki", "frwiki", "eswiki", "itwiki", "nlwiki", "svwiki", "plwiki", "ruwiki",
          "jawiki");

  private WikiProfiles() {}

  /// The profile of a wiki; for one without a profile of its own, the default one with the
  /// categories of years of its language, where they are known.
  ///
  /// @param wiki a database name such as `dewiki` or a language such as `de`
  public static WikiProfile of(String wiki) {
    String name = wiki.endsWith("wiki") ? wiki : wiki + "wiki";
    if (KNOWN.contains(name)) {
      return read(name);
    }
    WikiProfile general = read("default");
    String language = name.substring(0, name.length() - "wiki".length()).replace('_', '-');
    WikiProfile.Biography biography = general.biography();
    return new WikiProfile(
        general.wiki(),
        language,
        general.source(),
        general.rootCategory(),
        new WikiProfile.Biography(
            biography.categories(),
            lives(language),
            biography.vague(),
            biography.living(),
            biography.men(),
            biography.women()),
        general.personData(),
        general.authority(),
        general.disambiguation(),
        general.disambiguationCategorised(),
        general.categoryRedirects(),
        general.nonDiffusing(),
        general.sortKeyRules(),
        general.layout(),
        general.maintenance());
  }

  /// Years of birth and death in the names of a language's categories.
  static LifeYears lives(String language) {
    List<NamePattern> birth = new ArrayList<>();
    List<NamePattern> death = new ArrayList<>();
    ResourceTable table =
        ResourceTable.read(WikiProfiles.class, "lives.tsv", "language", "kind", "pattern");
    for (ResourceTable.Row row : table.rows()) {
      boolean isBirth = row.cell(1).equals("birth");
      if (!isBirth && !row.cell(1).equals("death") || !row.cell(2).contains("{year}")) {
        throw ResourceTable.malformed(
            table.name(), row.line(), "expected birth or death and a pattern with {year}");
      }
      if (row.cell(0).equals(language)) {
        (isBirth ? birth : death).add(new NamePattern(row.cell(2)));
      }
    }
    return new LifeYears(birth, death, List.of());
  }

  private static WikiProfile read(String name) {
    try (InputStream in = WikiProfiles.class.getResourceAsStream(name + ".yaml")) {
      Object content = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      Section all = new Section(name + ".yaml", "", content);
      WikiProfile profile = profile(all);
      all.close();
      return profile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WikiProfile profile(Section all) {
    return new WikiProfile(
        all.text("wiki"),
        all.text("language"),
        all.text("source"),
        all.optional("root-category"),
        biography(all.section("biography").orElseThrow()),
        all.section("person-data").map(WikiProfiles::personData),
        all.section("authority").map(WikiProfiles::authority),
        new LinkedHashSet<>(all.list("disambiguation")),
        all.flag("disambiguation-categorised"),
        new LinkedHashSet<>(all.list("category-redirect")),
        new LinkedHashSet<>(all.list("non-diffusing")),
        new LinkedHashSet<>(all.list("sort-keys")),
        new LinkedHashSet<>(all.list("layout")),
        all.list("maintenance"));
  }

  private static WikiProfile.Biography biography(Section section) {
    WikiProfile.Biography biography =
        new WikiProfile.Biography(
            new LinkedHashSet<>(section.list("categories")),
            new LifeYears(
                patterns(section, "birth"),
                patterns(section, "death"),
                section.list("before-christ")),
            patterns(section, "vague"),
            new LinkedHashSet<>(section.list("living")),
            new LinkedHashSet<>(section.list("men")),
            new LinkedHashSet<>(section.list("women")));
    section.close();
    return biography;
  }

  private static List<NamePattern> patterns(Section section, String key) {
    return section.list(key).stream().map(NamePattern::new).toList();
  }

  private static WikiProfile.PersonData personData(Section section) {
    WikiProfile.PersonData data =
        new WikiProfile.PersonData(
            section.text("template"),
            new LinkedHashSet<>(section.list("aliases")),
            section.texts("fields"),
            section.flag("all-required"));
    section.close();
    return data;
  }

  private static WikiProfile.Authority authority(Section section) {
    Optional<Section> type = section.section("type");
    WikiProfile.Authority data =
        new WikiProfile.Authority(
            section.text("template"),
            new LinkedHashSet<>(section.list("aliases")),
            section.lists("identifiers"),
            type.map(of -> of.text("parameter")),
            type.map(Section::remainingLists).orElse(Map.of()),
            section.list("missing"),
            section.flag("from-wikidata"));
    section.close();
    return data;
  }

  /// Whether a wiki has a profile of its own.
  public static boolean knows(@Nullable String wiki) {
    return wiki != null && KNOWN.contains(wiki);
  }
}
