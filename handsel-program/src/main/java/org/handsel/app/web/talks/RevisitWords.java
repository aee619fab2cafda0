package org.handsel.app.web.talks;

import java.time.LocalDate;
import java.util.List;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.talks.Revisit;
import org.handsel.partnership.talks.RevisitRule;

/// Says when and why to come back in the language of a page; the log keeps it in English.
final class RevisitWords {
  private RevisitWords() {}

  static PartnershipView.RevisitText of(Words words, Revisit revisit, List<RevisitRule> rules) {
    RevisitRule rule =
        rules.stream().filter(one -> one.cause().equals(revisit.cause())).findFirst().orElse(null);
    if (rule == null) {
      return unknown(words, revisit);
    }
    Integer months = revisit.months();
    String counted =
        months == null
            ? words.of("talks.revisit.named", words.date(revisit.dueOn()))
            : rule.kind().equals("january")
                ? words.of("talks.revisit.january", words.date(revisit.since()))
                : words.of(
                    "talks.revisit.counted",
                    months,
                    words.date(revisit.since()),
                    rule.least(),
                    rule.most());
    int end = revisit.reason().indexOf(rule.reason());
    String said = end < 0 ? "" : revisit.reason().substring(end + rule.reason().length()).strip();
    LocalDate on = revisit.on();
    return new PartnershipView.RevisitText(
        on,
        on.equals(revisit.dueOn()) ? null : revisit.dueOn(),
        words.of("talks.cause." + rule.cause()),
        counted,
        words.of("talks.cause." + rule.cause() + ".why"),
        said,
        revisit.who());
  }

  /// A cause that this program has no words for, such as one of a newer one that used the database.
  private static PartnershipView.RevisitText unknown(Words words, Revisit revisit) {
    LocalDate on = revisit.on();
    return new PartnershipView.RevisitText(
        on,
        on.equals(revisit.dueOn()) ? null : revisit.dueOn(),
        revisit.cause(),
        words.of("talks.revisit.named", words.date(revisit.dueOn())),
        revisit.reason(),
        "",
        revisit.who());
  }
}
