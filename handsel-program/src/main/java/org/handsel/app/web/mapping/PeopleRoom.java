package org.handsel.app.web.mapping;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.handsel.release.tables.MappingTables;
import org.handsel.release.tables.Suggester;
import org.handsel.release.tables.TableFile;
import org.handsel.release.tables.TableRow;

/// People of a mapping table one by one, the most frequent first, each beside whom an authority
/// file knows under the name, with probability and reasons: one key or click decides. Proposals for
/// the whole table can be written into it, for volunteers who work on its page of a wiki.
final class PeopleRoom implements Room {
  private static final long PATIENCE_SECONDS = 20;
  private static final int LONGEST = 500;

  private final Tables tables;
  private final Noted noted;
  private final People people;

  PeopleRoom(Tables tables, Noted noted, People people) {
    this.tables = tables;
    this.noted = noted;
    this.people = people;
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/mappings/{name}/tables/{field}/people";
    routes.get(path, Role.VIEWER, page -> show(page, 200, false));
    routes.post(path, Role.MEMBER, this::decide);
    routes.post(path + "/propose", Role.MEMBER, this::propose);
  }

  static String address(Page page, String authority, int skip) {
    return "%s/people?from=%s&skip=%d"
        .formatted(
            Tables.address(page), URLEncoder.encode(authority, StandardCharsets.UTF_8), skip);
  }

  private void show(Page page, int status, boolean late) {
    Path file = tables.file(page).orElseThrow(page::notFound);
    TableFile table = TableFile.read(file);
    List<TableRow> open =
        table.rows().values().stream()
            .filter(row -> row.state().equals(TableRow.TODO))
            .sorted(
                Comparator.comparingLong(TableRow::frequency)
                    .reversed()
                    .thenComparing(TableRow::value))
            .toList();
    int skip = open.isEmpty() ? 0 : page.number("skip", 0, 10_000_000, 0) % open.size();
    String authority = people.chosen(page.query("from"));
    Optional<TableSteps.Step> last = new TableSteps(file).last(table);
    Optional<TableRow> row = open.stream().skip(skip).findFirst();
    page.show(
        status,
        "mapping/people.jte",
        new PeopleView(
            page.part("name"),
            Tables.base(page),
            Tables.address(page),
            String.valueOf(file.getFileName()),
            people.names(),
            authority,
            table.rows().size(),
            open.size(),
            skip,
            row.map(TableRow::value).orElse(""),
            row.map(TableRow::frequency).orElse(0L),
            row.map(TableSteps::mark).orElse(""),
            row.map(one -> people.of(authority, one.value())).orElse(List.of()),
            last.map(TableSteps.Step::mark).orElse(""),
            last.map(step -> String.join(", ", step.before().keySet())).orElse(""),
            late));
  }

  private void decide(Page page) {
    Path file = tables.file(page).orElseThrow(page::notFound);
    Form form = page.form();
    String value = form.value("value");
    String authority = people.chosen(form.text("authority", LONGEST));
    String decision = form.value("decision");
    String item = decision.startsWith("Q") ? decision : form.text("item", 20);
    boolean nothing = decision.equals(TableRow.NOTHING);
    if (!nothing && !item.matches("Q[1-9][0-9]{0,11}")) {
      page.notice(Notice.Kind.WARNING, "people.item", item);
      page.redirect(
          address(page, authority, (int) (long) form.number("skip", 0, 10_000_000).orElse(0L)));
      return;
    }
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    tables
        .store(page)
        .locked(() -> {
          TableFile table = TableFile.read(file);
          TableRow old = table.rows().get(value);
          if (old == null || !TableSteps.mark(old).equals(form.value("was"))) {
            return false;
          }
          TableRow row =
              nothing
                  ? old.with("state", TableRow.NOTHING)
                  : old.with("qid", item).with("state", TableRow.MAPPED);
          Map<String, TableRow> rows = new LinkedHashMap<>(table.rows());
          rows.put(value, row);
          new TableSteps(file).keep(page.who().name(), page.now(), List.of(old), List.of(row));
          new TableFile(table.columns(), rows).write(file);
          before.put(value, TableRoom.words(old));
          after.put(value, TableRoom.words(row));
          return true;
        });
    if (after.isEmpty()) {
      show(page, 409, true);
      return;
    }
    noted.change(page.who(), page.part("name") + " " + file.getFileName(), "change", before, after);
    page.redirect(
        address(page, authority, (int) (long) form.number("skip", 0, 10_000_000).orElse(0L)));
  }

  /// Looks people up without a lock, since it may take long; only writing is done under it.
  private void propose(Page page) {
    Path file = tables.file(page).orElseThrow(page::notFound);
    ProfileStore store = tables.store(page);
    String field = Tables.field(page);
    Suggester suggester = people.suggester(people.chosen(page.form().text("authority", LONGEST)));
    CompletableFuture<Long> proposing =
        CompletableFuture.supplyAsync(
            () -> {
              Map<String, Suggester.Suggestion> found =
                  MappingTables.suggestions(file, field, suggester);
              return store.locked(() -> MappingTables.propose(file, found));
            },
            task -> Thread.ofPlatform().daemon().start(task));
    try {
      page.notice(
          Notice.Kind.SUCCESS,
          "people.proposed",
          proposing.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      page.notice(Notice.Kind.NOTICE, "people.proposing");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    page.redirect(Tables.address(page));
  }
}
