package org.handsel.partnership.register;

/// An identifier of an institution.
///
/// @param scheme `isil`, `gnd`, `dbs`, `wikidata`, `viaf`, `ein`, `ror`, `lobid`, or `unknown` for
///   what was not recognised
/// @param value in the form in which its scheme is usually written
public record Identifier(String scheme, String value) {}
