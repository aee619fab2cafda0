/// Side-by-side measurements: each figure is a ratio to a peer or to a limit in the same run.
@NullMarked
package org.handsel.bench;

import org.jspecify.annotations.NullMarked;
