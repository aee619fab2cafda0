package org.handsel.collection.mapping;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.handsel.collection.Item;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProblem;
import org.handsel.collection.source.SourceRecord;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.Verdict;
import org.handsel.text.Dates.ParsedDate;
import org.jspecify.annotations.Nullable;

/// Small deliveries in memory, and a small knowledge whose answers the tests can name.
final class Samples {
  private Samples() {}

  static SourceRecord row(long number, List<String> columns, List<String> cells) {
    return new Row(number, columns, cells, Map.of());
  }

  /// A row with rows of joined tables; a joined row is a map from column to text.
  static SourceRecord row(
      long number,
      List<String> columns,
      List<String> cells,
      Map<String, List<Map<String, String>>> joined) {
    return new Row(number, columns, cells, joined);
  }

  static SourceRecord tree(long number, String xml) {
    return new Tree(number, parse(xml));
  }

  static XdmNode parse(String xml) {
    try {
      XdmNode document =
          Sources.processor().newDocumentBuilder().build(new StreamSource(new StringReader(xml)));
      for (XdmNode child : document.children()) {
        if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
          return child;
        }
      }
      throw new IllegalArgumentException(xml);
    } catch (SaxonApiException e) {
      throw new IllegalArgumentException(xml, e);
    }
  }

  private record Tree(long number, XdmNode node) implements SourceRecord {
    @Override
    public Item.Origin origin() {
      return new Item.Origin("records.xml", number, number * 10);
    }

    @Override
    public boolean isRow() {
      return false;
    }

    @Override
    public List<Cell> cells(String column) {
      return List.of();
    }
  }

  private record Row(
      long number,
      List<String> columns,
      List<String> texts,
      Map<String, List<Map<String, String>>> joined)
      implements SourceRecord {
    @Override
    public Item.Origin origin() {
      return new Item.Origin("export.csv", number, number + 1);
    }

    @Override
    public boolean isRow() {
      return true;
    }

    @Override
    public List<Cell> cells(String column) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).equals(column)) {
          String path = cells.isEmpty() ? column : column + "#" + (cells.size() + 1);
          cells.add(new Cell(path, texts.get(i)));
        }
      }
      joined.forEach((table, rows) -> {
        for (int i = 0; i < rows.size(); i++) {
          for (Map.Entry<String, String> cell : rows.get(i).entrySet()) {
            if (column.equals(table + "." + cell.getKey()) || column.equals(cell.getKey())) {
              cells.add(
                  new Cell("%s[%d].%s".formatted(table, i + 1, cell.getKey()), cell.getValue()));
            }
          }
        }
      });
      return cells;
    }

    @Override
    public XdmNode node() {
      StringBuilder xml = new StringBuilder("<row>");
      for (int i = 0; i < columns.size(); i++) {
        xml.append(element(columns.get(i), texts.get(i)));
      }
      joined.forEach((table, rows) -> {
        for (Map<String, String> row : rows) {
          xml.append("<joined table=\"").append(table).append("\">");
          row.forEach((name, text) -> xml.append(element(name, text)));
          xml.append("</joined>");
        }
      });
      return parse(xml.append("</row>").toString());
    }

    private static String element(String name, String text) {
      return "<column name=\"%s\">%s</column>".formatted(escape(name), escape(text));
    }

    private static String escape(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
  }

  /// A delivery of given records.
  static RecordSource source(List<String> columns, List<SourceRecord> records) {
    return source(columns, records, List.of());
  }

  static RecordSource source(
      List<String> columns, List<SourceRecord> records, List<SourceProblem> damage) {
    Iterator<SourceRecord> all = records.iterator();
    List<SourceProblem> problems = new ArrayList<>(damage);
    return new RecordSource() {
      @Override
      public @Nullable SourceRecord next() {
        return all.hasNext() ? all.next() : null;
      }

      @Override
      public List<String> columns() {
        return columns;
      }

      @Override
      public List<SourceProblem> takeProblems() {
        List<SourceProblem> taken = List.copyOf(problems);
        problems.clear();
        return taken;
      }

      @Override
      public String description() {
        return "sample";
      }

      @Override
      public SourceSpec resolved() {
        return SourceSpec.RECOGNISE;
      }

      @Override
      public long bytesRead() {
        return 0;
      }

      @Override
      public long bytesTotal() {
        return -1;
      }

      @Override
      public void close() {}
    };
  }

  /// Dates are years (`Utf. 1732` gives 1732), unknown people are called Okänd, `Tillskriven` is
  /// `attributed-to` and `Tidigare attribution` is `former`, and rights are `CC0`, `PDM`, `InC`,
  /// `BY without version` or unknown.
  static Knowledge knowledge() {
    return new Knowledge(
        date -> {
          String year = date.text().replaceAll("^(Utf\\. |Executed )", "");
          return year.matches("\\d{4}")
              ? Optional.of(new ParsedDate(year, date.text()))
              : Optional.empty();
        },
        text -> text.equals("undated"),
        text -> Optional.empty(),
        name -> {
          List<String> parts = Arrays.asList(name.split(", "));
          return parts.size() == 2 ? parts.get(1) + " " + parts.get(0) : name;
        },
        name -> name.replaceFirst(", [0-9-]+$", ""),
        name -> name.toLowerCase(Locale.ROOT).startsWith("okänd"),
        phrase ->
            switch (phrase) {
              case "Tillskriven" -> Optional.of("attributed-to");
              case "Tidigare attribution" -> Optional.of("former");
              default -> Optional.empty();
            },
        html -> html.replaceAll("<br>", "\n").replaceAll("<[^>]*>", ""),
        Samples::rights);
  }

  private static RightsStatement rights(String raw) {
    return switch (raw) {
      case "CC0", "https://cc0" -> statement(raw, "https://cc0", Verdict.YES, "CC0 is free");
      case "PDM" -> statement(raw, "https://pdm", Verdict.CONDITIONAL, "needs a reason");
      case "InC" -> statement(raw, "https://inc", Verdict.NO, "in copyright");
      case "BY without version" -> statement(raw, null, Verdict.HOLD, "which version?");
      default -> statement(raw, null, Verdict.UNKNOWN, "not recognised");
    };
  }

  private static RightsStatement statement(
      String raw, @Nullable String uri, Verdict verdict, String reason) {
    return new RightsStatement(raw, uri, null, verdict, reason, null, null, null, null);
  }
}
