package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.handsel.text.Dates;
import org.handsel.wiki.profile.WikiProfile;

/// P4: person data, categories and first words of a biography that contradict each other in a date
/// of birth or death, and people who are both alive and dead.
final class Contradictions implements PageAudit {
  private final Dates dates;
  private final WikiProfile profile;
  private final LeadDates leads;

  Contradictions(Dates dates, WikiProfile profile) {
    this.dates = dates;
    this.profile = profile;
    this.leads = new LeadDates(dates, profile.language());
  }

  @Override
  public String id() {
    return "P4";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    if (!page.isPerson()) {
      return;
    }
    LeadDates.Life lead = leads.read(page.facts().lead());
    compare(page, "birth", "birth-date", page.births(), lead.birth(), findings);
    compare(page, "death", "death-date", page.deaths(), lead.death(), findings);
    boolean dead =
        !page.deaths().isEmpty()
            || read(page, "death-date").filter(date -> !date.unknown()).isPresent();
    if (page.living() && dead) {
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("field", "living");
      evidence.put("death", page.value("death-date"));
      evidence.put("categories", page.deaths());
      findings.accept(page.finding(id(), evidence));
    }
  }

  private Optional<LifeDate> read(Person page, String field) {
    String value = page.value(field);
    return value.isEmpty() ? Optional.empty() : LifeDate.read(value, dates, profile.language());
  }

  private void compare(
      Person page,
      String event,
      String field,
      TreeSet<Integer> years,
      Optional<LifeDate> lead,
      Consumer<Finding> findings) {
    Optional<LifeDate> data = read(page, field);
    boolean againstCategories =
        !years.isEmpty()
            && data.isPresent()
            && years.stream().noneMatch(year -> data.get().agrees(year));
    boolean againstLead =
        lead.isPresent()
            && data.isPresent()
            && (!data.get().agrees(lead.get())
                || data.get().isDay()
                    && lead.get().isDay()
                    && !data.get().edtf().equals(lead.get().edtf()));
    boolean categoriesAgainstLead =
        data.isEmpty()
            && lead.isPresent()
            && !years.isEmpty()
            && years.stream().noneMatch(year -> lead.get().agrees(year));
    boolean several = years.size() > 1;
    if (!againstCategories && !againstLead && !categoriesAgainstLead && !several) {
      return;
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("field", event);
    evidence.put("personData", LifeDate.plain(page.value(field)));
    evidence.put("categories", years);
    evidence.put("lead", lead.map(LeadDates::words).orElse(""));
    findings.accept(page.finding(id(), evidence));
  }
}
