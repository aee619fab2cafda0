package org.handsel.app.web.mapping;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.release.tables.MappingTables;
import org.handsel.release.tables.Suggester;
import org.handsel.release.tables.TableFile;
import org.handsel.release.tables.TableRow;

/// Mapping tables: what the values of a field lead to, the most frequent first.
final class TableRoom implements Room {
  private static final int ON_A_PAGE = 50;
  private static final int LONGEST = 500;
  private static final long PATIENCE_SECONDS = 20;
  private static final List<String> STATES =
      List.of(TableRow.TODO, TableRow.MAPPED, TableRow.NOTHING);

  private final Shelf shelf;
  private final Tables tables;
  private final Noted noted;
  private final People people;

  TableRoom(Shelf shelf, Tables tables, Noted noted, People people) {
    this.shelf = shelf;
    this.tables = tables;
    this.noted = noted;
    this.people = people;
  }

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/mappings/{name}/tables/{field}";
    routes.get(path, Role.VIEWER, page -> show(page, 200, List.of(), Map.of()));
    routes.post(path, Role.MEMBER, this::save);
    routes.post(path + "/fill", Role.MEMBER, this::fill);
    routes.post(path + "/undo", Role.MEMBER, this::undo);
  }

  private void show(Page page, int status, List<String> late, Map<String, String> wrong) {
    Path file = tables.file(page).orElseThrow(page::notFound);
    TableFile table = TableFile.read(file);
    String state = STATES.contains(page.query("state")) ? page.query("state") : "";
    String text = page.query("q");
    int number = page.number("page", 1, 100_000, 1);
    List<TableRow> rows =
        table.rows().values().stream()
            .filter(row -> state.isEmpty() || row.state().equals(state))
            .filter(
                row -> row.value().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
            .sorted(
                java.util.Comparator.comparingLong(TableRow::frequency)
                    .reversed()
                    .thenComparing(TableRow::value))
            .skip((long) (number - 1) * ON_A_PAGE)
            .limit(ON_A_PAGE + 1L)
            .toList();
    Optional<TableSteps.Step> last = new TableSteps(file).last(table);
    page.show(
        status,
        "mapping/table.jte",
        new TableView(
            page.part("name"),
            Tables.base(page),
            page.part("field"),
            String.valueOf(file.getFileName()),
            table.states(),
            state,
            text,
            rows.stream().limit(ON_A_PAGE).map(TableRoom::row).toList(),
            number,
            rows.size() > ON_A_PAGE,
            "%s?state=%s&q=%s&"
                .formatted(
                    Tables.address(page), state, URLEncoder.encode(text, StandardCharsets.UTF_8)),
            late,
            wrong,
            people.names(),
            last.map(TableSteps.Step::mark).orElse(""),
            last.map(step -> step.before().size()).orElse(0)));
  }

  private static TableView.Row row(TableRow row) {
    String probability = row.cell("probability");
    return new TableView.Row(
        row.value(),
        row.frequency(),
        row.state(),
        row.cell("qid"),
        row.cell("category"),
        row.cell("creator"),
        row.cell("proposal"),
        row.cell("proposed name") + (probability.isEmpty() ? "" : " (" + probability + ")"),
        row.cell("reason"),
        TableSteps.mark(row));
  }

  private void save(Page page) {
    ProfileStore store = tables.store(page);
    Path file = tables.file(page).orElseThrow(page::notFound);
    Form form = page.form();
    List<String> late = new ArrayList<>();
    Map<String, String> wrong = new LinkedHashMap<>();
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    List<TableRow> were = new ArrayList<>();
    List<TableRow> are = new ArrayList<>();
    store.locked(() -> {
      TableFile table = TableFile.read(file);
      Map<String, TableRow> rows = new LinkedHashMap<>(table.rows());
      for (int i = 0; i < ON_A_PAGE; i++) {
        TableRow old = rows.get(form.value("value." + i));
        if (old == null) {
          continue;
        }
        TableRow typed = typed(old, form, i);
        if (TableSteps.mark(typed).equals(TableSteps.mark(old))
            || TableSteps.mark(typed).equals(form.value("was." + i))) {
          continue;
        }
        String qid = typed.cell("qid");
        if (!TableSteps.mark(old).equals(form.value("was." + i))) {
          late.add(old.value());
        } else if (!qid.isEmpty() && !qid.matches("Q[1-9][0-9]{0,11}")) {
          wrong.put(old.value(), page.text("tables.qid", qid));
        } else {
          rows.put(old.value(), typed);
          were.add(old);
          are.add(typed);
          before.put(old.value(), words(old));
          after.put(old.value(), words(typed));
        }
      }
      if (!after.isEmpty()) {
        new TableSteps(file).keep(page.who().name(), page.now(), were, are);
        new TableFile(table.columns(), rows).write(file);
      }
      return after.size();
    });
    if (!after.isEmpty()) {
      noted.change(
          page.who(), page.part("name") + " " + file.getFileName(), "change", before, after);
    }
    if (late.isEmpty() && wrong.isEmpty()) {
      page.notice(Notice.Kind.SUCCESS, "tables.saved", after.size());
      page.redirect(
          "%s?state=%s&q=%s&page=%d"
              .formatted(
                  Tables.address(page),
                  STATES.contains(form.value("show")) ? form.value("show") : "",
                  URLEncoder.encode(form.text("text", 200), StandardCharsets.UTF_8),
                  form.number("page", 1, 100_000).orElse(1L)));
    } else {
      show(page, late.isEmpty() ? 422 : 409, late, wrong);
    }
  }

  static String words(TableRow row) {
    return String.join(
        " · ",
        TableSteps.WRITTEN.stream()
            .map(column -> column.equals("state") ? row.state() : row.cell(column))
            .filter(cell -> !cell.isEmpty())
            .toList());
  }

  private static TableRow typed(TableRow old, Form form, int i) {
    TableRow row = old;
    for (String column : List.of("qid", "category", "creator")) {
      row = row.with(column, form.text(column + "." + i, LONGEST).replaceAll("\\s+", " "));
    }
    String state = form.value("state." + i);
    if (form.ticked("take." + i) && old.cell("proposal").matches("Q[1-9][0-9]*")) {
      row = row.with("qid", old.cell("proposal"));
      state = TableRow.MAPPED;
    }
    boolean says =
        !row.cell("qid").isEmpty()
            || !row.cell("category").isEmpty()
            || !row.cell("creator").isEmpty();
    // Whoever writes what a value is has decided.
    boolean decided = says && state.equals(TableRow.TODO);
    return row.with(
        "state", decided ? TableRow.MAPPED : STATES.contains(state) ? state : old.state());
  }

  /// Takes back what was decided last.
  private void undo(Page page) {
    Path file = tables.file(page).orElseThrow(page::notFound);
    String seen = page.form().value("step");
    Optional<TableSteps.Step> undone =
        tables.store(page).locked(() -> new TableSteps(file).undo(seen));
    undone.ifPresent(step ->
        noted.change(
            page.who(),
            page.part("name") + " " + file.getFileName(),
            "undo",
            Map.of(),
            Map.of("values", String.join(", ", step.before().keySet()))));
    page.notice(
        undone.isPresent() ? Notice.Kind.SUCCESS : Notice.Kind.WARNING,
        undone.isPresent() ? "tables.undone" : "tables.undo.late",
        undone.map(step -> step.before().size()).orElse(0));
    page.redirect(
        page.form().value("back").equals("people")
            ? PeopleRoom.address(page, page.form().text("authority", 200), 0)
            : Tables.address(page));
  }

  /// Makes the table of a field where it has none, and counts the values of the delivery.
  private void fill(Page page) {
    ProfileStore store = tables.store(page);
    String field = Tables.field(page);
    Path delivery = shelf.delivery(page.part("name")).orElseThrow(page::notFound);
    try {
      if (tables.file(page).isEmpty()) {
        Path file = store.folder().resolve(field + ".tsv");
        if (!Files.exists(file)) {
          new TableFile(List.of(), Map.of()).write(file);
        }
        store.change(
            page.who().name(),
            page.now(),
            Map.of(Place.of("mapped", field), ProfileStore.mark("")),
            text -> text.set(List.of("mapped", field), field + ".tsv"));
        noted.change(
            page.who(),
            page.part("name"),
            "change",
            Map.of(),
            Map.of("mapped." + field, field + ".tsv"));
      }
      counted(page, store, delivery);
      page.redirect(Tables.address(page));
    } catch (HandselException wrong) {
      page.notice(Notice.Kind.ERROR, "mapping.plain", String.valueOf(wrong.getMessage()));
      page.redirect(Tables.base(page));
    }
  }

  private static void counted(Page page, ProfileStore store, Path delivery) {
    CompletableFuture<List<MappingTables.Filled>> filling =
        CompletableFuture.supplyAsync(
            () ->
                store.locked(() ->
                    MappingTables.fill(
                        delivery, store.file(), Suggester.NONE, List.of(), Progress.NONE)),
            Thread::startVirtualThread);
    try {
      long added =
          filling.get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
              .mapToLong(MappingTables.Filled::added)
              .sum();
      page.notice(Notice.Kind.SUCCESS, "tables.filled", added);
    } catch (TimeoutException e) {
      page.notice(Notice.Kind.NOTICE, "tables.filling");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HandselException told) {
        throw told;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
