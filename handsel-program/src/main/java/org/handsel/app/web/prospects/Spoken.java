package org.handsel.app.web.prospects;

import java.time.LocalDate;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.briefs.Wording;

/// Texts of pages as documents need them.
public record Spoken(Words words) implements Wording {
  @Override
  public String language() {
    return words.language().code();
  }

  @Override
  public String of(String key, Object... arguments) {
    return words.of(key, arguments);
  }

  @Override
  public boolean has(String key) {
    return words.has(key);
  }

  @Override
  public String number(long number) {
    return words.number(number);
  }

  @Override
  public String percent(double share) {
    return words.percent(share);
  }

  @Override
  public String date(LocalDate date) {
    return words.date(date);
  }
}
