package org.handsel.app.web.account;

import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// A person who may use the workspace.
///
/// @param wikiName name on the wiki that may vouch for the person, or null
/// @param language tag of the language of their pages, or null for the browser's
/// @param version rises with each change
public record Account(
    String id,
    String name,
    Role role,
    @Nullable String wikiName,
    @Nullable String language,
    @Nullable String email,
    boolean disabled,
    long version) {

  public Who who() {
    return new Who(id, name);
  }
}
