/// What a library may want to mend in its own authority file: a gift in return for its records.
///
/// Entry point is [org.handsel.authority.check.LibraryCheck].
@NullMarked
package org.handsel.authority.check;

import org.jspecify.annotations.NullMarked;
