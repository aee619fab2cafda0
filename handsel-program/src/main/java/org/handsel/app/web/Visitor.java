package org.handsel.app.web;

import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Words;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// Who sent a request.
///
/// @param who name for the history; meaningless unless `known`
/// @param known logged in, or the one person of a laptop
/// @param account null without a login
/// @param csrf what their forms must carry
record Visitor(
    Who who,
    Role role,
    boolean known,
    @Nullable Account account,
    String csrf,
    Words words,
    String theme) {}
