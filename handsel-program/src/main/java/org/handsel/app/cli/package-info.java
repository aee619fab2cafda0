/// The commands: what a person types becomes calls of the rooms, and what comes back becomes text,
/// JSON and an exit code.
///
/// Entry point is [org.handsel.app.cli.Commands].
@NullMarked
package org.handsel.app.cli;

import org.jspecify.annotations.NullMarked;
