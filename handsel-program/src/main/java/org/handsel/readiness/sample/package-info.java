/// Writes dumps of a made-up wiki, of any size, in which every defect is known.
@NullMarked
package org.handsel.readiness.sample;

import org.jspecify.annotations.NullMarked;
