package org.handsel.app.web;

import java.util.List;

/// The login page.
///
/// @param message why the page is shown; empty at first
/// @param back page to go to afterwards
/// @param resendTo where a kept form goes; empty when there is none
/// @param kept fields of a form that was sent without a session
/// @param wiki host name of the wiki that may vouch for people; empty when there is none
public record LoginView(
    Form form, String message, String back, String resendTo, List<Form.Kept> kept, String wiki) {
  public LoginView {
    kept = List.copyOf(kept);
  }
}
