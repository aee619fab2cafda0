package org.handsel.collection.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.type.Type;
import org.handsel.collection.Item;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Records that are elements of XML documents.
final class XmlSource extends DeliverySource {
  private static final int SAMPLE = 1 << 18;

  /// Finding aids tell the history of the whole before their first component.
  private static final int EAD_SAMPLE = 4 << 20;

  private final XmlInput input = new XmlInput();
  private final TreeBuilder tree = new TreeBuilder();
  private final NamespaceScope root = NamespaceScope.empty();
  private final @Nullable RecordElement wanted;

  private @Nullable DeliveredFile file;

  /// The bytes of a small document, until its record element is known for certain.
  private byte @Nullable [] whole;

  private final Deque<XmlRecord> waiting = new ArrayDeque<>();
  private @Nullable EadComponents components;
  private @Nullable XmlDocument document;
  private RecordElement element;
  private String rawName;
  private String rootName;
  private long records;

  XmlSource(Delivery delivery, DeliveredFile first, SourceSpec given, Problems problems) {
    super(delivery, given, problems);
    String record = given.record();
    wanted = record == null ? null : RecordElement.given(record, given.namespaces());
    try {
      TextEncoding encoding = XmlInput.encoding(first, given.charset());
      RecordRecognition.Recognised recognised = recognise(first, encoding);
      element = recognised.element();
      rawName = recognised.rawName();
      rootName = rootName(first.bytes().peek(SAMPLE));
      Map<String, String> prefixes = new LinkedHashMap<>(recognised.prefixes());
      prefixes.putAll(given.namespaces());
      String name = record == null ? element.name(prefixes) : record;
      readAs(
          "XML, %s, record %s%s"
              .formatted(
                  encoding.label(),
                  name,
                  element.uri() == null || element.uri().isEmpty()
                      ? ""
                      : " (" + element.uri() + ")"),
          new SourceSpec(
              Format.XML.id(), given.charset(), null, null, null, name, prefixes, given.joins()));
      open(first, encoding);
    } catch (IOException broken) {
      throw HandselException.input(
          "%s: cannot be read: %s.".formatted(first.name(), Deliveries.reason(broken)));
    }
  }

  /// The record element of a document; where it cannot be seen in the beginning, the one that was
  /// given, or an impossible one.
  private RecordRecognition.Recognised recognise(DeliveredFile next, TextEncoding encoding)
      throws IOException {
    String sample = encoding.decode(next.bytes().peek(SAMPLE));
    RecordRecognition.Recognised found =
        RecordRecognition.recognise(input, sample, wanted, given.namespaces());
    if (found != null) {
      return found;
    }
    RecordElement fallback = wanted == null ? new RecordElement(null, "record") : wanted;
    return new RecordRecognition.Recognised(fallback, fallback.local(), Map.of());
  }

  private void open(DeliveredFile next, TextEncoding encoding) throws IOException {
    file = next;
    components =
        XmlInput.local(rootName(next.bytes().peek(SAMPLE))).equals("ead")
                && EadComponents.isComponent(element.local())
            ? new EadComponents(
                tree,
                EadComponents.beginning(
                    input, encoding.decode(next.bytes().peek(EAD_SAMPLE)), given.namespaces()))
            : null;
    try {
      WindowReader text =
          new WindowReader(
              new DecodingReader(
                  next.bytes(),
                  encoding,
                  (line, bytes) -> undecodable(next.name(), encoding, line, bytes)));
      document =
          new XmlDocument(
              next.name(),
              input,
              text,
              element,
              root,
              given.namespaces(),
              tree,
              () -> ++records,
              problems);
    } catch (XMLStreamException broken) {
      document = null;
      problems.add(
          next.name(),
          0,
          1,
          "XML_BROKEN",
          "",
          "%s, line 1: not well-formed XML: %s.".formatted(next.name(), XmlInput.reason(broken)),
          true);
    }
  }

  private void undecodable(String name, TextEncoding encoding, long line, String bytes) {
    problems.add(
        name,
        0,
        line,
        "BYTES_UNDECODABLE",
        bytes,
        ("%s, line %d: bytes that are not %s: expected text, found the bytes %s. They were replaced"
                + " by U+FFFD; check source.charset.")
            .formatted(name, line, encoding.charset().name(), bytes),
        false);
  }

  @Override
  public @Nullable SourceRecord next() {
    while (file != null) {
      DeliveredFile current = file;
      try {
        XmlRecord ready = waiting.poll();
        if (ready != null) {
          return ready;
        }
        XmlRecord record = document == null ? null : document.next();
        if (record != null) {
          take(record);
          continue;
        }
        endDocument(current);
      } catch (IOException broken) {
        reportUnreadable(current.name(), broken);
        try {
          nextDocument();
        } catch (IOException brokenToo) {
          file = null;
        }
      }
    }
    return null;
  }

  /// A record of a document may be several of the delivery, or none.
  private void take(XmlRecord record) {
    if (isDeleted(record)) {
      problems.add(
          record.origin().file(),
          record.origin().record(),
          record.origin().line(),
          "RECORD_DELETED",
          "",
          "%s, record %d (line %d): the institution has deleted the record; it does not become an item."
              .formatted(record.origin().file(), record.origin().record(), record.origin().line()),
          false);
      return;
    }
    if (isRefusal(record)) {
      return;
    }
    List<XdmNode> things = RdfThings.in(record.node(), tree);
    if (!things.isEmpty()) {
      add(record, things);
      return;
    }
    boolean split = wanted == null || EadComponents.isComponent(wanted.local());
    NodeInfo findingAid = split ? EadComponents.in(record.node()) : null;
    if (findingAid != null) {
      add(record, new EadComponents(tree, null).findingAid(findingAid));
    } else if (components != null && split) {
      add(record, components.component(record.node()));
    } else {
      waiting.add(record);
    }
  }

  /// OAI-PMH 2.0, 3.6: a repository that has nothing to give, or does not understand, answers with
  /// an error in place of records.
  private boolean isRefusal(XmlRecord record) {
    NodeInfo node = record.node().getUnderlyingNode();
    if (!node.getLocalPart().equals("OAI-PMH")) {
      return false;
    }
    for (NodeInfo child : node.children()) {
      if (child.getNodeKind() == Type.ELEMENT && child.getLocalPart().equals("error")) {
        String code = child.getAttributeValue(NamespaceUri.NULL, "code");
        problems.add(
            record.origin().file(),
            0,
            record.origin().line(),
            "OAI_ERROR",
            "",
            "%s: the repository answered with an error and no records: %s%s. Ask it again: the set, the dates or the format may be wrong."
                .formatted(
                    record.origin().file(),
                    code == null ? "" : code + ": ",
                    child.getStringValue().strip()),
            true);
        return true;
      }
    }
    return false;
  }

  /// OAI-PMH 2.0, 2.5.1: a deleted record has a header and nothing else.
  private static boolean isDeleted(XmlRecord record) {
    NodeInfo node = record.node().getUnderlyingNode();
    if (!node.getLocalPart().equals("record")) {
      return false;
    }
    for (NodeInfo child : node.children()) {
      if (child.getNodeKind() == Type.ELEMENT) {
        return child.getLocalPart().equals("header")
            && "deleted".equals(child.getAttributeValue(NamespaceUri.NULL, "status"));
      }
    }
    return false;
  }

  private void add(XmlRecord whole, List<XdmNode> parts) {
    long number = whole.origin().record();
    for (XdmNode part : parts) {
      waiting.add(
          new XmlRecord(
              new Item.Origin(whole.origin().file(), number, whole.origin().line()), part));
      number = ++records;
    }
    // The last number was not used; without parts that of the whole was not.
    records--;
  }

  /// Goes to the next document, or reads this one again when the element taken over from the
  /// document before is not the one of its records.
  private void endDocument(DeliveredFile ended) throws IOException {
    byte[] bytes = whole;
    whole = null;
    boolean without = document != null && document.found() == 0;
    document = null;
    if (without && bytes != null) {
      DeliveredFile again =
          new DeliveredFile(ended.name(), null, new PeekedStream(new ByteArrayInputStream(bytes)));
      TextEncoding encoding = XmlInput.encoding(again, given.charset());
      use(recognise(again, encoding));
      open(again, encoding);
      return;
    }
    if (without) {
      problems.add(
          ended.name(),
          0,
          0,
          "RECORD_ELEMENT_MISSING",
          "",
          "%s: no record: expected an element %s, found none. Check source.record."
              .formatted(ended.name(), resolved().record()),
          true);
    }
    nextDocument();
  }

  private void use(RecordRecognition.Recognised recognised) {
    element = recognised.element();
    rawName = recognised.rawName();
  }

  private void reportUnreadable(String name, IOException broken) {
    problems.add(
        name,
        records,
        0,
        "FILE_BROKEN",
        "",
        "%s: the rest cannot be read: %s. Ask for it again."
            .formatted(name, Deliveries.reason(broken)),
        true);
    document = null;
  }

  private void nextDocument() throws IOException {
    while (true) {
      DeliveredFile next = delivery.next();
      if (next == null) {
        file = null;
        return;
      }
      Format format = SourceFiles.format(next, given, problems);
      if (format == null) {
        continue;
      }
      if (format != Format.XML) {
        SourceFiles.passOver(next, "is no XML", problems);
        continue;
      }
      TextEncoding encoding = XmlInput.encoding(next, given.charset());
      if (wanted == null) {
        byte[] sample = next.bytes().peek(SAMPLE);
        String root = rootName(sample);
        if (next.bytes().isWhole() && root.equals(rootName) && mentions(sample)) {
          whole = sample;
        } else {
          use(recognise(next, encoding));
          rootName = root;
        }
      }
      open(next, encoding);
      return;
    }
  }

  /// The name in the first start tag; something that is no name where the bytes are not ASCII.
  private static String rootName(byte[] sample) {
    for (int i = 0; i + 1 < sample.length; i++) {
      byte after = sample[i + 1];
      if (sample[i] == '<' && after != '?' && after != '!') {
        int end = i + 1;
        while (end < sample.length
            && sample[end] > ' '
            && sample[end] != '>'
            && sample[end] != '/') {
          end++;
        }
        return new String(sample, i + 1, end - i - 1, StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }

  /// Whether the record element of the document before is in this one too: then, if the roots have
  /// one name, a folder of thousands of records need not be recognised file by file.
  private boolean mentions(byte[] sample) {
    byte[] name = ("<" + rawName).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i + name.length < sample.length; i++) {
      if (sample[i] == '<'
          && java.util.Arrays.equals(sample, i, i + name.length, name, 0, name.length)) {
        byte after = sample[i + name.length];
        if (after == '>' || after <= ' ') {
          return true;
        }
      }
    }
    return false;
  }
}
