package org.handsel.collection.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.om.NodeName;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/// Finds the element that holds one record in the beginning of a document: the outermost element of
/// `record-elements.tsv`; else the child that fills the root; else the root.
final class RecordRecognition {
  /// @param element the record element
  /// @param rawName its name as written where it was first met
  /// @param prefixes prefixes declared around it and at it
  record Recognised(RecordElement element, String rawName, Map<String, String> prefixes) {}

  private final XmlInput input;
  private final Map<String, String> given;
  private final Map<String, Integer> children = new HashMap<>();
  private int complexChildren;
  private @Nullable NodeName root;
  private String rawRoot = "";
  private @Nullable NodeName child;
  private String rawChild = "";
  private boolean childHasChildren;
  private final List<NamespaceScope> scopes = new ArrayList<>();
  private NamespaceScope outer = NamespaceScope.empty();

  private RecordRecognition(XmlInput input, Map<String, String> given) {
    this.input = input;
    this.given = given;
  }

  /// Null when the sample does not even hold a root element.
  static @Nullable Recognised recognise(
      XmlInput input, String sample, @Nullable RecordElement wanted, Map<String, String> given) {
    return new RecordRecognition(input, given).find(sample, wanted);
  }

  private @Nullable Recognised find(String sample, @Nullable RecordElement wanted) {
    try {
      XMLStreamReader2 reader = input.reader(new StringReader(sample));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          Recognised found = start(reader, wanted);
          if (found != null) {
            return found;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          scopes.removeLast();
        }
      }
    } catch (XMLStreamException endOfSample) {
      // The sample is cut somewhere; what is known by then decides.
    }
    return wanted == null ? fallback() : null;
  }

  private @Nullable Recognised start(XMLStreamReader2 reader, @Nullable RecordElement wanted) {
    String raw = reader.getLocalName();
    NamespaceScope scope =
        (scopes.isEmpty() ? NamespaceScope.empty() : scopes.getLast()).with(declared(reader));
    NodeName name = scope.element(raw);
    if (name == null) {
      String prefix = XmlInput.prefix(raw);
      scope =
          scope.with(
              prefix,
              given.getOrDefault(
                  prefix, KnownNames.PREFIXES.getOrDefault(prefix, "urn:" + prefix)));
      name = java.util.Objects.requireNonNull(scope.element(raw));
    }
    scopes.add(scope);
    NodeName met = name;
    RecordElement known =
        wanted != null
            ? (wanted.matches(met) ? wanted : null)
            : KnownNames.RECORDS.stream().filter(e -> e.matches(met)).findFirst().orElse(null);
    if (known != null) {
      RecordElement exact = new RecordElement(met.getNamespaceUri().toString(), met.getLocalPart());
      return new Recognised(wanted == null ? exact : wanted, raw, prefixes(scope));
    }
    remember(met, raw, scope);
    return null;
  }

  private void remember(NodeName name, String raw, NamespaceScope scope) {
    switch (scopes.size()) {
      case 1 -> {
        root = name;
        rawRoot = raw;
        outer = scope;
      }
      case 2 -> {
        children.merge(raw, 1, Integer::sum);
        childHasChildren = false;
        if (child == null || children.getOrDefault(raw, 0) > children.getOrDefault(rawChild, 0)) {
          child = name;
          rawChild = raw;
        }
      }
      case 3 -> {
        complexChildren += childHasChildren ? 0 : 1;
        childHasChildren = true;
      }
      default -> {
        // Deeper elements say nothing about the record.
      }
    }
  }

  private @Nullable Recognised fallback() {
    NodeName outermost = root;
    if (outermost == null) {
      return null;
    }
    NodeName most = child;
    int all = children.values().stream().mapToInt(Integer::intValue).sum();
    int same = children.getOrDefault(rawChild, 0);
    // One record has many different fields; a list has one kind of child, each with fields.
    if (most != null && same >= 2 && same * 5 >= all * 4 && complexChildren * 2 >= all) {
      return new Recognised(
          new RecordElement(most.getNamespaceUri().toString(), most.getLocalPart()),
          rawChild,
          prefixes(outer));
    }
    return new Recognised(
        new RecordElement(outermost.getNamespaceUri().toString(), outermost.getLocalPart()),
        rawRoot,
        prefixes(outer));
  }

  private static Map<String, String> prefixes(NamespaceScope scope) {
    return new LinkedHashMap<>(scope.prefixes());
  }

  private static List<String> declared(XMLStreamReader2 reader) {
    List<String> declarations = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      if (XmlInput.isDeclaration(name)) {
        declarations.add(XmlInput.declaredPrefix(name));
        declarations.add(reader.getAttributeValue(i));
      }
    }
    return declarations;
  }
}
