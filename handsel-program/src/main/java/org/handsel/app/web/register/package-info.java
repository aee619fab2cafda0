/// The pages of the register: search, an institution with its profile, people and relations, and
/// pairs that may be one. Entry point is [org.handsel.app.web.register.RegisterRooms]; templates
/// are in `jte/web/institutions` and `jte/web/contacts`.
@NullMarked
package org.handsel.app.web.register;

import org.jspecify.annotations.NullMarked;
