package org.handsel.impact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An early warning: something that a coordinator should look at before it hurts.
///
/// @param code `no-contact`, `corrections-unanswered`, `files-up-for-deletion`,
///   `inquiries-beyond-capacity`, `inquiries-growing`, `credit-missing`, `satisfaction-falling`,
///   `expectation-missed`, `renegotiation-due` or `too-many-partnerships`
/// @param text in words, with the numbers
/// @param since day, or null
/// @param advice what to do
public record Warned(String code, String text, @Nullable LocalDate since, String advice) {}
