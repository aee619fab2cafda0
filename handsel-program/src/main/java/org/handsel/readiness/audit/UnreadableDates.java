package org.handsel.readiness.audit;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.text.Dates;
import org.handsel.wiki.profile.WikiProfile;

/// P3: dates of birth and death in person data that nobody can read as a date.
final class UnreadableDates implements PageAudit {
  private final Dates dates;
  private final WikiProfile profile;

  UnreadableDates(Dates dates, WikiProfile profile) {
    this.dates = dates;
    this.profile = profile;
  }

  @Override
  public String id() {
    return "P3";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    for (String field : List.of("birth-date", "death-date")) {
      String value = page.value(field);
      if (!value.isEmpty() && LifeDate.read(value, dates, profile.language()).isEmpty()) {
        String parameter = profile.personData().orElseThrow().fields().get(field);
        findings.accept(page.finding(id(), Map.of("field", parameter, "value", value)));
      }
    }
  }
}
