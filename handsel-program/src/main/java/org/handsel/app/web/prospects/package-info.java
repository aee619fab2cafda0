/// Pages of the shopping list, briefs, slides and letters.
///
/// Entry point is [org.handsel.app.web.prospects.ProspectRooms]. Texts are
/// `messages/prospects_<language>.properties`, templates `src/main/jte/web/prospects`.
@NullMarked
package org.handsel.app.web.prospects;

import org.jspecify.annotations.NullMarked;
