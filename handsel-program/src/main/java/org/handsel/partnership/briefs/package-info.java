/// What a person takes along or sends: the brief for a meeting, slides for the institution's staff,
/// and letters to begin with.
///
/// Entry points are [org.handsel.partnership.briefs.Briefs] and
/// [org.handsel.partnership.briefs.Letters]. Uses register, talks, contacts, prospects, precedents
/// and the room `rights` for conditions. What to ask, what they will ask, slides and letters are
/// data: `asks.tsv`, `their-questions.tsv`, `topics.tsv`, `letters.tsv` and the folder `letters`;
/// short texts are given in as a [org.handsel.partnership.briefs.Wording].
@NullMarked
package org.handsel.partnership.briefs;

import org.jspecify.annotations.NullMarked;
