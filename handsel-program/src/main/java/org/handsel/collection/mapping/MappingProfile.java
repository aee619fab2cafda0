package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.collection.source.SourceSpec;
import org.jspecify.annotations.Nullable;

/// A checked mapping profile (`mapping.yaml`). Immutable.
///
/// @param file where it was read from
/// @param source how the delivery is read
/// @param id selector of the record's id
/// @param fixed constants of the release
/// @param fields selectors by field name; several selectors of a field add their values
/// @param rights where the statements stand
/// @param mapped mapping table by field, as paths relative to the profile
/// @param filename pattern of the title, without namespace and extension; null when the profile
///   maps only
/// @param template template of the file page; null when the profile maps only
/// @param categories content categories
/// @param maintenanceCategories conditions and their categories
/// @param refuse conditions that keep an item out
/// @param structuredData statement values by property
/// @param cooperation how the partner is named on every page; null when it is not
public record MappingProfile(
    Path file,
    SourceSpec source,
    Selector id,
    Map<String, String> fixed,
    Map<String, List<Selector>> fields,
    RightsSelectors rights,
    Map<String, String> mapped,
    @Nullable TextPattern filename,
    @Nullable TemplateSpec template,
    List<TextPattern> categories,
    List<Rule> maintenanceCategories,
    List<Rule> refuse,
    Map<String, TextPattern> structuredData,
    @Nullable Cooperation cooperation) {

  /// Where a value stands and what is done to it.
  ///
  /// @param from column name or short path; null when `xpath` is given
  /// @param xpath XPath 3.1 with the record as context item; null when `from` is given
  /// @param transforms applied in order
  /// @param language language of the values, stronger than what the source says
  /// @param qualifier XPath from the selected node to its attribution phrase
  /// @param line line in the profile
  public record Selector(
      @Nullable String from,
      @Nullable String xpath,
      List<Transform> transforms,
      @Nullable String language,
      @Nullable String qualifier,
      int line) {}

  /// @param name one of the closed list: trim, html, split, flip-name, person, date, dimensions,
  ///   rights, lookup, language
  /// @param argument separator of `split`, table of `lookup`, languages of `language`; null where
  ///   none is needed
  public record Transform(String name, @Nullable String argument) {}

  /// @param release URI that the partner declared by agreement; null when there is none
  public record RightsSelectors(
      List<Selector> work,
      List<Selector> reproduction,
      List<Selector> metadata,
      @Nullable String release) {}

  /// @param name template on Commons
  /// @param parameters values by parameter; parameters that are not named come from the template's
  ///   own defaults
  /// @param file description of the template, relative to the profile; null when the program or the
  ///   parameters describe it
  public record TemplateSpec(
      String name, Map<String, TextPattern> parameters, @Nullable String file, int line) {}

  /// How the partner is named on every page, and how its files are counted later.
  ///
  /// @param template wikitext below the source, such as `{{Skarvik cooperation project}}`; may be
  ///   empty
  /// @param category the tracking category of the cooperation; null when there is none
  /// @param credit what stands as the credit line where an item says nothing of its own; null when
  ///   nothing does
  public record Cooperation(
      String template, @Nullable TextPattern category, @Nullable TextPattern credit) {}

  /// @param when XPath 3.1 over the record; true when its effective boolean value is
  /// @param result the category, or the reason for people
  public record Rule(String when, String result, int line) {}
}
