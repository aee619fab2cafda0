/// People at institutions: the one place of personal data, with the reason for which it is kept and
/// the day until which. Entry point is [org.handsel.partnership.contacts.Contacts]. The log names
/// people by id only; an erasure also reaches the texts of timelines.
@NullMarked
package org.handsel.partnership.contacts;

import org.jspecify.annotations.NullMarked;
