package org.handsel.release.back;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.handsel.platform.Csv;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Sheets;
import org.handsel.platform.Tsv;

/// A folder for the institution: `changes.csv` and `changes.xlsx` (what people changed),
/// `corrections.tsv` (the same for `impact corrections --add`), `changes.lido.xml` and
/// `changes.marc.xml` (the same as snippets of records), `pages.tsv` (where each record's file is),
/// `deleted.tsv` and, where links were asked, `links.tsv`. No cell can become a formula.
public final class PartnerFolder {
  /// A sheet of XLSX holds 1,048,576 rows.
  private static final int MOST_ROWS = 1_000_000;

  /// What belongs into a record of the institution.
  private static final Set<String> OF_RECORDS =
      Set.of("description", "correction", "depicts", "statement", "caption", "category");

  private PartnerFolder() {}

  /// Writes all files, each whole or not at all.
  ///
  /// @param links empty when no links were asked
  public static void write(
      Path folder, List<WikiChange> changes, List<FilePlace> places, List<SourceLink> links) {
    csv(folder.resolve("changes.csv"), changes);
    DurableFiles.replace(folder.resolve("changes.xlsx"), workbook(changes, places, links));
    corrections(folder.resolve("corrections.tsv"), changes);
    tsv(
        folder.resolve("pages.tsv"),
        FilePlace.HEADER,
        places.stream().map(FilePlace::cells).toList());
    tsv(
        folder.resolve("deleted.tsv"),
        FilePlace.HEADER,
        places.stream()
            .filter(place -> place.state().equals("deleted") || place.state().equals("redirect"))
            .map(FilePlace::cells)
            .toList());
    if (!links.isEmpty()) {
      tsv(
          folder.resolve("links.tsv"),
          SourceLink.HEADER,
          links.stream().map(SourceLink::cells).toList());
    }
    Map<String, List<WikiChange>> byItem = byItem(changes);
    PartnerFields fields = PartnerFields.load();
    DurableFiles.replace(
        folder.resolve("changes.lido.xml"),
        xml(out -> new LidoSnippets(out, fields).write(byItem)));
    DurableFiles.replace(
        folder.resolve("changes.marc.xml"),
        xml(out -> new MarcSnippets(out, fields).write(byItem)));
  }

  private static Map<String, List<WikiChange>> byItem(List<WikiChange> changes) {
    Map<String, List<WikiChange>> byItem = new LinkedHashMap<>();
    for (WikiChange change : changes) {
      if (OF_RECORDS.contains(change.kind())) {
        byItem.computeIfAbsent(change.item(), id -> new ArrayList<>()).add(change);
      }
    }
    return byItem;
  }

  private static void csv(Path file, List<WikiChange> changes) {
    DurableFiles.replace(
        file,
        out -> {
          // Spreadsheets take a file without this mark for their own old charset.
          out.write('\uFEFF');
          out.write(Csv.row(WikiChange.HEADER) + "\r\n");
          for (WikiChange change : changes) {
            out.write(Csv.row(change.cells()) + "\r\n");
          }
        });
  }

  private static void corrections(Path file, List<WikiChange> changes) {
    PartnerFields fields = PartnerFields.load();
    List<List<String>> rows = new ArrayList<>();
    for (WikiChange change : changes) {
      if (OF_RECORDS.contains(change.kind())) {
        rows.add(
            List.of(
                change.item(),
                fields.of(change).name(),
                PlainText.of(
                    change.kind().equals("category") && !change.before().isEmpty()
                        ? change.field()
                        : change.before()),
                PlainText.of(
                    change.kind().equals("category") && !change.after().isEmpty()
                        ? change.field()
                        : change.after()),
                change.url()));
      }
    }
    tsv(file, List.of("record", "field", "before", "after", "evidence"), rows);
  }

  private static void tsv(Path file, List<String> header, List<List<String>> rows) {
    DurableFiles.replace(
        file,
        out -> {
          out.write(Tsv.row(header) + "\n");
          for (List<String> row : rows) {
            out.write(Tsv.row(row) + "\n");
          }
        });
  }

  private static byte[] workbook(
      List<WikiChange> changes, List<FilePlace> places, List<SourceLink> links) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Handsel", "1.0")) {
      sheet(
          workbook.newWorksheet("changes"),
          WikiChange.HEADER,
          changes.stream().map(WikiChange::cells).toList());
      sheet(
          workbook.newWorksheet("pages"),
          FilePlace.HEADER,
          places.stream().map(FilePlace::cells).toList());
      if (!links.isEmpty()) {
        sheet(
            workbook.newWorksheet("links"),
            SourceLink.HEADER,
            links.stream().map(SourceLink::cells).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void sheet(Worksheet sheet, List<String> header, List<List<String>> rows) {
    for (int column = 0; column < header.size(); column++) {
      Sheets.text(sheet, 0, column, header.get(column));
      sheet.style(0, column).bold().fillColor("F1EEE6").set();
      sheet.width(column, column == 0 || header.get(column).equals("at") ? 22 : 34);
    }
    sheet.freezePane(0, 1);
    for (int row = 0; row < Math.min(rows.size(), MOST_ROWS); row++) {
      for (int column = 0; column < header.size(); column++) {
        // Always text: an inventory number such as 0307 is no number.
        Sheets.text(sheet, row + 1, column, rows.get(row).get(column));
      }
    }
  }

  /// Writes one XML document.
  @FunctionalInterface
  private interface Document {
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  private static String xml(Document document) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      document.write(out);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString().replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
  }
}
