package org.handsel.app.web.register;

import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.partnership.register.Institution;
import org.jspecify.annotations.Nullable;

/// The form of an institution.
///
/// @param institution null for a new one
/// @param by sentence on who was faster; empty where nobody was
public record EditView(@Nullable Institution institution, Form form, Merge merge, String by) {
  public Map<String, String> theirs() {
    return merge.theirs();
  }
}
