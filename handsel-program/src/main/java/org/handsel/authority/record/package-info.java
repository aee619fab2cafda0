/// Records of persons, as libraries, museums and wikis hand them over.
///
/// Entry point is [org.handsel.authority.record.PersonFiles].
@NullMarked
package org.handsel.authority.record;

import org.jspecify.annotations.NullMarked;
