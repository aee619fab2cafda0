/// Makes probabilities agree with what is known of some links.
///
/// Entry point is [org.handsel.authority.calibration.Calibration].
@NullMarked
package org.handsel.authority.calibration;

import org.jspecify.annotations.NullMarked;
