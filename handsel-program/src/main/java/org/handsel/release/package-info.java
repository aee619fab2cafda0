/// From items to checked file pages on a wiki, without loss and without doubles.
@NullMarked
package org.handsel.release;

import org.jspecify.annotations.NullMarked;
