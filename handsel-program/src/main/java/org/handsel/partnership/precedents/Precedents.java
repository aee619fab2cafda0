package org.handsel.partnership.precedents;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Precedents: categories of Wikimedia Commons that were imported, the group's own partnerships
/// from stage 4 on, and two documented co-operations that come with the program.
///
/// Safe for use by many threads.
public final class Precedents {
  private static final int LONGEST = 300;
  private static final int MOST_PROBLEMS = 20;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Institutions register;
  private final CategoryTitles titles = CategoryTitles.load();
  private final List<Precedent> documented = Documented.load();
  private final Fits fits = new Fits();

  public Precedents(Database database, History history, Clock clock, Institutions register) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.register = register;
  }

  /// Imports a list of categories, one a line, titles with underscores or spaces; again without
  /// doubling.
  ///
  /// @param source name under which the list is cited
  /// @throws HandselException when it cannot be read or holds no title
  public PrecedentImport importCategories(Who who, Path list, String source) {
    Set<String> found = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    int lines = 0;
    try (BufferedReader in = Files.newBufferedReader(list, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines++;
        String title = CategoryTitles.plain(line.split("\t", 2)[0].replace("\uFEFF", ""));
        if (title.isEmpty()) {
          continue;
        }
        if (title.length() > LONGEST || title.chars().anyMatch(c -> c == '|' || c == '[')) {
          problem(problems, lines, "no title of a category", title);
        } else {
          found.add(title);
        }
      }
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s).".formatted(list, DurableFiles.reason(e)));
    }
    if (found.isEmpty()) {
      throw HandselException.usage(
          "%s: expected titles of categories, one a line, found none.".formatted(list));
    }
    List<CategoryFigures> none = new ArrayList<>();
    found.forEach(title ->
        none.add(
            new CategoryFigures(
                title, "", new Precedent.Figures("", null, null, null, null, null, null, source))));
    return write(who, none, source, null, problems);
  }

  /// Imports figures of categories; categories that are new are added.
  ///
  /// @param country in which all the list's institutions are, or null
  public PrecedentImport importFigures(
      Who who, List<CategoryFigures> figures, String source, @Nullable String country) {
    return write(who, figures, source, country, new ArrayList<>());
  }

  private static void problem(List<String> problems, int line, String what, String found) {
    if (problems.size() < MOST_PROBLEMS) {
      String shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
      problems.add("line %d: %s: \"%s\"".formatted(line, what, shown));
    }
  }

  /// What is known of a category by its title and the register.
  private record Read(
      String category,
      Classified title,
      @Nullable String institution,
      @Nullable String country,
      @Nullable String type,
      Precedent.Figures figures) {}

  private PrecedentImport write(
      Who who,
      List<CategoryFigures> figures,
      String source,
      @Nullable String country,
      List<String> problems) {
    List<Read> rows = figures.stream().map(one -> read(one, country)).toList();
    Map<String, Integer> kinds = new TreeMap<>();
    int[] counts = new int[5];
    for (Read row : rows) {
      kinds.merge(row.title().kind(), 1, Integer::sum);
      counts[3] += row.institution() == null ? 0 : 1;
    }
    database.write(handle -> {
      for (Read row : rows) {
        counts[put(handle, row, source)]++;
        counts[4] += putFigures(handle, row) ? 1 : 0;
      }
      history.note(
          handle,
          who,
          "precedent",
          source,
          "import",
          null,
          Map.of("rows", rows.size(), "added", counts[0], "updated", counts[1]));
    });
    return new PrecedentImport(
        rows.size(), counts[0], counts[1], counts[2], kinds, counts[3], counts[4], problems);
  }

  private Read read(CategoryFigures one, @Nullable String country) {
    String category = CategoryTitles.plain(one.category());
    Classified title = titles.read(category);
    if (!one.name().isBlank()) {
      String type = title.type() == null ? titles.type(one.name()) : title.type();
      title = new Classified("institution", one.name().strip(), type, "named by the list");
    }
    Institution house = house(title);
    String kind = house == null || house.type().equals("unknown") ? title.type() : house.type();
    return new Read(
        category,
        title,
        house == null ? null : house.id(),
        house == null ? country : house.country(),
        kind,
        one.figures());
  }

  /// The only row of the register with that name, if there is one.
  private @Nullable Institution house(Classified title) {
    if (!title.kind().equals("institution")) {
      return null;
    }
    for (String name :
        List.of(
            title.name(), "The " + title.name(), title.name().replaceFirst(" ?\\(.*\\)$", ""))) {
      List<Institution> found = register.named(name, 2);
      if (found.size() == 1) {
        return found.getFirst();
      }
    }
    return null;
  }

  /// @return 0 added, 1 updated, 2 unchanged
  private int put(Handle handle, Read row, String source) {
    List<String> before =
        handle
            .createQuery(
                "select name || '\t' || kind || '\t' || coalesce(institution, '') || '\t' ||"
                    + " coalesce(country, '') || '\t' || coalesce(type, '') from precedent where"
                    + " category = :category")
            .bind("category", row.category())
            .mapTo(String.class)
            .list();
    String now =
        String.join(
            "\t",
            row.title().name(),
            row.title().kind(),
            text(row.institution()),
            text(row.country()),
            text(row.type()));
    if (before.contains(now)) {
      return 2;
    }
    handle
        .createUpdate(
            """
            insert into precedent (category, name, kind, kind_reason, institution, country, type, source, imported_at)
            values (:category, :name, :kind, :reason, :institution, :country, :type, :source, :now)
            on conflict (category) do update set name = excluded.name, kind = excluded.kind,
              kind_reason = excluded.kind_reason, source = excluded.source, imported_at = excluded.imported_at,
              institution = coalesce(excluded.institution, precedent.institution),
              country = coalesce(excluded.country, precedent.country),
              type = coalesce(excluded.type, precedent.type)
            """)
        .bind("category", row.category())
        .bind("name", row.title().name())
        .bind("kind", row.title().kind())
        .bind("reason", row.title().reason())
        .bind("institution", row.institution())
        .bind("country", row.country())
        .bind("type", row.type())
        .bind("source", source)
        .bind("now", clock.millis())
        .execute();
    return before.isEmpty() ? 0 : 1;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static boolean putFigures(Handle handle, Read row) {
    Precedent.Figures figures = row.figures();
    if (figures.files() == null && figures.used() == null && figures.pages() == null) {
      return false;
    }
    handle
        .createUpdate(
            """
            insert into precedent_figure (category, as_of, files, used, pages, languages, usages, depth, source)
            values (:category, :asOf, :files, :used, :pages, :languages, :usages, :depth, :source)
            on conflict (category, as_of) do update set files = excluded.files, used = excluded.used,
              pages = excluded.pages, languages = excluded.languages, usages = excluded.usages,
              depth = excluded.depth, source = excluded.source
            """)
        .bind("category", row.category())
        .bindMethods(figures)
        .execute();
    return true;
  }

  /// Precedents that are like an institution, those that fit best first.
  ///
  /// @param limit how many at most; the documented ones count too
  public List<FittingPrecedent> fitting(Seeker seeker, int limit) {
    List<FittingPrecedent> all = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    documented.forEach(one -> {
      all.add(
          fits.of(
              one, seeker, one.identifiers().stream().anyMatch(seeker.identifiers()::contains)));
      taken.add(one.category());
    });
    database.read(handle -> {
      all.addAll(imported(handle, seeker, taken));
      all.addAll(own(handle, seeker));
      return true;
    });
    return all.stream()
        .sorted(
            Comparator.comparingDouble(FittingPrecedent::points)
                .reversed()
                .thenComparing(
                    one -> one.precedent().figures() == null ? 0 : size(one.precedent()),
                    Comparator.reverseOrder())
                .thenComparing(one -> one.precedent().name())
                .thenComparing(one -> one.precedent().category()))
        .limit(limit)
        .toList();
  }

  private static long size(Precedent precedent) {
    Precedent.Figures figures = precedent.figures();
    return figures == null || figures.files() == null ? 0 : figures.files();
  }

  private List<FittingPrecedent> imported(Handle handle, Seeker seeker, Set<String> without) {
    return handle
        .createQuery(
            """
            select p.*, f.as_of, f.files, f.used, f.pages, f.languages, f.usages, f.depth, f.source as figures_source
            from precedent p left join precedent_figure f on f.category = p.category
              and f.as_of = (select max(as_of) from precedent_figure x where x.category = p.category)
            where p.kind = 'institution' order by p.category
            """)
        .map((row, context) ->
            fits.of(
                precedent(row), seeker, seeker.institution().equals(row.getString("institution"))))
        .stream()
        .filter(one -> !without.contains(one.precedent().category()))
        .toList();
  }

  private static Precedent precedent(ResultSet row) throws SQLException {
    String asOf = row.getString("as_of");
    return new Precedent(
        List.of(),
        row.getString("category"),
        row.getString("name"),
        row.getString("country"),
        row.getString("type"),
        null,
        List.of(),
        asOf == null
            ? null
            : new Precedent.Figures(
                asOf,
                number(row, "files"),
                number(row, "used"),
                number(row, "pages"),
                number(row, "languages"),
                number(row, "usages"),
                number(row, "depth"),
                row.getString("figures_source")),
        List.of(),
        row.getString("source"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private List<FittingPrecedent> own(Handle handle, Seeker seeker) {
    return handle
        .createQuery(
            """
            select i.id, i.name, i.country, i.type, p.title from partnership p
            join institution i on i.id = p.institution
            where p.stage >= 4 and p.state in ('open', 'done') and i.id <> :self order by p.id
            """)
        .bind("self", seeker.institution())
        .map((row, context) ->
            new Precedent(
                List.of(),
                "",
                row.getString("name") + " – " + row.getString("title"),
                row.getString("country"),
                row.getString("type"),
                null,
                List.of(),
                null,
                List.of(),
                "own"))
        .stream()
        .map(one -> fits.of(one, seeker, false))
        .filter(one -> one.points() >= 3)
        .toList();
  }

  /// How many categories of each kind were imported.
  public Map<String, Integer> kinds() {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    database.read(handle ->
        handle
            .createQuery("select kind, count(*) as n from precedent group by kind order by kind")
            .map((row, context) -> kinds.put(row.getString("kind"), row.getInt("n")))
            .list());
    return kinds;
  }
}
