package org.handsel.app.sandbox;

import org.handsel.testbed.RealWiki.Login;

/// A wiki that is held to the whole contract, and what its operators can do to it.
interface WikiUnderTest extends UploadWiki {
  Login userLogin();

  Login blockedLogin();

  /// The next matching requests fail; `testbed/README.md` names the keys.
  void fault(String json);

  boolean faultPending();

  void readOnly();

  void lag(int seconds);

  void uploadLimit(int hits, int seconds);
}
