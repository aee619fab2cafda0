package org.handsel.app.web.impact;

import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.impact.Compared;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.InstitutionComparison;

/// Key figures of many institutions, sorted by any column.
final class ComparisonRoom implements Room {
  private final Doors doors;

  ComparisonRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "comparison";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/impact/comparison/{folder}", Role.VIEWER, this::show);
  }

  private void show(Page page) {
    ImpactFolders.Entry entry =
        doors.folders().of("").stream()
            .filter(one -> one.id().equals(page.part("folder")))
            .findFirst()
            .orElseThrow(page::notFound);
    Compared compared = InstitutionComparison.stored(entry.folder());
    if (compared == null) {
      throw page.notFound();
    }
    String sort = Compared.sortable(page.query("sort")) ? page.query("sort") : "files-used";
    boolean reversed = page.query("order").equals("reversed");
    page.show(
        "impact/comparison.jte",
        new ComparisonView(
            entry,
            compared.sorted(sort, reversed),
            Compared.NUMBERS,
            sort,
            reversed,
            doors.measures()));
  }
}
