package org.handsel.collection.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.type.Type;

/// Tells the things of an `rdf:RDF` apart that describes several: each becomes a record of its own,
/// with what points at it (its aggregation) and what it points at (persons, places, web resources).
///
/// Things are objects of EDM, or else entities with a title. An `rdf:RDF` with one of them is left
/// as it is. Used by one thread.
final class RdfThings {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  /// Properties by which an aggregation or a proxy says whose it is.
  private static final Set<String> OWNER = Set.of("aggregatedCHO", "proxyFor");

  private final NodeInfo rdf;
  private final List<NodeInfo> children = new ArrayList<>();
  private final Map<String, List<Integer>> byAddress = new HashMap<>();
  private final Map<String, List<Integer>> byOwner = new HashMap<>();
  private final Set<Integer> things = new LinkedHashSet<>();

  private RdfThings(NodeInfo rdf) {
    this.rdf = rdf;
    for (NodeInfo child : elements(rdf)) {
      int number = children.size();
      children.add(child);
      for (String address : addresses(child, Set.of("about", "nodeID", "ID"))) {
        byAddress.computeIfAbsent(address, key -> new ArrayList<>()).add(number);
      }
      for (NodeInfo part : elements(child)) {
        if (OWNER.contains(part.getLocalPart())) {
          addresses(part, Set.of("resource"))
              .forEach(
                  owner -> byOwner.computeIfAbsent(owner, key -> new ArrayList<>()).add(number));
        }
      }
    }
    findThings();
  }

  /// The records of an `rdf:RDF`; empty when it is none or describes one thing only.
  static List<XdmNode> in(XdmNode record, TreeBuilder tree) {
    NodeInfo node = record.getUnderlyingNode();
    if (!node.getLocalPart().equals("RDF") || !node.getNamespaceUri().toString().equals(RDF)) {
      return List.of();
    }
    RdfThings found = new RdfThings(node);
    return found.things.size() < 2
        ? List.of()
        : found.things.stream().map(thing -> found.record(thing, tree)).toList();
  }

  private void findThings() {
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i).getLocalPart().equals("ProvidedCHO")) {
        things.add(i);
      }
    }
    boolean aggregated =
        children.stream().anyMatch(child -> child.getLocalPart().equals("Aggregation"));
    if (!things.isEmpty() || aggregated) {
      return;
    }
    for (int i = 0; i < children.size(); i++) {
      if (elements(children.get(i)).stream()
          .anyMatch(part -> part.getLocalPart().equals("title"))) {
        things.add(i);
      }
    }
  }

  private XdmNode record(int thing, TreeBuilder tree) {
    tree.start();
    List<AttributeInfo> attributes = new ArrayList<>();
    rdf.attributes().forEach(attributes::add);
    tree.startElement(Trees.name(rdf), attributes, rdf.getAllNamespaces());
    for (int number : with(thing)) {
      tree.copy(children.get(number));
    }
    tree.endElement();
    return tree.finish();
  }

  /// A thing, what is said to be its, and all they point at, other things excepted.
  private Set<Integer> with(int thing) {
    Set<Integer> all = new TreeSet<>();
    Deque<Integer> next = new ArrayDeque<>();
    next.add(thing);
    for (String address : addresses(children.get(thing), Set.of("about", "nodeID", "ID"))) {
      next.addAll(byOwner.getOrDefault(address, List.of()));
    }
    while (!next.isEmpty()) {
      int number = next.poll();
      if (!all.add(number)) {
        continue;
      }
      Set<String> targets = new LinkedHashSet<>();
      targets(children.get(number), targets);
      for (String target : targets) {
        for (int found : byAddress.getOrDefault(target, List.of())) {
          if (!things.contains(found)) {
            next.add(found);
          }
        }
      }
    }
    return all;
  }

  private static void targets(NodeInfo node, Set<String> into) {
    for (NodeInfo part : elements(node)) {
      into.addAll(addresses(part, Set.of("resource", "nodeID")));
      targets(part, into);
    }
  }

  private static List<String> addresses(NodeInfo node, Set<String> names) {
    List<String> found = new ArrayList<>();
    for (AttributeInfo attribute : node.attributes()) {
      NodeName name = attribute.getNodeName();
      if (names.contains(name.getLocalPart())) {
        found.add(attribute.getValue().strip());
      }
    }
    return found;
  }

  private static List<NodeInfo> elements(NodeInfo node) {
    List<NodeInfo> elements = new ArrayList<>();
    for (NodeInfo child : node.children()) {
      if (child.getNodeKind() == Type.ELEMENT) {
        elements.add(child);
      }
    }
    return elements;
  }
}
