package org.handsel.wiki.dump;

import java.io.Serializable;
import java.util.Map;

/// What a dump says about its wiki.
///
/// @param database name such as `dewiki`; empty where the dump does not say
/// @param language of its content; empty where the dump does not say
/// @param firstLetter whether titles begin with a capital
/// @param namespaces numbers by name, the main namespace left out
/// @param version of the export format; empty where the dump does not say
public record DumpSite(
    String database,
    String language,
    boolean firstLetter,
    Map<String, Integer> namespaces,
    String version)
    implements Serializable {
  /// What is assumed where a dump says nothing.
  public static final DumpSite UNKNOWN = new DumpSite("", "", true, Map.of(), "");
}
