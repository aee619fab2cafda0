package org.handsel.app.web.account;

/// Somebody is logged in.
///
/// @param csrf what each form that is sent with it must carry
public record Session(Account account, String csrf) {}
