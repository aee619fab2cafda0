/// The pages of talks: the board, one partnership with its timeline, the calendar and the habits of
/// the group. Entry point is [org.handsel.app.web.talks.TalkRooms]; templates are in
/// `jte/web/talks`, texts in `talks_<language>.properties`.
@NullMarked
package org.handsel.app.web.talks;

import org.jspecify.annotations.NullMarked;
