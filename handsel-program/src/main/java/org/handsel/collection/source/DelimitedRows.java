package org.handsel.collection.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Rows of a text whose cells are kept apart by a character.
final class DelimitedRows implements RowReader {
  private static final int SAMPLE = 4 << 20;
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final Problems problems;
  private final TextEncoding encoding;
  private final Dialect dialect;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private long lastLine;
  private boolean ended;

  DelimitedRows(DeliveredFile delivered, Format format, SourceSpec spec, Problems problems)
      throws IOException {
    file = delivered.name();
    this.problems = problems;
    encoding = TextEncoding.of(delivered, spec.charset());
    Character delimiter = Dialect.delimiter(spec.delimiter());
    boolean tabsGiven = delimiter == null && "tsv".equals(spec.format());
    String sample = encoding.decode(delivered.bytes().peek(SAMPLE));
    dialect =
        DialectRecognition.recognise(
            sample,
            delivered.bytes().isWhole(),
            tabsGiven ? Character.valueOf('\t') : delimiter,
            Dialect.quote(spec.quote()));
    reportDoubt(encoding.doubt());
    Reader text =
        new DecodingReader(delivered.bytes(), encoding, (line, bytes) -> undecodable(line, bytes));
    if (dialect.hintLines() > 0) {
      text = withoutFirstLine(text);
    }
    reader = reader(text);
    records = reader.iterator();
  }

  private static Reader withoutFirstLine(Reader text) throws IOException {
    BufferedReader buffered = new BufferedReader(text, BUFFER);
    buffered.readLine();
    return buffered;
  }

  // FastCSV announces the removal of this tolerance without a replacement; without it one stray
  // quote would end the file.
  @SuppressWarnings("removal")
  private CsvReader<CsvRecord> reader(Reader text) {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false);
    // FastCSV has no switch for "no quotes"; a character that cannot occur in text serves.
    builder.quoteCharacter(dialect.hasQuotes() ? dialect.quote() : Dialect.NO_QUOTE);
    return builder.ofCsvRecord(text);
  }

  private void reportDoubt(TextEncoding.@Nullable Doubt doubt) {
    if (doubt != null) {
      problems.add(
          file,
          0,
          doubt.line(),
          "CHARSET_DOUBTFUL",
          doubt.bytes(),
          ("%s, line %d: the bytes %s are valid in another encoding (UTF-8 or as its mark says):"
                  + " expected %s because source.charset says so. Remove source.charset to have it"
                  + " recognised.")
              .formatted(file, doubt.line(), doubt.bytes(), encoding.charset().name()),
          false);
    }
  }

  private void undecodable(long line, String bytes) {
    long inFile = line + dialect.hintLines();
    problems.add(
        file,
        0,
        inFile,
        "BYTES_UNDECODABLE",
        bytes,
        ("%s, line %d: bytes that are not %s: expected text, found the bytes %s. They were replaced"
                + " by U+FFFD; check source.charset.")
            .formatted(file, inFile, encoding.charset().name(), bytes),
        false);
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      if (!records.hasNext()) {
        ended = true;
        return null;
      }
      CsvRecord next = records.next();
      lastLine = next.getStartingLineNumber() + dialect.hintLines();
      return new Row(next.getFields().toArray(String[]::new), lastLine);
    } catch (CsvParseException broken) {
      if (broken.getCause() instanceof HandselException refused) {
        throw refused;
      }
      ended = true;
      reportEnd(
          "ROWS_UNREADABLE",
          "a quote is opened and never closed, or a cell is longer than 16 million characters ("
              + Deliveries.reason(broken)
              + "). If the file has no quoting convention, set source.quote to none");
    } catch (UncheckedIOException broken) {
      ended = true;
      reportEnd("FILE_BROKEN", "the file ends in damage: " + Deliveries.reason(broken));
    }
    return null;
  }

  private void reportEnd(String code, String what) {
    problems.add(
        file,
        0,
        lastLine + 1,
        code,
        "",
        "%s, after line %d: the rest could not be read: %s.".formatted(file, lastLine, what),
        true);
  }

  @Override
  public String label() {
    return (dialect.delimiter() == '\t' ? Format.TSV : Format.CSV).id().toUpperCase(Locale.ROOT)
        + ", "
        + encoding.label()
        + ", "
        + dialect.label();
  }

  @Override
  public SourceSpec resolved(SourceSpec given) {
    return new SourceSpec(
        (dialect.delimiter() == '\t' ? Format.TSV : Format.CSV).id(),
        encoding.charset().name(),
        dialect.delimiterName(),
        dialect.quoteName(),
        null,
        null,
        given.namespaces(),
        given.joins());
  }

  @Override
  public boolean endsMayBeMissing() {
    return false;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
