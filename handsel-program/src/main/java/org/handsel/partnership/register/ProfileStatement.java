package org.handsel.partnership.register;

import java.time.LocalDate;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// The answer to one question of an institution's profile.
///
/// @param question id from the table `questions.tsv`
/// @param answer a share from 0 to 1, a number, one of the question's choices, or text
/// @param evidence address or place where it can be checked, or null where nobody named one
/// @param asOf day for which it was true
/// @param who who stated it
public record ProfileStatement(
    String question, String answer, @Nullable String evidence, LocalDate asOf, Who who) {}
