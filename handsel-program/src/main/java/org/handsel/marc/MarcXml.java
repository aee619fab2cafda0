package org.handsel.marc;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.handsel.marc.MarcDamage.Kind;
import org.handsel.marc.MarcRecord.Field;
import org.handsel.marc.MarcRecord.Subfield;

/// Reads MARCXML, also inside of other elements such as those of an OAI-PMH answer. No entity is
/// resolved and nothing is fetched. Records before the place where the XML breaks are read.
final class MarcXml {
  private static final int MAX_TEXT = 1 << 20;

  /// What may hold no record for once.
  private static final Set<String> EMPTY = Set.of("collection", "OAI-PMH");

  private final WstxInputFactory factory = new WstxInputFactory();
  private final MarcDamage damage;

  MarcXml(MarcDamage damage) {
    this.damage = damage;
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
  }

  /// Makes a reader of XML.
  private interface Opening {
    XMLStreamReader open() throws XMLStreamException;
  }

  void read(InputStream in, Consumer<MarcRecord> records) {
    read(() -> factory.createXMLStreamReader(in), records);
  }

  void read(Reader in, Consumer<MarcRecord> records) {
    read(() -> factory.createXMLStreamReader(in), records);
  }

  private void read(Opening opening, Consumer<MarcRecord> records) {
    long number = 0;
    String leader = "";
    List<Field> fields = null;
    String tag = "";
    String indicators = "";
    List<Subfield> subfields = new ArrayList<>();
    String root = "";
    boolean any = false;
    try {
      XMLStreamReader xml = opening.open();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          root = root.isEmpty() ? xml.getLocalName() : root;
          switch (xml.getLocalName()) {
            case "record" -> {
              any = true;
              fields = new ArrayList<>();
              leader = "";
            }
            case "leader" -> leader = xml.getElementText();
            case "controlfield" -> {
              String name = attribute(xml, "tag");
              String data = xml.getElementText();
              if (fields != null) {
                fields.add(new Field(name, "", data, List.of()));
              }
            }
            case "datafield" -> {
              tag = attribute(xml, "tag");
              indicators = attribute(xml, "ind1") + attribute(xml, "ind2");
              subfields = new ArrayList<>();
            }
            case "subfield" -> {
              String code = attribute(xml, "code");
              String value = xml.getElementText();
              if (code.length() == 1) {
                subfields.add(new Subfield(code.charAt(0), value));
              }
            }
            default -> {
              // Elements around the records.
            }
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && fields != null) {
          if (xml.getLocalName().equals("datafield")) {
            fields.add(new Field(tag, indicators, "", List.copyOf(subfields)));
          } else if (xml.getLocalName().equals("record")) {
            // An OAI record holds another one; the outer one has no fields.
            if (!fields.isEmpty()) {
              number++;
              records.accept(new MarcRecord(number, leader, fields));
            }
            fields = null;
          }
        }
      }
      if (!any && !EMPTY.contains(root)) {
        damage.add(
            1,
            Kind.NO_RECORD,
            "expected MARCXML with <record>, found <%s> without one.".formatted(root),
            true);
      }
    } catch (XMLStreamException e) {
      String message = String.valueOf(e.getMessage());
      damage.add(
          number + 1,
          Kind.TRUNCATED,
          "the XML breaks at line %d (%s). Records before it were read; fetch the file again."
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                  message.lines().findFirst().orElse("")),
          true);
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
