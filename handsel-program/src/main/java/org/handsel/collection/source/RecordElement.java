package org.handsel.collection.source;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.om.NodeName;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// The element that holds one record.
///
/// @param uri its namespace, empty for none; null for any
/// @param local its local name
record RecordElement(@Nullable String uri, String local) {
  boolean matches(NodeName name) {
    return matches(name.getNamespaceUri().toString(), name.getLocalPart());
  }

  boolean matches(String otherUri, String otherLocal) {
    return local.equals(otherLocal) && (uri == null || uri.equals(otherUri));
  }

  /// The element named in a profile.
  ///
  /// @throws HandselException when its prefix is neither declared nor well known
  static RecordElement given(String name, Map<String, String> namespaces) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return new RecordElement(null, name.strip());
    }
    String prefix = name.substring(0, colon).strip();
    String uri = namespaces.getOrDefault(prefix, KnownNames.PREFIXES.get(prefix));
    if (uri == null) {
      throw HandselException.usage(
          ("source.record: the prefix \"%s\" is not declared: expected it under source.namespaces,"
                  + " found \"%s\".")
              .formatted(prefix, name));
    }
    return new RecordElement(uri, name.substring(colon + 1).strip());
  }

  /// The name with a prefix for its namespace.
  ///
  /// @param prefixes prefixes of the document; a new one is added when there is none for the
  ///   namespace
  String name(Map<String, String> prefixes) {
    if (uri == null || uri.isEmpty()) {
      return local;
    }
    String known = KnownNames.prefixOf(uri);
    for (Map.Entry<String, String> entry : prefixes.entrySet()) {
      if (entry.getValue().equals(uri)) {
        return entry.getKey() + ":" + local;
      }
    }
    String prefix = known == null || prefixes.containsKey(known) ? "ns" : known;
    prefixes.put(prefix, uri);
    return prefix + ":" + local;
  }

  /// A copy that can be changed.
  static Map<String, String> copy(Map<String, String> prefixes) {
    return new HashMap<>(prefixes);
  }
}
