package org.handsel.app.web.talks;

import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Page;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.FullColumn;
import org.handsel.partnership.talks.Partnership;

/// Pages at which an action stops until the person gives a reason: nothing was changed yet, and
/// what was typed goes along.
final class Stops {
  private static final int CONFLICT = 409;

  private final Doors doors;

  Stops(Doors doors) {
    this.doors = doors;
  }

  void full(Page page, Partnership partnership, FullColumn column) {
    page.show(
        CONFLICT,
        "talks/full.jte",
        new FullView(
            partnership,
            name(page, partnership),
            column,
            reason(page, column),
            page.path(),
            withoutReason(page.form()),
            page.form(Map.of())));
  }

  void claimed(Page page, Partnership partnership, ClaimNotice notice) {
    page.show(
        CONFLICT,
        "talks/stopped.jte",
        new StoppedView(
            partnership,
            name(page, partnership),
            notice,
            page.path(),
            withoutReason(page.form()),
            page.form(Map.of())));
  }

  String reason(Page page, FullColumn full) {
    return Limits.reason(
        doors.habits(),
        page.words(),
        "%s-limit-%d".formatted(full.scope(), full.stage()),
        full.reason());
  }

  private String name(Page page, Partnership partnership) {
    return doors.institution(page, partnership.institution()).name();
  }

  private static java.util.List<Form.Kept> withoutReason(Form form) {
    return form.kept().stream().filter(field -> !field.name().equals("reason")).toList();
  }
}
