package org.handsel.wiki.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the pages of one wiki look like. Names of templates and categories are without namespace,
/// as they are stored.
///
/// @param wiki database name such as `dewiki`; `default` where the wiki has no profile of its own
/// @param language of its content
/// @param source where these facts come from
/// @param rootCategory the category under which all others stand, where there is one
/// @param personData template with the data of a person
/// @param authority template with identifiers of authority files
/// @param disambiguation templates of disambiguation pages
/// @param disambiguationCategorised whether these templates put their pages into a category
/// @param categoryRedirects templates that say that a category has moved
/// @param nonDiffusing templates of categories whose members stay in the parent too
/// @param sortKeyRules what the wiki asks of sort keys: `missing`, `comma`, `letters`
/// @param layout what is to be noted where articles are not written as is usual, by the words of
///   [org.handsel.wiki.markup.Oddity.Kind]
/// @param maintenance beginnings of names of categories that serve the wiki's own work
public record WikiProfile(
    String wiki,
    String language,
    String source,
    Optional<String> rootCategory,
    Biography biography,
    Optional<PersonData> personData,
    Optional<Authority> authority,
    Set<String> disambiguation,
    boolean disambiguationCategorised,
    Set<String> categoryRedirects,
    Set<String> nonDiffusing,
    Set<String> sortKeyRules,
    Set<String> layout,
    List<String> maintenance) {

  /// How a biography is known by its categories.
  ///
  /// @param categories names that only biographies stand in
  /// @param years patterns of categories of years, which tell the year
  /// @param vague patterns of categories of birth or death without a year
  /// @param living categories of people who are alive
  /// @param men categories that only men stand in
  /// @param women categories that only women stand in
  public record Biography(
      Set<String> categories,
      LifeYears years,
      List<NamePattern> vague,
      Set<String> living,
      Set<String> men,
      Set<String> women) {

    /// Whether a page that stands in this category is a biography.
    public boolean tells(String category) {
      return categories.contains(category)
          || living.contains(category)
          || years.read(category).isPresent()
          || vague.stream().anyMatch(pattern -> pattern.matches(category));
    }
  }

  /// @param fields names of the parameters by meaning: `name`, `alternative-names`, `description`,
  ///   `birth-date`, `birth-place`, `death-date`, `death-place`, `family-name`; in the order in
  ///   which they are written
  /// @param allRequired whether empty fields are kept
  public record PersonData(
      String template, Set<String> aliases, Map<String, String> fields, boolean allRequired) {}

  /// @param identifiers names of the parameters by scheme (`gnd`, `lccn`, `viaf` …)
  /// @param typeParameter name of the parameter that says what kind of record it is
  /// @param types values of that parameter by meaning (`person`, `corporate` …)
  /// @param missing parameters that say that there is no identifier
  /// @param fromWikidata whether the template usually shows what Wikidata holds
  public record Authority(
      String template,
      Set<String> aliases,
      Map<String, List<String>> identifiers,
      Optional<String> typeParameter,
      Map<String, List<String>> types,
      List<String> missing,
      boolean fromWikidata) {}

  /// All templates whose calls are worth reading.
  public Set<String> templates() {
    return templateNames().keySet();
  }

  /// The same with the name that stands for each: an alias has that of its template.
  public Map<String, String> templateNames() {
    Map<String, String> all = new java.util.LinkedHashMap<>();
    for (Set<String> group : List.of(disambiguation, categoryRedirects, nonDiffusing)) {
      group.forEach(name -> all.put(name, name));
    }
    personData.ifPresent(data -> {
      data.aliases().forEach(alias -> all.put(alias, data.template()));
      all.put(data.template(), data.template());
    });
    authority.ifPresent(data -> {
      data.aliases().forEach(alias -> all.put(alias, data.template()));
      all.put(data.template(), data.template());
    });
    return all;
  }

  /// Whether a category serves the wiki's own work.
  public boolean isMaintenance(String category) {
    return maintenance.stream().anyMatch(category::startsWith);
  }
}
