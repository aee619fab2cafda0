package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.saxon.s9api.SaxonApiException;
import org.handsel.collection.Item;
import org.handsel.collection.ItemRights;
import org.handsel.collection.LayerRights;
import org.handsel.collection.Value;
import org.handsel.collection.Value.Mapped;
import org.handsel.collection.mapping.MappingProfile.Rule;
import org.handsel.collection.mapping.MappingProfile.Selector;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceRecord;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Makes items of source records by a profile.
///
/// Used by one thread; several threads take a mapper each.
public final class Mapper {
  private final MappingProfile profile;
  private final Selection id;
  private final List<Field> fields;
  private final List<Selection> work;
  private final List<Selection> reproduction;
  private final List<Selection> metadata;
  private final RightsLayers layers;
  private final FactsReader facts;
  private final List<Condition> refuse;
  private final List<Condition> maintenance;
  private final NodePlaces places = new NodePlaces();

  /// What became of a record.
  ///
  /// @param item null when the record has no id
  /// @param problems what was not understood in it
  public record Outcome(@Nullable Item item, List<Problem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  private record Field(
      String name,
      List<Selection> selections,
      @Nullable String table,
      @Nullable MappingTable<Mapped> mapped) {}

  private Mapper(MappingProfile profile, Knowledge knowledge) {
    this.profile = profile;
    XPaths xpaths = new XPaths(profile.source().namespaces());
    Path folder = folder(profile);
    Compiler compiler = new Compiler(xpaths, folder, knowledge);
    id = compiler.selection(profile.id());
    fields = new ArrayList<>();
    profile
        .fields()
        .forEach((name, selectors) -> {
          String table = profile.mapped().get(name);
          fields.add(
              new Field(
                  name,
                  compiler.selections(selectors),
                  table,
                  table == null
                      ? null
                      : MappingTable.mapping(
                          folder.resolve(table), Compiler.refusing().in(table))));
        });
    work = compiler.selections(profile.rights().work());
    reproduction = compiler.selections(profile.rights().reproduction());
    metadata = compiler.selections(profile.rights().metadata());
    layers = new RightsLayers(knowledge.rights(), profile.rights().release());
    facts = new FactsReader(profile, knowledge.unknown());
    refuse = profile.refuse().stream().map(rule -> Condition.of(rule, xpaths)).toList();
    maintenance =
        profile.maintenanceCategories().stream().map(rule -> Condition.of(rule, xpaths)).toList();
  }

  /// A mapper for a profile that [Profiles#load] has checked.
  public static Mapper of(MappingProfile profile) {
    return new Mapper(profile, Knowledge.load());
  }

  static Mapper of(MappingProfile profile, Knowledge knowledge) {
    return new Mapper(profile, knowledge);
  }

  static Path folder(MappingProfile profile) {
    Path folder = profile.file().toAbsolutePath().getParent();
    return folder == null ? Path.of(".") : folder;
  }

  private record Compiler(XPaths xpaths, Path folder, Knowledge knowledge) {
    Selection selection(Selector selector) {
      return Selection.of(
          selector,
          xpaths,
          Transforms.of(selector.transforms(), folder, knowledge, refusing()),
          knowledge);
    }

    List<Selection> selections(List<Selector> selectors) {
      return selectors.stream().map(this::selection).toList();
    }

    /// The profile was checked; a table that has changed since is no longer one.
    static Transforms.TableErrors refusing() {
      return (table, line, message) -> {
        throw HandselException.usage("%s, line %d: %s".formatted(table, line, message));
      };
    }
  }

  /// Compares the profile with an opened delivery: does it have the columns that are named, or are
  /// the paths paths?
  ///
  /// @param delivery its name, for messages
  /// @throws HandselException with exit 2 and one line for each error
  public void check(RecordSource source, String delivery) {
    ProfileErrors errors = new ProfileErrors(profile.file());
    ProfileCheck.againstDelivery(profile, source, delivery, errors);
    errors.throwIfAny();
  }

  /// Maps one record. What is wrong with its data is among the problems; nothing is thrown for it.
  public Outcome map(SourceRecord record) {
    places.start(record);
    String number = Long.toString(record.origin().record());
    RecordProblems unnamed = new RecordProblems(number, record.origin());
    List<Value> ids = id.select(record, places, "id", unnamed);
    if (ids.isEmpty()) {
      unnamed.add(
          "id",
          path(profile.id()),
          ProblemCode.ID_MISSING,
          "",
          "record %s has no id: expected a text at %s, found none; it does not become an item"
              .formatted(number, path(profile.id())));
      return new Outcome(null, unnamed.all());
    }
    String name = ids.getFirst().value();
    RecordProblems problems = new RecordProblems(name, record.origin());
    Item item = item(record, name, problems);
    return new Outcome(
        item,
        unnamed.all().isEmpty()
            ? problems.all()
            : Stream.concat(unnamed.all().stream(), problems.all().stream()).toList());
  }

  private Item item(SourceRecord record, String name, RecordProblems problems) {
    Map<String, List<Value>> values = new LinkedHashMap<>();
    for (Field field : fields) {
      List<Value> found =
          lookUp(field, select(field.selections(), record, field.name(), problems), problems);
      if (!found.isEmpty()) {
        values.put(field.name(), found);
      }
    }
    ItemRights rights =
        new ItemRights(
            layer("work", work, true, record, problems),
            layer("reproduction", reproduction, true, record, problems),
            layer("metadata", metadata, false, record, problems));
    Condition.Facts asked = new Condition.Facts(name, values, profile.fixed(), rights);
    return new Item(
        name,
        values,
        rights,
        facts.read(values, rights.reproduction()),
        refusal(record, asked, problems),
        maintenance(record, asked, problems),
        record.origin());
  }

  private List<Value> select(
      List<Selection> selections, SourceRecord record, String field, RecordProblems problems) {
    if (selections.size() == 1) {
      return selections.getFirst().select(record, places, field, problems);
    }
    List<Value> values = new ArrayList<>();
    for (Selection selection : selections) {
      values.addAll(selection.select(record, places, field, problems));
    }
    return values;
  }

  private static List<Value> lookUp(Field field, List<Value> values, RecordProblems problems) {
    MappingTable<Mapped> table = field.mapped();
    if (table == null || values.isEmpty()) {
      return values;
    }
    List<Value> looked = new ArrayList<>(values.size());
    for (Value value : values) {
      Mapped mapped = table.find(value.value());
      if (mapped == null) {
        problems.add(
            field.name(),
            value.path(),
            ProblemCode.LOOKUP_MISSING,
            value.raw(),
            "%s is not in %s; add a row for it, with state todo until somebody knows"
                .formatted(ProfileErrors.quote(value.value()), field.table()));
      }
      looked.add(value.withMapped(mapped));
    }
    return looked;
  }

  private LayerRights layer(
      String layer,
      List<Selection> selections,
      boolean released,
      SourceRecord record,
      RecordProblems problems) {
    List<Value> said = select(selections, record, "rights." + layer, problems);
    return layers.judge(layer, said, released, problems);
  }

  private @Nullable String refusal(
      SourceRecord record, Condition.Facts asked, RecordProblems problems) {
    for (Condition condition : refuse) {
      try {
        if (condition.holds(record, asked)) {
          return condition.rule().result();
        }
      } catch (SaxonApiException e) {
        failed(condition.rule(), "refuse", e, problems);
        // What a rule would have kept out must not slip through because the rule failed.
        return "the rule in line %d of the profile could not be decided: %s"
            .formatted(condition.rule().line(), condition.rule().result());
      }
    }
    return null;
  }

  private List<String> maintenance(
      SourceRecord record, Condition.Facts asked, RecordProblems problems) {
    List<String> categories = new ArrayList<>();
    for (Condition condition : maintenance) {
      try {
        if (condition.holds(record, asked) && !categories.contains(condition.rule().result())) {
          categories.add(condition.rule().result());
        }
      } catch (SaxonApiException e) {
        failed(condition.rule(), "maintenance-categories", e, problems);
      }
    }
    return categories;
  }

  private static void failed(
      Rule rule, String section, SaxonApiException e, RecordProblems problems) {
    problems.add(
        section,
        rule.when(),
        ProblemCode.XPATH_FAILED,
        "",
        "the rule in line %d of the profile failed on this record: %s"
            .formatted(rule.line(), XPaths.reason(e)));
  }

  static String path(Selector selector) {
    return String.valueOf(selector.from() == null ? selector.xpath() : selector.from());
  }
}
