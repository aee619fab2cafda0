package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.handsel.text.Dates;
import org.handsel.wiki.profile.WikiProfile;
import org.jspecify.annotations.Nullable;

/// P5: lives of more than 120 years, and deaths before the birth, each at best: an uncertain date
/// counts with the year that would make it possible.
final class Lifespans implements PageAudit {
  private static final int LONGEST = 120;

  private final Dates dates;
  private final WikiProfile profile;

  Lifespans(Dates dates, WikiProfile profile) {
    this.dates = dates;
    this.profile = profile;
  }

  @Override
  public String id() {
    return "P5";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    if (!page.isPerson()) {
      return;
    }
    if (!judge(page, "person data", date(page, "birth-date"), date(page, "death-date"), findings)) {
      judge(page, "categories", years(page.births()), years(page.deaths()), findings);
    }
  }

  private Optional<LifeDate> date(Person page, String field) {
    String value = page.value(field);
    return value.isEmpty()
        ? Optional.empty()
        : LifeDate.read(value, dates, profile.language()).filter(date -> !date.unknown());
  }

  private static Optional<LifeDate> years(TreeSet<Integer> years) {
    return years.isEmpty()
        ? Optional.empty()
        : Optional.of(new LifeDate("", years.first(), years.last(), false));
  }

  private boolean judge(
      Person page,
      String source,
      Optional<LifeDate> birth,
      Optional<LifeDate> death,
      Consumer<Finding> findings) {
    if (birth.isEmpty() || death.isEmpty()) {
      return false;
    }
    Integer shortest = span(birth.get().latest(), death.get().earliest());
    Integer longest = span(birth.get().earliest(), death.get().latest());
    int leeway = birth.get().leeway() + death.get().leeway();
    boolean tooLong = shortest != null && shortest - leeway > LONGEST;
    boolean reversed = longest != null && longest + leeway < 0;
    boolean sameYear =
        birth.get().isDay()
            && death.get().isDay()
            && birth.get().edtf().compareTo(death.get().edtf()) > 0;
    if (!tooLong && !reversed && !sameYear) {
      return false;
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("source", source);
    evidence.put("kind", tooLong ? "too-long" : "death-before-birth");
    if (tooLong) {
      evidence.put("years", shortest);
    }
    evidence.put("birth", LeadDates.words(birth.get()));
    evidence.put("death", LeadDates.words(death.get()));
    findings.accept(page.finding(id(), evidence));
    return true;
  }

  private static @Nullable Integer span(@Nullable Integer from, @Nullable Integer to) {
    return from == null || to == null ? null : Integer.valueOf(to - from);
  }
}
