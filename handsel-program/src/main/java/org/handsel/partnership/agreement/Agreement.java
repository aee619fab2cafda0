package org.handsel.partnership.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is agreed in a partnership so far.
///
/// @param rung null while nobody has chosen one
/// @param reason why this rung
/// @param evidence where the content stands free already, for the lowest rung
/// @param scale `mass` or `small`, or null
/// @param scaleAdvice what was recommended then, or null
/// @param scaleReason why it was chosen
/// @param renegotiateOn when both sides talk about more, or null
/// @param endsOn when new files end, or null
/// @param signedOn when it was declared or signed, or null
/// @param signedEvidence where the paper lies
public record Agreement(
    String partnership,
    @Nullable Rung rung,
    String reason,
    String evidence,
    @Nullable String scale,
    @Nullable String scaleAdvice,
    String scaleReason,
    @Nullable LocalDate renegotiateOn,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate signedOn,
    String signedEvidence,
    long version) {

  /// Nothing is agreed yet.
  static Agreement none(String partnership) {
    return new Agreement(partnership, null, "", "", null, null, "", null, null, null, "", 0);
  }

  Agreement on(Rung chosen, String why, String where) {
    return new Agreement(
        partnership,
        chosen,
        why,
        where,
        scale,
        scaleAdvice,
        scaleReason,
        renegotiateOn,
        endsOn,
        signedOn,
        signedEvidence,
        version);
  }

  Agreement scaled(String chosen, String advice, String why, LocalDate again) {
    return new Agreement(
        partnership,
        rung,
        reason,
        evidence,
        chosen,
        advice,
        why,
        again,
        endsOn,
        signedOn,
        signedEvidence,
        version);
  }

  Agreement dated(@Nullable LocalDate again, @Nullable LocalDate end) {
    return new Agreement(
        partnership,
        rung,
        reason,
        evidence,
        scale,
        scaleAdvice,
        scaleReason,
        again,
        end,
        signedOn,
        signedEvidence,
        version);
  }

  Agreement signed(@Nullable LocalDate day, String where) {
    return new Agreement(
        partnership,
        rung,
        reason,
        evidence,
        scale,
        scaleAdvice,
        scaleReason,
        renegotiateOn,
        endsOn,
        day,
        where,
        version);
  }
}
