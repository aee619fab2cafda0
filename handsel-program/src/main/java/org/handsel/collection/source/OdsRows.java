package org.handsel.collection.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Rows of a sheet of an OpenDocument workbook. Source: OASIS OpenDocument 1.3, part 3, 9.1.
final class OdsRows extends SheetRows {
  /// As many columns as the programs that write the format know; more is an attack.
  private static final int MAX_COLUMNS = 16_384;

  private static final int MAX_REPEATED_ROWS = 1_048_576;

  /// Cells that a sheet may have without having them in the file: a few bytes can ask for billions.
  private static final long MAX_REPEATED_CELLS = 20_000_000;

  private final Sheets sheets;
  private final XMLStreamReader2 xml;
  private String @Nullable [] repeated;
  private int repeats;
  private long repeatedCells;
  private long line;
  private boolean ended;

  OdsRows(DeliveredFile delivered, SourceSpec spec, Problems problems) throws IOException {
    super(Format.ODS, delivered.name(), problems);
    byte[] bytes = Workbooks.whole(delivered.bytes(), file);
    Workbooks.check(bytes, file);
    try {
      List<String> names = new ArrayList<>();
      List<Boolean> filled = new ArrayList<>();
      survey(content(bytes), names, filled);
      sheets = Sheets.choose(file, names, spec.sheet(), place -> !filled.get(place));
      xml = content(bytes);
      goTo(sheets.chosen());
    } catch (XMLStreamException broken) {
      throw HandselException.input(
          "%s: the workbook is damaged: expected an ODS file, found: %s. Save it again."
              .formatted(file, XmlInput.reason(broken)));
    }
  }

  private XMLStreamReader2 content(byte[] workbook) throws IOException, XMLStreamException {
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook));
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      if (entry.getName().equals("content.xml")) {
        return new XmlInput().reader(new InputStreamReader(zip, StandardCharsets.UTF_8));
      }
    }
    throw HandselException.input(
        "%s: the workbook is damaged: expected content.xml in it, found none. Save it again."
            .formatted(file));
  }

  /// Names of the sheets and whether there is any text in them. What is broken is told when it is
  /// read.
  private static void survey(XMLStreamReader2 all, List<String> names, List<Boolean> filled)
      throws XMLStreamException {
    try {
      surveyed(all, names, filled);
    } catch (XMLStreamException broken) {
      if (names.isEmpty()) {
        throw broken;
      }
    }
  }

  private static void surveyed(XMLStreamReader2 all, List<String> names, List<Boolean> filled)
      throws XMLStreamException {
    while (all.hasNext()) {
      int event = all.next();
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (local(all)) {
        case "table" -> {
          names.add(attribute(all, "name"));
          filled.add(false);
        }
        case "p" -> {
          if (!filled.isEmpty()) {
            filled.set(filled.size() - 1, true);
          }
        }
        default -> {
          // Only names and whether there is any text.
        }
      }
    }
    all.close();
  }

  private void goTo(int sheet) throws XMLStreamException {
    int tables = -1;
    while (tables < sheet && xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && local(xml).equals("table")) {
        tables++;
      }
    }
  }

  @Override
  public @Nullable Row next() {
    String[] again = repeated;
    if (again != null && repeats > 0) {
      repeats--;
      repeatedCells += again.length;
      if (repeatedCells > MAX_REPEATED_CELLS) {
        repeats = 0;
        ended = true;
        unreadable(line, "it repeats its cells more than twenty million times, which no list does");
        return null;
      }
      line++;
      return new Row(again.clone(), line);
    }
    try {
      while (!ended && xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && local(xml).equals("table")) {
          ended = true;
        } else if (event == XMLStreamConstants.START_ELEMENT && local(xml).equals("table-row")) {
          int count = number("number-rows-repeated", MAX_REPEATED_ROWS);
          String[] cells = cells();
          line++;
          if (cells.length > 0) {
            repeated = cells;
            repeats = count - 1;
            return new Row(cells.clone(), line);
          }
          line += count - 1;
        }
      }
    } catch (XMLStreamException broken) {
      ended = true;
      unreadable(line, XmlInput.reason(broken));
    }
    return null;
  }

  /// Texts up to the last cell that is not blank.
  private String[] cells() throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    int blanks = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && local(xml).equals("table-row")) {
        return cells.toArray(String[]::new);
      }
      boolean cell =
          event == XMLStreamConstants.START_ELEMENT
              && (local(xml).equals("table-cell") || local(xml).equals("covered-table-cell"));
      if (!cell) {
        continue;
      }
      int count = number("number-columns-repeated", MAX_COLUMNS);
      String text = cell();
      if (text.isBlank()) {
        blanks += count;
        continue;
      }
      for (int i = 0; i < blanks + count && cells.size() < MAX_COLUMNS; i++) {
        cells.add(i < blanks ? "" : text);
      }
      blanks = 0;
    }
  }

  private String cell() throws XMLStreamException {
    String type = attribute(xml, "value-type");
    String value =
        switch (type) {
          case "float", "percentage", "currency" -> Workbooks.number(attribute(xml, "value"));
          case "date" -> attribute(xml, "date-value").replaceFirst("T00:00:00(\\.0+)?$", "");
          case "time" -> attribute(xml, "time-value");
          case "boolean" -> attribute(xml, "boolean-value");
          default -> "";
        };
    String shown = paragraphs(local(xml));
    if (shown.startsWith("#") && shown.matches("#[A-Z/0]+[!?]?")) {
      error(line + 1, "row " + (line + 1), shown);
    }
    return value.isEmpty() ? shown : value;
  }

  /// The paragraphs of a cell, those of its remarks left out.
  private String paragraphs(String cell) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int remark = 0;
    boolean inside = false;
    while (depth > 0) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          String name = local(xml);
          if (remark > 0 || name.equals("annotation")) {
            remark++;
          } else if (name.equals("p")) {
            text.append(text.isEmpty() ? "" : "\n");
            inside = true;
          } else if (name.equals("s")) {
            text.repeat(' ', number("c", 1000));
          } else if (name.equals("tab")) {
            text.append('\t');
          } else if (name.equals("line-break")) {
            text.append('\n');
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (remark > 0) {
            remark--;
          } else if (local(xml).equals("p")) {
            inside = false;
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inside && remark == 0) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("ends in " + cell);
        default -> {
          // Comments are no text.
        }
      }
    }
    return text.toString();
  }

  private int number(String name, int most) {
    String value = attribute(xml, name);
    return value.matches("[0-9]{1,9}") ? Math.max(1, Math.min(most, Integer.parseInt(value))) : 1;
  }

  /// Names are read without namespaces: the prefixes of the format are fixed in practice.
  private static String local(XMLStreamReader2 at) {
    String name = at.getLocalName();
    return name.substring(name.indexOf(':') + 1);
  }

  private static String attribute(XMLStreamReader2 at, String local) {
    for (int i = 0; i < at.getAttributeCount(); i++) {
      String name = at.getAttributeLocalName(i);
      if (name.endsWith(local)
          && (name.length() == local.length()
              || name.charAt(name.length() - local.length() - 1) == ':')) {
        return at.getAttributeValue(i);
      }
    }
    return "";
  }

  @Override
  Sheets sheets() {
    return sheets;
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
  }
}
