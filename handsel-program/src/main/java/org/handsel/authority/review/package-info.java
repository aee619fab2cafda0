/// People look at links: a queue that begins where a look is worth most, decisions that are only
/// ever added, second opinions, and what the decisions say about the probabilities.
///
/// Entry point is [org.handsel.authority.review.Reviews]. Uses the records of `authority.record`
/// and the files that linking writes.
@NullMarked
package org.handsel.authority.review;

import org.jspecify.annotations.NullMarked;
