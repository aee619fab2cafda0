package org.handsel.collection.source;

import java.io.IOException;
import java.util.function.LongSupplier;
import net.sf.saxon.s9api.XdmNode;
import org.handsel.collection.Item;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.marc.MarcFiles;
import org.handsel.marc.MarcRecord;
import org.handsel.marc.MarcRecord.Field;
import org.handsel.marc.MarcRecord.Subfield;
import org.jspecify.annotations.Nullable;

/// Records of a file in MARC's exchange form, seen as the MARCXML of the same record, so that one
/// profile serves both.
final class MarcRecords implements FileRecords {
  private static final String NAMESPACE = "http://www.loc.gov/MARC21/slim";

  private final String file;
  private final MarcFiles.Records records;
  private final LongSupplier numbers;
  private final Problems problems;
  private final PlainTree tree = new PlainTree("marc", NAMESPACE);
  private boolean controls;

  MarcRecords(DeliveredFile delivered, LongSupplier numbers, Problems problems) {
    file = delivered.name();
    this.numbers = numbers;
    this.problems = problems;
    records =
        MarcFiles.exchange(
            delivered.bytes(),
            (number, kind, message, lost) ->
                problems.add(
                    file,
                    number,
                    0,
                    "MARC_" + kind.name(),
                    "",
                    "%s, record %d: %s".formatted(file, number, message),
                    lost));
  }

  @Override
  public @Nullable XmlRecord next() throws IOException {
    MarcRecord record = records.next();
    if (record == null) {
      return null;
    }
    controls = false;
    XdmNode node = tree(record);
    if (controls) {
      problems.add(
          file,
          record.number(),
          0,
          "CONTROL_CHARACTERS",
          "",
          "%s, record %d: control characters in fields: expected text. They were replaced by blanks."
              .formatted(file, record.number()),
          false);
    }
    return new XmlRecord(new Item.Origin(file, numbers.getAsLong(), 0), node);
  }

  private XdmNode tree(MarcRecord record) {
    tree.start();
    tree.open("record");
    tree.element("leader", checked(record.leader()));
    for (Field field : record.fields()) {
      if (field.indicators().isEmpty() && field.subfields().isEmpty()) {
        tree.attribute("tag", field.tag()).element("controlfield", checked(field.data()));
        continue;
      }
      tree.attribute("tag", field.tag())
          .attribute("ind1", indicator(field, 0))
          .attribute("ind2", indicator(field, 1))
          .open("datafield");
      for (Subfield subfield : field.subfields()) {
        tree.attribute("code", String.valueOf(subfield.code()))
            .element("subfield", checked(subfield.value()));
      }
      tree.close();
    }
    tree.close();
    return tree.finish();
  }

  private static String indicator(Field field, int place) {
    return place < field.indicators().length()
        ? String.valueOf(field.indicators().charAt(place))
        : " ";
  }

  private String checked(String text) {
    for (int i = 0; i < text.length() && !controls; i++) {
      // The pair around an article that is not sorted is MARC's own.
      controls = XmlText.isControl(text.charAt(i));
    }
    return text;
  }

  @Override
  public String label() {
    return "MARC 21 (ISO 2709)";
  }

  @Override
  public SourceSpec resolved(SourceSpec given) {
    return new SourceSpec(
        Format.MARC21.id(), null, null, null, null, null, given.namespaces(), given.joins());
  }
}
