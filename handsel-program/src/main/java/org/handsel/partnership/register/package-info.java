/// Institutions that hold or may hold images: what is known of each, with its evidence, and which
/// of them are the same house or belong together.
@NullMarked
package org.handsel.partnership.register;

import org.jspecify.annotations.NullMarked;
