package org.handsel.partnership.contacts;

import org.jspecify.annotations.Nullable;

/// A person as somebody enters or edits them; components as in [Contact].
public record ContactDraft(
    String institution,
    String name,
    String role,
    @Nullable String mail,
    @Nullable String phone,
    @Nullable String address,
    String legalBasis,
    String source) {}
