/// The commands.
@NullMarked
package org.handsel.app.cli;

import org.jspecify.annotations.NullMarked;
