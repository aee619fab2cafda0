/// Talks with institutions from the first prospect to stewardship: partnerships on a board with
/// limits, their timelines, claims, the day to come back, events to attend, and what one person has
/// to do today.
///
/// Entry points are [org.handsel.partnership.talks.Partnerships], `Stages`, `Boards`, `Timeline`,
/// `Claims`, `Revisits`, `Occasions`, `Referrals`, `Digests`, `CalendarFeed` and `Undo`. Rules on
/// coming back are data: `revisit-rules.tsv`; limits and terms are those of
/// [org.handsel.partnership.habits]. Personal data of people at institutions is kept by
/// [org.handsel.partnership.contacts].
@NullMarked
package org.handsel.partnership.talks;

import org.jspecify.annotations.NullMarked;
