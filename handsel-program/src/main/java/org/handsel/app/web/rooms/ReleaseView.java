package org.handsel.app.web.rooms;

import org.handsel.release.ReleaseRegister;
import org.handsel.release.ReleaseStatus;
import org.handsel.release.RunControl;
import org.jspecify.annotations.Nullable;

/// One release.
///
/// @param status null when its folder is not there any more
/// @param run whether it runs now, in whatever process
/// @param report whether there is one to look at
public record ReleaseView(
    ReleaseRegister.Entry entry,
    @Nullable ReleaseStatus status,
    boolean report,
    RunControl.State run) {}
