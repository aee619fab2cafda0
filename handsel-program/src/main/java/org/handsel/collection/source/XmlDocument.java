package org.handsel.collection.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.NodeName;
import org.codehaus.stax2.XMLStreamReader2;
import org.handsel.collection.Item;
import org.jspecify.annotations.Nullable;

/// The records of one XML document, as streamed trees.
///
/// What is not well-formed costs the record it stands in: reading starts again at the next start
/// tag of a record, as if the elements around it had just been opened.
final class XmlDocument {
  /// A record that is larger is probably none, but a document whose record is never closed.
  private static final long MAX_RECORD = 64L << 20;

  /// From here on reading an unclosed record to the end of the file each time would take too long.
  private static final long LONG_RECORD = 1L << 20;

  private static final String PLACEHOLDER = "urn:x-unbound:";

  private final String file;
  private final XmlInput input;
  private final WindowReader text;
  private final RecordElement element;
  private final Map<String, String> given;
  private final TreeBuilder tree;
  private final LongSupplier numbers;
  private final Problems problems;

  private XMLStreamReader2 reader;
  private long offsetBase;
  private long lineBase;
  private boolean ended;
  private long found;

  private final NamespaceScope root;
  private final List<String> names = new ArrayList<>();
  private final List<NamespaceScope> scopes = new ArrayList<>();
  private final List<String> declarations = new ArrayList<>();
  private final List<AttributeInfo> attributes = new ArrayList<>();
  private int resumed;

  private int recordDepth = -1;
  private long recordOffset;
  private long recordLine;
  private long recordNumber;
  private @Nullable String recordName;
  private int namesakes;
  private boolean recordsNeverNest;
  private final TreeSet<String> assumed = new TreeSet<>();
  private final TreeSet<String> reported = new TreeSet<>();
  private final TreeSet<String> unbound = new TreeSet<>();

  /// @param root scope with the names of earlier documents
  /// @param given namespaces of the profile
  /// @param numbers gives the number of the next record of the delivery
  XmlDocument(
      String file,
      XmlInput input,
      WindowReader text,
      RecordElement element,
      NamespaceScope root,
      Map<String, String> given,
      TreeBuilder tree,
      LongSupplier numbers,
      Problems problems)
      throws XMLStreamException {
    this.file = file;
    this.input = input;
    this.text = text;
    this.element = element;
    this.root = root;
    this.given = given;
    this.tree = tree;
    this.numbers = numbers;
    this.problems = problems;
    reader = input.reader(text);
  }

  /// How many records were met, lost ones included.
  long found() {
    return found;
  }

  @Nullable XmlRecord next() throws IOException {
    while (!ended) {
      try {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start();
          case XMLStreamConstants.END_ELEMENT -> {
            XmlRecord record = end();
            if (record != null) {
              return record;
            }
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (recordDepth >= 0) {
              tree.text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
          }
          case XMLStreamConstants.DTD -> checkDoctype();
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new XMLStreamException(
                  "Undeclared general entity \"" + reader.getLocalName() + "\"",
                  reader.getLocation());
          case XMLStreamConstants.END_DOCUMENT -> ended = true;
          default -> {
            // Comments and processing instructions are no data.
          }
        }
      } catch (XMLStreamException broken) {
        recover(broken);
      }
    }
    return null;
  }

  private void start() throws XMLStreamException {
    String raw = reader.getLocalName();
    if (resumed > 0) {
      resumed--;
      return;
    }
    NamespaceScope scope = scopes.isEmpty() ? root : scopes.getLast();
    int count = reader.getAttributeCount();
    if (count > 0) {
      declarations.clear();
      for (int i = 0; i < count; i++) {
        String name = reader.getAttributeLocalName(i);
        if (XmlInput.isDeclaration(name)) {
          declarations.add(XmlInput.declaredPrefix(name));
          declarations.add(reader.getAttributeValue(i));
        }
      }
      if (!declarations.isEmpty()) {
        scope = scope.with(declarations);
      }
    }
    NodeName name = scope.element(raw);
    if (name == null) {
      scope = bind(scope, XmlInput.prefix(raw));
      name = Objects.requireNonNull(scope.element(raw));
    }
    if (recordDepth < 0) {
      long offset = offset();
      text.keepFrom(offset);
      if (element.matches(name)) {
        beginRecord(raw, offset);
      }
    } else {
      checkSize(raw);
    }
    if (recordDepth >= 0) {
      scope = collectAttributes(scope, count);
      tree.startElement(name, attributes, scope.map());
    }
    names.add(raw);
    scopes.add(scope);
  }

  private NamespaceScope collectAttributes(NamespaceScope outer, int count) {
    NamespaceScope scope = outer;
    attributes.clear();
    for (int i = 0; i < count; i++) {
      String raw = reader.getAttributeLocalName(i);
      if (XmlInput.isDeclaration(raw)) {
        continue;
      }
      NodeName name = scope.attribute(raw);
      if (name == null) {
        scope = bind(scope, XmlInput.prefix(raw));
        name = Objects.requireNonNull(scope.attribute(raw));
      }
      attributes.add(TreeBuilder.attribute(name, reader.getAttributeValue(i)));
    }
    return scope;
  }

  /// Records cut out of their envelope have lost its declarations: well-known prefixes are
  /// understood all the same, others are reported with the record.
  private NamespaceScope bind(NamespaceScope scope, String prefix) {
    String uri = given.getOrDefault(prefix, KnownNames.PREFIXES.get(prefix));
    if (uri == null) {
      unbound.add(prefix);
      return scope.with(prefix, PLACEHOLDER + prefix);
    }
    assumed.add(prefix);
    return scope.with(prefix, uri);
  }

  private long offset() {
    return offsetBase + reader.getLocationInfo().getStartingCharOffset();
  }

  private void beginRecord(String raw, long offset) {
    recordDepth = names.size();
    recordOffset = offset;
    recordLine = lineBase + reader.getLocation().getLineNumber();
    recordNumber = numbers.getAsLong();
    recordName = raw;
    namesakes = 0;
    found++;
    tree.start();
  }

  private void checkSize(String raw) throws XMLStreamException {
    if (raw.equals(recordName)) {
      namesakes++;
      if (recordsNeverNest) {
        throw new XMLStreamException(
            "the record is not closed before the next one begins", reader.getLocation());
      }
    }
    if (text.heldLength() > MAX_RECORD) {
      throw new XMLStreamException(
          "the record is longer than %,d characters: probably it is never closed"
              .formatted(MAX_RECORD),
          reader.getLocation());
    }
  }

  private @Nullable XmlRecord end() {
    if (resumed > 0) {
      resumed--;
    }
    if (names.isEmpty()) {
      return null;
    }
    names.removeLast();
    scopes.removeLast();
    if (recordDepth < 0) {
      text.keepFrom(offset());
      return null;
    }
    tree.endElement();
    if (names.size() > recordDepth) {
      return null;
    }
    recordDepth = -1;
    text.keepFrom(offset());
    XmlRecord record =
        new XmlRecord(new Item.Origin(file, recordNumber, recordLine), tree.finish());
    return reportPrefixes() ? record : null;
  }

  /// False when the record cannot be understood.
  private boolean reportPrefixes() {
    if (!assumed.isEmpty() && reported.addAll(assumed)) {
      prefixProblem(
          "XML_PREFIX_ASSUMED",
          assumed,
          "read with the namespaces they are known for. Declare them in the file or under"
              + " source.namespaces",
          false);
    }
    if (unbound.isEmpty()) {
      return true;
    }
    prefixProblem(
        "XML_PREFIX_UNBOUND",
        unbound,
        "the record is left out. Declare them under source.namespaces",
        true);
    unbound.clear();
    return false;
  }

  private void prefixProblem(String code, TreeSet<String> prefixes, String outcome, boolean lost) {
    String list = String.join(", ", prefixes);
    problems.add(
        file,
        recordNumber,
        recordLine,
        code,
        list,
        "%s, record %d (line %d): prefixes without a declaration: %s: %s."
            .formatted(file, recordNumber, recordLine, list, outcome),
        lost);
  }

  /// A document type is passed over; one that declares entities makes the document unreadable,
  /// because its text would be incomplete without them.
  private void checkDoctype() {
    long start = offset();
    long length = offsetBase + endingOffset() - start;
    String doctype = text.excerpt(start, (int) Math.max(0, Math.min(length, 1 << 20)));
    if (doctype.contains("<!ENTITY")) {
      long line = reader.getLocation().getLineNumber();
      problems.add(
          file,
          0,
          line,
          "XML_ENTITY",
          doctype,
          ("%s, line %d: the document declares entities: expected plain text, found \"%s\". Nothing"
                  + " was fetched or expanded, and the file was not read. Ask for it without a"
                  + " document type.")
              .formatted(file, line, Problems.cut(doctype)),
          true);
      ended = true;
      found++;
    }
  }

  private long endingOffset() {
    try {
      return reader.getLocationInfo().getEndingCharOffset();
    } catch (XMLStreamException unknown) {
      return reader.getLocationInfo().getStartingCharOffset() + (1 << 20);
    }
  }

  private void recover(XMLStreamException broken) throws IOException {
    if (broken.getNestedException() instanceof IOException unreadable) {
      throw unreadable;
    }
    boolean inRecord = recordDepth >= 0;
    boolean afterRoot = !inRecord && names.isEmpty() && found > 0;
    Location location = broken.getLocation();
    long line = lineBase + (location == null ? 0 : location.getLineNumber());
    int column = location == null ? 0 : location.getColumnNumber();
    long from = (inRecord ? recordOffset : text.keptFrom()) + 1;
    String raw = text.excerpt(from - 1, 200);
    if (inRecord && namesakes > 0 && text.heldLength() > LONG_RECORD) {
      recordsNeverNest = true;
    }
    report(broken, line, column, raw, inRecord, afterRoot);
    List<String> around = names.subList(0, inRecord ? recordDepth : names.size());
    resume(from, List.copyOf(around), List.copyOf(scopes.subList(0, around.size())));
  }

  private void report(
      XMLStreamException broken,
      long line,
      int column,
      String raw,
      boolean inRecord,
      boolean afterRoot) {
    String what = XmlInput.reason(broken);
    boolean entity = what.contains("entity") && what.contains("ndeclared");
    String where =
        inRecord
            ? "record %d (line %d) is left out".formatted(recordNumber, recordLine)
            : afterRoot ? "this is after the last record" : "a record may be missing here";
    problems.add(
        file,
        inRecord ? recordNumber : 0,
        line,
        entity ? "XML_ENTITY" : "XML_BROKEN",
        raw,
        ("%s, line %d, column %d: %s: %s; %s. Reading goes on at the next record; ask for the file"
                + " again.")
            .formatted(
                file,
                line,
                column,
                entity ? "an entity that is not expanded" : "not well-formed XML",
                what,
                where),
        !afterRoot);
  }

  private void resume(long from, List<String> around, List<NamespaceScope> aroundScopes)
      throws IOException {
    recordDepth = -1;
    unbound.clear();
    long at = text.findStartTag(from, recordName, element.local());
    if (at < 0) {
      ended = true;
      return;
    }
    StringBuilder opened = new StringBuilder();
    around.forEach(name -> opened.append('<').append(name).append('>'));
    text.reposition(at);
    lineBase = text.linesBefore(at);
    offsetBase = at - opened.length();
    names.clear();
    names.addAll(around);
    scopes.clear();
    scopes.addAll(aroundScopes);
    resumed = around.size();
    try {
      reader = input.reader(new PrefixedReader(opened.toString(), text));
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof IOException unreadable) {
        throw unreadable;
      }
      ended = true;
    }
  }
}
