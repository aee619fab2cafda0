/// The rooms of the workbench put together, and its own small ones: start page, releases, history,
/// settings and accounts.
///
/// Entry point is [org.handsel.app.web.rooms.Workbench]; a feature's room is added to its list.
@NullMarked
package org.handsel.app.web.rooms;

import org.jspecify.annotations.NullMarked;
