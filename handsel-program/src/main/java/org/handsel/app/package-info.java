/// The command line and the composition root: the only package that knows every feature.
@NullMarked
package org.handsel.app;

import org.jspecify.annotations.NullMarked;
