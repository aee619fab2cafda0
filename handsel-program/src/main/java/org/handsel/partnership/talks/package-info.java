/// Partnerships and the talks that lead to them: who speaks with whom, what was said, what to do
/// next.
@NullMarked
package org.handsel.partnership.talks;

import org.jspecify.annotations.NullMarked;
