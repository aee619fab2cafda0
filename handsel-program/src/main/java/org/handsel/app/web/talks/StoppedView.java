package org.handsel.app.web.talks;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Partnership;

/// A contact or claim that stopped because somebody else speaks with the institution.
///
/// @param path where it is sent again, with a reason
/// @param kept its fields
public record StoppedView(
    Partnership partnership,
    String institution,
    ClaimNotice notice,
    String path,
    List<Form.Kept> kept,
    Form form) {
  public StoppedView {
    kept = List.copyOf(kept);
  }
}
