/// Links persons to records of an authority file, with probabilities.
///
/// Entry point is [org.handsel.authority.matching.Linking]. Source of the model: I. Fellegi and A.
/// Sunter, A Theory for Record Linkage, 1969; weights without labels by expectation maximisation.
@NullMarked
package org.handsel.authority.matching;

import org.jspecify.annotations.NullMarked;
