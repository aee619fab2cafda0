package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import org.handsel.collection.mapping.MappingProfile.Rule;
import org.handsel.collection.mapping.MappingProfile.Selector;
import org.handsel.collection.mapping.MappingProfile.Transform;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceSpec;
import org.jspecify.annotations.Nullable;

/// Checks what cannot be seen from the shape of a profile: paths, XPath, variables, tables, and
/// whether a delivery has the columns.
final class ProfileCheck {
  private static final Set<String> TREES = Set.of("xml", "json", "marc21", "iiif");

  private final MappingProfile profile;
  private final ProfileErrors errors;
  private final XPaths xpaths;

  private ProfileCheck(MappingProfile profile, ProfileErrors errors) {
    this.profile = profile;
    this.errors = errors;
    this.xpaths = new XPaths(profile.source().namespaces());
  }

  private record Placed(String place, Selector selector) {}

  /// What can be said without the delivery.
  static void check(MappingProfile profile, ProfileErrors errors) {
    ProfileCheck check = new ProfileCheck(profile, errors);
    SourceSpec source = profile.source();
    boolean tree =
        source.record() != null || (source.format() != null && TREES.contains(source.format()));
    check.recordName(source.record());
    for (Placed placed : selectors(profile)) {
      Selector selector = placed.selector();
      if (tree && selector.from() != null) {
        check.path(placed.place(), selector);
      }
      check.expression(placed.place() + ".xpath", selector.xpath(), selector.line(), List.of());
      check.expression(
          placed.place() + ".qualifier", selector.qualifier(), selector.line(), List.of());
      check.tables(placed.place(), selector);
    }
    List<String> variables = Condition.variables(profile);
    check.rules("refuse", profile.refuse(), variables);
    check.rules("maintenance-categories", profile.maintenanceCategories(), variables);
  }

  /// What the opened delivery tells: columns of a table, or paths of a tree.
  static void againstDelivery(
      MappingProfile profile, RecordSource source, String delivery, ProfileErrors errors) {
    List<String> columns = source.columns();
    ProfileCheck check = new ProfileCheck(profile, errors);
    for (Placed placed : selectors(profile)) {
      Selector selector = placed.selector();
      if (selector.from() == null) {
        continue;
      }
      if (columns.isEmpty()) {
        check.path(placed.place(), selector);
      } else {
        check.column(placed.place(), selector, selector.from(), source, delivery);
      }
    }
  }

  private static List<Placed> selectors(MappingProfile profile) {
    List<Placed> all = new ArrayList<>();
    all.add(new Placed("id", profile.id()));
    profile.fields().forEach((name, several) -> add(all, "fields." + name, several));
    add(all, "rights.work", profile.rights().work());
    add(all, "rights.reproduction", profile.rights().reproduction());
    add(all, "rights.metadata", profile.rights().metadata());
    return all;
  }

  private static void add(List<Placed> all, String place, List<Selector> selectors) {
    selectors.forEach(selector -> all.add(new Placed(place, selector)));
  }

  private void recordName(@Nullable String record) {
    int colon = record == null ? -1 : record.indexOf(':');
    Map<String, String> namespaces = profile.source().namespaces();
    if (record != null && colon > 0 && !namespaces.containsKey(record.substring(0, colon))) {
      errors.add(
          1,
          "source.record",
          "unknown prefix %s: expected one of %s, or one of your own under source.namespaces"
              .formatted(
                  ProfileErrors.quote(record.substring(0, colon)),
                  String.join(", ", new TreeSet<>(namespaces.keySet()))));
    }
  }

  private void path(String place, Selector selector) {
    try {
      ShortPath.xpath(String.valueOf(selector.from()), xpaths.namespaces());
    } catch (IllegalArgumentException e) {
      errors.add(selector.line(), place, String.valueOf(e.getMessage()));
    }
  }

  private void column(
      String place, Selector selector, String name, RecordSource source, String delivery) {
    List<String> joined = source.joinedColumns();
    boolean there =
        Column.of(name).in(source.columns())
            || (joined.isEmpty()
                ? belongsToJoin(name)
                : Column.of(name).in(joined)
                    || joined.stream().anyMatch(column -> column.endsWith("." + name)));
    if (there) {
      return;
    }
    Set<String> distinct = new LinkedHashSet<>(source.columns());
    distinct.addAll(joined);
    errors.add(
        selector.line(),
        place,
        "no column %s in %s; columns are: %s.%s"
            .formatted(
                ProfileErrors.quote(name),
                delivery,
                String.join(", ", distinct),
                ProfileErrors.didYouMean(name, distinct)));
  }

  /// Whether a name has the form of a joined table's column; all that can be said of a delivery
  /// that does not list those.
  private boolean belongsToJoin(String name) {
    for (SourceSpec.Join join : profile.source().joins()) {
      String file = String.valueOf(Path.of(join.file()).getFileName());
      int dot = file.indexOf('.', 1);
      if (name.startsWith((dot < 0 ? file : file.substring(0, dot)) + ".")) {
        return true;
      }
    }
    return false;
  }

  private void tables(String place, Selector selector) {
    for (Transform transform : selector.transforms()) {
      if (transform.name().equals(TransformKind.LOOKUP.label()) && transform.argument() != null) {
        MappingTable.lookup(
            Mapper.folder(profile).resolve(transform.argument()),
            (line, message) -> {
              if (line == 0) {
                errors.add(selector.line(), place, message);
              } else {
                errors.addForeign(
                    selector.line(),
                    "%s, line %d: %s".formatted(transform.argument(), line, message));
              }
            });
      }
    }
  }

  private void rules(String section, List<Rule> rules, List<String> variables) {
    for (Rule rule : rules) {
      expression(section + ".when", rule.when(), rule.line(), variables);
    }
  }

  private void expression(
      String place, @Nullable String expression, int line, List<String> variables) {
    if (expression == null) {
      return;
    }
    XPathExecutable executable;
    try {
      executable = xpaths.compile(expression);
    } catch (SaxonApiException e) {
      errors.add(
          line,
          place,
          "is not XPath 3.1: %s; found %s"
              .formatted(XPaths.reason(e), ProfileErrors.quote(expression)));
      return;
    }
    Set<String> reported = new HashSet<>();
    for (QName variable : XPaths.variables(executable)) {
      String name = variable.getLocalName();
      if (!variables.contains(name) && reported.add(name)) {
        errors.add(
            line,
            place,
            variables.isEmpty()
                ? "variables such as $%s are known only in \"when\"".formatted(name)
                : "unknown variable $%s: expected one of %s.%s"
                    .formatted(
                        name,
                        String.join(", ", variables.stream().map(v -> "$" + v).toList()),
                        ProfileErrors.didYouMean(name, variables)));
      }
    }
  }
}
