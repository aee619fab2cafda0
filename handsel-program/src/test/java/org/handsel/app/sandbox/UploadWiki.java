package org.handsel.app.sandbox;

import java.net.URI;
import org.handsel.testbed.RealWiki.Login;

/// A wiki that files are brought to in every way, and what the tests of these ways need of it.
interface UploadWiki {
  URI api();

  Login botLogin();

  /// Puts bytes where this wiki may fetch them.
  ///
  /// @return their address
  String onTheWeb(byte[] bytes);

  /// Whether what is asked for asynchronously waits.
  void holdJobs(boolean now);

  /// Ends whatever the operators did.
  void calm();
}
