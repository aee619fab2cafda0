package org.handsel.app.web.agreements;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.commitment.Staffing;
import org.handsel.partnership.effort.LoadForecast;
import org.handsel.partnership.effort.LoadWarning;
import org.handsel.partnership.effort.PartnerLoad;
import org.handsel.partnership.effort.TimeSpent;
import org.handsel.partnership.effort.VolunteerCall;
import org.jspecify.annotations.Nullable;

/// The work that a partnership takes, on both sides.
public record WorkView(
    Head head,
    Staffing staffing,
    List<TimeSpent> spent,
    List<VolunteerCall> calls,
    List<PartnerLoad> loads,
    @Nullable LoadForecast forecast,
    @Nullable LoadWarning warning,
    Form form) {
  public WorkView {
    spent = List.copyOf(spent);
    calls = List.copyOf(calls);
    loads = List.copyOf(loads);
  }
}
