/// Pages of stage 5: what came of it, stories, suggestions, reports, and institutions side by side.
///
/// Entry point is [org.handsel.app.web.impact.ImpactRooms].
@NullMarked
package org.handsel.app.web.impact;

import org.jspecify.annotations.NullMarked;
