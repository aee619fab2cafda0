/// Accounts of a group: roles, passwords, sessions, the brake on guessing, and the login by a wiki.
///
/// Entry points are [org.handsel.app.web.account.Accounts] and, for the login by a wiki,
/// [org.handsel.app.web.account.WikiLogin]. Uses no feature; tables are in `006-accounts.sql`.
@NullMarked
package org.handsel.app.web.account;

import org.jspecify.annotations.NullMarked;
