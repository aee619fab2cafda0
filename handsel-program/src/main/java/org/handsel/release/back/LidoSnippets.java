package org.handsel.release.back;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Changes as LIDO, for an institution to look at and to take over: one `lido:lido` a record with
/// the elements that differ, each with a note of what stood there before, and the link to the
/// file's page. Not complete records: the work type, which LIDO demands, is the institution's own.
final class LidoSnippets {
  static final Set<String> KINDS =
      Set.of("title", "note", "actor", "date", "subject", "material", "measure", "inscription");

  private static final String NS = "http://www.lido-schema.org";
  private static final String SOURCE = "Wikimedia";

  private final XMLStreamWriter out;
  private final PartnerFields fields;

  LidoSnippets(XMLStreamWriter out, PartnerFields fields) {
    this.out = out;
    this.fields = fields;
  }

  void write(Map<String, List<WikiChange>> byItem) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.setPrefix("lido", NS);
    out.writeStartElement(NS, "lidoWrap");
    out.writeNamespace("lido", NS);
    for (Map.Entry<String, List<WikiChange>> item : byItem.entrySet()) {
      record(item.getKey(), item.getValue());
    }
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void record(String item, List<WikiChange> changes) throws XMLStreamException {
    start("lido");
    start("lidoRecID");
    out.writeAttribute(NS, "type", "local");
    out.writeCharacters(item);
    out.writeEndElement();
    start("descriptiveMetadata");
    out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en");
    Map<String, List<WikiChange>> byKind = new LinkedHashMap<>();
    KINDS.stream().sorted().forEach(kind -> byKind.put(kind, List.of()));
    for (WikiChange change : changes) {
      if (!change.after().isEmpty()) {
        byKind.merge(
            fields.of(change).lido(),
            List.of(change),
            (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
      }
    }
    identification(byKind);
    events(byKind);
    subjects(byKind.getOrDefault("subject", List.of()));
    out.writeEndElement();
    start("administrativeMetadata");
    out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en");
    start("resourceWrap");
    start("resourceSet");
    start("resourceRepresentation");
    text("linkResource", changes.getFirst().url());
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
  }

  private void identification(Map<String, List<WikiChange>> byKind) throws XMLStreamException {
    start("objectIdentificationWrap");
    if (!of(byKind, "title").isEmpty()) {
      start("titleWrap");
      for (WikiChange change : of(byKind, "title")) {
        start("titleSet");
        text("appellationValue", PlainText.of(change.after()));
        note("sourceAppellation", change);
        out.writeEndElement();
      }
      out.writeEndElement();
    }
    if (!of(byKind, "inscription").isEmpty()) {
      start("inscriptionsWrap");
      for (WikiChange change : of(byKind, "inscription")) {
        start("inscriptions");
        text("inscriptionTranscription", PlainText.of(change.after()));
        out.writeEndElement();
      }
      out.writeEndElement();
    }
    if (!of(byKind, "note").isEmpty()) {
      start("objectDescriptionWrap");
      for (WikiChange change : of(byKind, "note")) {
        start("objectDescriptionSet");
        out.writeAttribute(NS, "type", fields.of(change).name());
        text("descriptiveNoteValue", PlainText.of(change.after()));
        note("sourceDescriptiveNote", change);
        out.writeEndElement();
      }
      out.writeEndElement();
    }
    if (!of(byKind, "measure").isEmpty()) {
      start("objectMeasurementsWrap");
      for (WikiChange change : of(byKind, "measure")) {
        start("objectMeasurementsSet");
        text("displayObjectMeasurements", PlainText.of(change.after()));
        out.writeEndElement();
      }
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  private void events(Map<String, List<WikiChange>> byKind) throws XMLStreamException {
    if (of(byKind, "actor").isEmpty()
        && of(byKind, "date").isEmpty()
        && of(byKind, "material").isEmpty()) {
      return;
    }
    start("eventWrap");
    start("eventSet");
    start("event");
    start("eventType");
    text("term", "production");
    out.writeEndElement();
    for (WikiChange change : of(byKind, "actor")) {
      start("eventActor");
      text("displayActorInRole", PlainText.of(change.after()));
      out.writeEndElement();
    }
    for (WikiChange change : of(byKind, "date")) {
      start("eventDate");
      text("displayDate", PlainText.of(change.after()));
      out.writeEndElement();
    }
    for (WikiChange change : of(byKind, "material")) {
      start("eventMaterialsTech");
      text("displayMaterialsTech", PlainText.of(change.after()));
      out.writeEndElement();
    }
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
  }

  private void subjects(List<WikiChange> changes) throws XMLStreamException {
    if (changes.isEmpty()) {
      return;
    }
    start("objectRelationWrap");
    start("subjectWrap");
    for (WikiChange change : changes) {
      for (String value : values(change)) {
        start("subjectSet");
        start("subject");
        start("subjectConcept");
        if (value.matches("Q[1-9][0-9]*")) {
          start("conceptID");
          out.writeAttribute(NS, "type", "http://terminology.lido-schema.org/identifier_type/uri");
          out.writeAttribute(NS, "source", "Wikidata");
          out.writeCharacters("http://www.wikidata.org/entity/" + value);
          out.writeEndElement();
        } else {
          text("term", value);
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
      }
    }
    out.writeEndElement();
    out.writeEndElement();
  }

  /// A category by its name, depicted things one by one, else one text.
  static List<String> values(WikiChange change) {
    return switch (change.kind()) {
      case "category" -> List.of(change.field());
      case "depicts", "statement" ->
          List.of(change.after().split("; ")).stream()
              .map(value -> value.replaceAll(" \\(.*\\)$", ""))
              .toList();
      default -> List.of(PlainText.of(change.after()));
    };
  }

  private void note(String element, WikiChange change) throws XMLStreamException {
    text(
        element,
        "%s, %s%s"
            .formatted(
                SOURCE,
                change.url(),
                change.before().isEmpty() ? "" : "; before: " + PlainText.of(change.before())));
  }

  private static List<WikiChange> of(Map<String, List<WikiChange>> byKind, String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  private void start(String name) throws XMLStreamException {
    out.writeStartElement(NS, name);
  }

  private void text(String name, String text) throws XMLStreamException {
    start(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
