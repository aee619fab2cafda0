package org.handsel.app.web.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.app.web.text.Words;
import org.handsel.collection.mapping.ProfileText;
import org.handsel.collection.source.FieldProfile;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.StarterMapping;
import org.jspecify.annotations.Nullable;

/// The page on which a delivery is mapped.
///
/// @param name of the delivery
/// @param base address of the page
/// @param look what the delivery holds; null while it is being read, or when it cannot be
/// @param said what to tell about the last change
/// @param kind of `said`: success, warning or error
/// @param faults what is wrong with the profile as it stands; empty when it runs
/// @param undo the change that can be taken back
/// @param whole how far the mapping of the whole delivery is
public record DeskView(
    String name,
    String base,
    @Nullable SourceProfile look,
    ProfileText profile,
    List<Target> targets,
    Paper paper,
    String said,
    String kind,
    String faults,
    Optional<Taken> undo,
    Whole whole,
    boolean wiki) {

  public DeskView {
    targets = List.copyOf(targets);
  }

  /// A field of the item, or layer of the rights.
  ///
  /// @param place such as `fields.title`
  /// @param label in the language of the page, or the name
  /// @param mark of what stands there
  /// @param table its mapping table; empty when it has none
  public record Target(String place, String label, String mark, List<Row> selectors, String table) {
    public Target {
      selectors = List.copyOf(selectors);
    }

    /// An id for the page.
    public String key() {
      return place.replace('.', '-');
    }

    public boolean field() {
      return place.startsWith("fields.");
    }
  }

  /// A selector of a target.
  ///
  /// @param number among several, from 0; empty when it is the only one
  /// @param offered transforms without arguments, and whether each is chosen
  /// @param others transforms that are kept as they are
  public record Row(
      String number,
      String expression,
      boolean xpath,
      Map<String, Boolean> offered,
      String split,
      String language,
      List<String> others,
      List<String> shown) {}

  /// The change that can be taken back.
  public record Taken(String who, String what, String mark) {}

  /// How the file page looks.
  ///
  /// @param templates to choose from
  /// @param marks by place
  public record Paper(
      String filename,
      String template,
      List<String> templates,
      String categories,
      String release,
      Map<String, String> marks) {}

  /// @param running whether the whole delivery is being mapped now
  /// @param share of it that is done, in per cent; -1 when unknown
  /// @param failed why the last time failed
  /// @param records and what became of them; -1 when it was never mapped
  /// @param stale whether the profile changed since
  public record Whole(
      boolean running,
      int share,
      String failed,
      long records,
      long items,
      long refused,
      Map<String, Long> problems,
      boolean stale,
      String folder) {}

  /// What a field of the delivery became.
  public List<String> uses(FieldProfile field) {
    List<String> uses = new ArrayList<>();
    for (Target target : targets) {
      if (target.selectors().stream()
          .anyMatch(row -> !row.xpath() && row.expression().equals(field.path()))) {
        uses.add(target.label());
      }
    }
    return uses;
  }

  static List<Target> targets(ProfileText profile, Words words) {
    List<String> places = new ArrayList<>(List.of("id"));
    StarterMapping.FIELDS.forEach(field -> places.add("fields." + field));
    for (String field : profile.keys(List.of("fields"))) {
      if (!places.contains("fields." + field)) {
        places.add("fields." + field);
      }
    }
    places.addAll(List.of("rights.work", "rights.reproduction", "rights.metadata"));
    List<Target> targets = new ArrayList<>();
    for (String written : places) {
      Place place = new Place(List.of(written.split("\\.")));
      String key = "mapping.field." + written.replace("fields.", "");
      targets.add(
          new Target(
              written,
              words.has(key) ? words.of(key) : place.name(),
              ProfileStore.mark(profile, place),
              Selectors.at(profile, place.keys()).stream().map(DeskView::row).toList(),
              written.startsWith("fields.")
                  ? profile.scalar(List.of("mapped", place.name())).orElse("")
                  : ""));
    }
    return targets;
  }

  private static Row row(Selectors.Selector selector) {
    Map<String, Boolean> offered = new java.util.LinkedHashMap<>();
    Selectors.OFFERED.forEach(name -> offered.put(name, selector.has(name)));
    return new Row(
        selector.number(),
        selector.expression(),
        selector.xpath(),
        offered,
        selector.split(),
        selector.language(),
        selector.others().stream().map(Selectors.Transform::shown).toList(),
        selector.transforms().stream().map(Selectors.Transform::shown).toList());
  }
}
