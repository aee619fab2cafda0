package org.handsel.release.back;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Changes as MARCXML, for a library to look at and to take over: one record each with its own
/// number, the fields that differ, a note of what stood there before, and the link to the file's
/// page (856).
final class MarcSnippets {
  private static final String NS = "http://www.loc.gov/MARC21/slim";

  private final XMLStreamWriter out;
  private final PartnerFields fields;

  MarcSnippets(XMLStreamWriter out, PartnerFields fields) {
    this.out = out;
    this.fields = fields;
  }

  void write(Map<String, List<WikiChange>> byItem) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.setDefaultNamespace(NS);
    out.writeStartElement(NS, "collection");
    out.writeDefaultNamespace(NS);
    for (Map.Entry<String, List<WikiChange>> item : byItem.entrySet()) {
      out.writeStartElement(NS, "record");
      out.writeStartElement(NS, "controlfield");
      out.writeAttribute("tag", "001");
      out.writeCharacters(item.getKey());
      out.writeEndElement();
      for (WikiChange change : item.getValue()) {
        if (!change.after().isEmpty()) {
          for (String value : LidoSnippets.values(change)) {
            changed(change, value);
          }
        }
      }
      field("856", "4", "2", "u", item.getValue().getFirst().url(), "z", "File on the wiki");
      out.writeEndElement();
    }
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void changed(WikiChange change, String value) throws XMLStreamException {
    PartnerFields.Field place = fields.of(change);
    String marc = place.marc();
    boolean item = value.matches("Q[1-9][0-9]*");
    field(
        marc.substring(0, 3),
        marc.substring(3, 4),
        marc.substring(4, 5),
        item ? "0" : marc.substring(5, 6),
        item ? "http://www.wikidata.org/entity/" + value : value,
        "",
        "");
    if (!change.before().isEmpty()) {
      field(
          "583",
          "_",
          "_",
          "a",
          "changed on the wiki",
          "z",
          "%s; before: %s".formatted(place.name(), PlainText.of(change.before())));
    }
  }

  private void field(
      String tag, String first, String second, String code, String text, String code2, String text2)
      throws XMLStreamException {
    out.writeStartElement(NS, "datafield");
    out.writeAttribute("tag", tag);
    out.writeAttribute("ind1", first.replace('_', ' '));
    out.writeAttribute("ind2", second.replace('_', ' '));
    subfield(code, text);
    if (!code2.isEmpty()) {
      subfield(code2, text2);
    }
    out.writeEndElement();
  }

  private void subfield(String code, String text) throws XMLStreamException {
    out.writeStartElement(NS, "subfield");
    out.writeAttribute("code", code);
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
