package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeName;
import org.jspecify.annotations.Nullable;

/// The namespaces declared at one place of a document, with the names already resolved there.
///
/// Records repeat the same declarations and the same names thousands of times; both are resolved
/// once. Used by one thread.
final class NamespaceScope {
  /// A document that declares ever new namespaces must not fill the memory.
  private static final int MAX_REMEMBERED = 4096;

  private static final NamePool POOL = Trees.PROCESSOR.getUnderlyingConfiguration().getNamePool();

  private final NamespaceMap map;
  private final Map<String, NodeName> elements = new HashMap<>();
  private final Map<String, NodeName> attributes = new HashMap<>();
  private final Map<List<String>, NamespaceScope> inner = new HashMap<>();

  private NamespaceScope(NamespaceMap map) {
    this.map = map;
  }

  static NamespaceScope empty() {
    return new NamespaceScope(NamespaceMap.emptyMap());
  }

  NamespaceMap map() {
    return map;
  }

  /// The scope inside an element with further declarations.
  ///
  /// @param declarations prefix, URI, prefix, URI …; the prefix of the default namespace is empty
  NamespaceScope with(List<String> declarations) {
    NamespaceScope known = inner.get(declarations);
    if (known != null) {
      return known;
    }
    NamespaceMap more = map;
    for (int i = 0; i + 1 < declarations.size(); i += 2) {
      String prefix = declarations.get(i);
      String uri = declarations.get(i + 1);
      if (prefix.equals("xml")) {
        continue;
      }
      more = uri.isEmpty() ? more.remove(prefix) : more.put(prefix, NamespaceUri.of(uri));
    }
    NamespaceScope scope = new NamespaceScope(more);
    if (inner.size() < MAX_REMEMBERED) {
      inner.put(List.copyOf(declarations), scope);
    }
    return scope;
  }

  NamespaceScope with(String prefix, String uri) {
    return with(List.of(prefix, uri));
  }

  /// An element's name; null when its prefix is not bound.
  @Nullable NodeName element(String raw) {
    NodeName known = elements.get(raw);
    return known != null ? known : resolve(raw, true, elements);
  }

  /// An attribute's name; null when its prefix is not bound.
  @Nullable NodeName attribute(String raw) {
    NodeName known = attributes.get(raw);
    return known != null ? known : resolve(raw, false, attributes);
  }

  private @Nullable NodeName resolve(String raw, boolean element, Map<String, NodeName> names) {
    int colon = raw.indexOf(':');
    String prefix = colon <= 0 ? "" : raw.substring(0, colon);
    // A second colon is not allowed by "Namespaces in XML"; the name is kept readable.
    String local = colon < 0 ? raw : raw.substring(colon + 1).replace(':', '_');
    NamespaceUri uri = uri(prefix, element);
    if (uri == null) {
      return null;
    }
    NodeName name = new FingerprintedQName(prefix, uri, local.isEmpty() ? "_" : local, POOL);
    if (names.size() < MAX_REMEMBERED) {
      names.put(raw, name);
    }
    return name;
  }

  private @Nullable NamespaceUri uri(String prefix, boolean element) {
    if (prefix.isEmpty()) {
      return element ? map.getDefaultNamespace() : NamespaceUri.NULL;
    }
    return prefix.equals("xml") ? NamespaceUri.XML : map.getNamespaceUri(prefix);
  }

  /// Prefixes and their URIs, the default namespace left out.
  Map<String, String> prefixes() {
    Map<String, String> found = new java.util.LinkedHashMap<>();
    List<String> prefixes = new ArrayList<>(List.of(map.getPrefixArray()));
    for (String prefix : prefixes) {
      NamespaceUri uri = map.getNamespaceUri(prefix);
      if (!prefix.isEmpty() && uri != null) {
        found.put(prefix, uri.toString());
      }
    }
    return found;
  }
}
