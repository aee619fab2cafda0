package org.handsel.collection.source;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.NodeName;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.jspecify.annotations.Nullable;

/// How XML is parsed here: nothing is fetched, no entity is expanded, namespaces are resolved by
/// [NamespaceScope] so that an undeclared prefix costs at most a record and not the file.
final class XmlInput {
  /// A text longer than this is no metadata.
  private static final int MAX_TEXT = 32 << 20;

  private static final int BUFFER = 1 << 13;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

  private final WstxInputFactory factory = new WstxInputFactory();

  XmlInput() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER);
  }

  XMLStreamReader2 reader(Reader text) throws XMLStreamException {
    return (XMLStreamReader2) factory.createXMLStreamReader(text);
  }

  /// The charset of a document: given, by its mark, by its declaration, else UTF-8.
  static TextEncoding encoding(DeliveredFile file, @Nullable String given) throws IOException {
    if (given != null) {
      return TextEncoding.of(file, given);
    }
    byte[] head = file.bytes().peek(1024);
    TextEncoding marked = TextEncoding.byMark(head);
    if (marked != null) {
      return marked;
    }
    Charset wide = TextEncoding.utf16WithoutMark(head);
    if (wide != null) {
      return new TextEncoding(wide, 0, null);
    }
    Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (declared.find()) {
      String name = declared.group(1);
      if (name.regionMatches(true, 0, "UTF-16", 0, 6)) {
        return new TextEncoding(StandardCharsets.UTF_8, 0, null);
      }
      try {
        return new TextEncoding(Charset.forName(name), 0, null);
      } catch (IllegalArgumentException unknown) {
        return TextEncoding.of(file, null);
      }
    }
    return new TextEncoding(StandardCharsets.UTF_8, 0, null);
  }

  static boolean isDeclaration(String attribute) {
    return attribute.startsWith("xmlns") && (attribute.length() == 5 || attribute.charAt(5) == ':');
  }

  /// The prefix that a namespace declaration binds; empty for the default namespace.
  static String declaredPrefix(String attribute) {
    return attribute.length() == 5 ? "" : attribute.substring(6);
  }

  /// The name without its prefix.
  static String local(String rawName) {
    return rawName.substring(rawName.indexOf(':') + 1);
  }

  /// Adds the element at which a reader stands to a tree; unknown prefixes get a name of their own.
  ///
  /// @return the namespaces inside of it
  static NamespaceScope startElement(
      XMLStreamReader2 reader, NamespaceScope outer, Map<String, String> given, TreeBuilder tree) {
    List<String> declarations = new ArrayList<>();
    List<String> raw = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      if (isDeclaration(name)) {
        declarations.add(declaredPrefix(name));
        declarations.add(reader.getAttributeValue(i));
      } else {
        raw.add(name);
      }
    }
    NamespaceScope scope = declarations.isEmpty() ? outer : outer.with(declarations);
    NodeName name = scope.element(reader.getLocalName());
    if (name == null) {
      scope = assumed(scope, prefix(reader.getLocalName()), given);
      name = Objects.requireNonNull(scope.element(reader.getLocalName()));
    }
    List<AttributeInfo> attributes = new ArrayList<>();
    for (String attribute : raw) {
      NodeName known = scope.attribute(attribute);
      if (known == null) {
        scope = assumed(scope, prefix(attribute), given);
        known = Objects.requireNonNull(scope.attribute(attribute));
      }
      attributes.add(
          TreeBuilder.attribute(known, String.valueOf(reader.getAttributeValue("", attribute))));
    }
    tree.startElement(name, attributes, scope.map());
    return scope;
  }

  private static NamespaceScope assumed(
      NamespaceScope scope, String prefix, Map<String, String> given) {
    return scope.with(
        prefix,
        given.getOrDefault(prefix, KnownNames.PREFIXES.getOrDefault(prefix, "urn:" + prefix)));
  }

  static String prefix(String rawName) {
    int colon = rawName.indexOf(':');
    return colon <= 0 ? "" : rawName.substring(0, colon);
  }

  /// The parser's sentence without its second line, which repeats the position.
  static String reason(XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    int position = message.indexOf("\n at [");
    String sentence = position < 0 ? message : message.substring(0, position);
    return Problems.cut(sentence);
  }
}
