package org.handsel.app.web;

import org.handsel.app.web.account.Role;

/// Where rooms say which addresses they answer. `{id}` in a path stands for one part of it.
public interface Routes {
  /// Shows something; must not change anything.
  void get(String path, Role least, PageHandler handler);

  /// Shows something without a login, because the address itself is secret; for machines that
  /// cannot log in, such as calendars. The handler checks the address and must not change anything.
  void open(String path, PageHandler handler);

  /// Takes a form, of at most two megabytes. The shell has checked role, origin and CSRF token.
  void post(String path, Role least, PageHandler handler);

  /// Takes a form with files.
  ///
  /// @param mostBytes more than this is refused (413)
  void upload(String path, Role least, long mostBytes, PageHandler handler);
}
