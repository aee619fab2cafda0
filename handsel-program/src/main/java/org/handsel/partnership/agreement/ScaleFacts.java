package org.handsel.partnership.agreement;

/// What is known when mass or small is decided.
///
/// @param trust `none`, `some` or `proven`
/// @param rights `unclear`, `mixed` or `clear`
/// @param data `poor`, `mixed` or `good`
/// @param volunteers `none`, `some` or `enough`
public record ScaleFacts(String trust, String rights, String data, String volunteers) {}
