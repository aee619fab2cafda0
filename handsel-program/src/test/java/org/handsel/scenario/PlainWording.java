package org.handsel.scenario;

import java.time.LocalDate;
import org.handsel.partnership.briefs.Wording;

/// The bare keys, for what is looked at without a page around it.
record PlainWording() implements Wording {
  @Override
  public String language() {
    return "en";
  }

  @Override
  public String of(String key, Object... arguments) {
    return key;
  }

  @Override
  public boolean has(String key) {
    return true;
  }

  @Override
  public String number(long number) {
    return Long.toString(number);
  }

  @Override
  public String percent(double share) {
    return Double.toString(share);
  }

  @Override
  public String date(LocalDate date) {
    return date.toString();
  }
}
