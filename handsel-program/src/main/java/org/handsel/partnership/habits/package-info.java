/// How a group works: its limits and terms, with a reason for each. Entry point is
/// [org.handsel.partnership.habits.Habits]; the standard is data: `habits.tsv`.
@NullMarked
package org.handsel.partnership.habits;

import org.jspecify.annotations.NullMarked;
