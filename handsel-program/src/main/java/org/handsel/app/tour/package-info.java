/// The sample partnership through all stages, on embedded parts only.
///
/// Entry point is [org.handsel.app.tour.Tour]. Every step is a command of the program, run as a
/// person would type it; what a step says is what its command answered.
@NullMarked
package org.handsel.app.tour;

import org.jspecify.annotations.NullMarked;
