package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmFunctionItem;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.MappingProfile.Selector;
import org.handsel.collection.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/// A selector that is ready to be used on records. Used by one thread.
///
/// `from` is a column for rows and a short path for trees; which of them a delivery has may be
/// known only when its first record is there, so both are prepared.
final class Selection {
  private final Selector selector;
  private final Column column;
  private final @Nullable XPathSelector nodes;
  private final @Nullable XPathSelector qualifier;
  private final Transforms transforms;
  private final Knowledge knowledge;

  private Selection(
      Selector selector,
      @Nullable XPathSelector nodes,
      @Nullable XPathSelector qualifier,
      Transforms transforms,
      Knowledge knowledge) {
    this.selector = selector;
    this.column = Column.of(selector.from() == null ? "" : selector.from());
    this.nodes = nodes;
    this.qualifier = qualifier;
    this.transforms = transforms;
    this.knowledge = knowledge;
  }

  /// @throws IllegalArgumentException when an expression is wrong and cannot be a column's name
  static Selection of(
      Selector selector, XPaths xpaths, Transforms transforms, Knowledge knowledge) {
    try {
      String path = path(selector, xpaths);
      String phrase = selector.qualifier();
      return new Selection(
          selector,
          path == null ? null : xpaths.compile(path).load(),
          phrase == null ? null : xpaths.compile(phrase).load(),
          transforms,
          knowledge);
    } catch (SaxonApiException e) {
      throw new IllegalArgumentException(XPaths.reason(e), e);
    }
  }

  private static @Nullable String path(Selector selector, XPaths xpaths) {
    String from = selector.from();
    if (from == null) {
      return selector.xpath();
    }
    try {
      return ShortPath.xpath(from, xpaths.namespaces());
    } catch (IllegalArgumentException e) {
      // No path, but it may be the name of a column; Mapper.check tells which it had to be.
      return null;
    }
  }

  List<Value> select(
      SourceRecord record, NodePlaces places, String field, RecordProblems problems) {
    List<Value> values =
        selector.from() != null && record.isRow()
            ? cells(record, field, problems)
            : nodes(record, places, field, problems);
    return transforms.apply(values, field, problems);
  }

  private List<Value> cells(SourceRecord record, String field, RecordProblems problems) {
    List<SourceRecord.Cell> cells = column.cells(record);
    if (cells.isEmpty()) {
      return List.of();
    }
    List<Value> values = new ArrayList<>(cells.size());
    for (SourceRecord.Cell cell : cells) {
      String text = Blanks.strip(cell.text());
      if (!text.isEmpty()) {
        String phrase =
            qualifier == null ? null : qualifier(record.node(), cell.path(), field, problems);
        values.add(
            new Value(text, selector.language(), cell.path(), cell.text(), null, phrase, null));
      }
    }
    return values;
  }

  private List<Value> nodes(
      SourceRecord record, NodePlaces places, String field, RecordProblems problems) {
    List<Value> values = new ArrayList<>();
    if (nodes == null) {
      return values;
    }
    try {
      nodes.setContextItem(record.node());
      for (XdmItem item : nodes) {
        Value value = value(item, places, field, problems);
        if (value != null) {
          values.add(value);
        }
      }
    } catch (SaxonApiException | SaxonApiUncheckedException e) {
      problems.add(
          field,
          String.valueOf(selector.xpath()),
          ProblemCode.XPATH_FAILED,
          "",
          "the XPath of line %d of the profile failed on this record: %s"
              .formatted(selector.line(), Blanks.collapse(String.valueOf(e.getMessage()))));
    }
    return values;
  }

  private @Nullable Value value(
      XdmItem item, NodePlaces places, String field, RecordProblems problems) {
    String raw = text(item);
    String text = Blanks.strip(raw);
    if (text.isEmpty()) {
      return null;
    }
    if (!(item instanceof XdmNode node)) {
      return new Value(
          text, selector.language(), String.valueOf(selector.xpath()), raw, null, null, null);
    }
    NodePlaces.Place place = places.of(node.getUnderlyingNode());
    String language = selector.language() != null ? selector.language() : place.language();
    String phrase = qualifier == null ? null : qualifier(node, place.path(), field, problems);
    return new Value(text, language, place.path(), raw, null, phrase, null);
  }

  /// Nodes and atomic values have a text; maps, arrays and functions, as `parse-json` gives them,
  /// have none.
  private static String text(XdmItem item) {
    if (item instanceof XdmFunctionItem) {
      throw new SaxonApiUncheckedException(
          new SaxonApiException("expected nodes or texts, found a map, array or function"));
    }
    return item.getStringValue();
  }

  /// The code of the phrase, the phrase itself when it is not known, null when there is none.
  private @Nullable String qualifier(
      XdmNode from, String path, String field, RecordProblems problems) {
    if (qualifier == null) {
      return null;
    }
    try {
      qualifier.setContextItem(from);
      for (XdmItem item : qualifier) {
        String phrase = Blanks.collapse(text(item));
        if (!phrase.isEmpty()) {
          Optional<String> code = knowledge.attribution().apply(phrase);
          if (code.isEmpty()) {
            problems.add(
                field,
                path,
                ProblemCode.QUALIFIER_UNKNOWN,
                item.getStringValue(),
                "%s is not a known attribution; it is kept as it is, and nobody is taken for the author"
                    .formatted(ProfileErrors.quote(phrase)));
          }
          return code.orElse(phrase);
        }
      }
    } catch (SaxonApiException | SaxonApiUncheckedException e) {
      problems.add(
          field,
          path,
          ProblemCode.XPATH_FAILED,
          "",
          "the qualifier of line %d of the profile failed on this record: %s"
              .formatted(selector.line(), Blanks.collapse(String.valueOf(e.getMessage()))));
    }
    return null;
  }
}
