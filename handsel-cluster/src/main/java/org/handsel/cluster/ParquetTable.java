package org.handsel.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/// A table of tab-separated files as Parquet: each machine writes files of its own, row by row. Not
/// by Spark's SQL, which takes longer to plan and to compile than most tables take to write.
///
/// @param name of the folder
/// @param columns of the files, in front of them `first` where there is one
/// @param first column that the sources say themselves, or null
record ParquetTable(String name, List<Column> columns, @Nullable String first)
    implements Serializable {
  private static final long GROUP = 32L << 20;

  /// What a column holds.
  enum Kind {
    TEXT,
    INT,
    LONG,
    REAL
  }

  record Column(String name, Kind kind) implements Serializable {}

  /// A file with rows and without a header.
  ///
  /// @param first what the first column says, where there is one
  record Source(String first, String file) implements Serializable {}

  /// What becomes one file.
  private record Piece(ParquetTable table, int number, List<Source> sources)
      implements Serializable {}

  ParquetTable {
    columns = List.copyOf(columns);
  }

  /// Rows of a table.
  record Rows(ParquetTable table, List<Source> sources) {}

  /// Writes tables into a folder, which appears as a whole.
  ///
  /// @param scratch folder for files that are not finished
  static void write(
      Session session, Broadcast<Store> stores, List<Rows> tables, String folder, String scratch)
      throws IOException {
    Store store = stores.value();
    String part = folder + ".part";
    store.delete(part);
    List<Piece> pieces = new ArrayList<>();
    for (Rows rows : tables) {
      store.folder(Store.child(part, rows.table.name));
      int all = rows.sources.size();
      int files = Math.clamp(all, 1, session.partitions());
      for (int i = 0; i < files; i++) {
        List<Source> own = rows.sources.subList(all * i / files, all * (i + 1) / files);
        pieces.add(new Piece(rows.table, i, List.copyOf(own)));
      }
    }
    session
        .context()
        .parallelize(pieces, pieces.size())
        .foreach(piece -> {
          long attempt = org.apache.spark.TaskContext.get().taskAttemptId();
          ParquetTable table = piece.table;
          String own =
              Store.child(scratch, "parquet-%s-%d-%d".formatted(table.name, piece.number, attempt));
          table.write(stores.value(), piece.sources, own);
          String file =
              Store.child(
                  Store.child(part, table.name), "part-%05d.zstd.parquet".formatted(piece.number));
          if (!stores.value().move(own, file)) {
            // Another attempt was faster; it wrote the same.
            stores.value().delete(own);
          }
        });
    store.delete(folder);
    store.replace(part, folder);
  }

  private void write(Store store, List<Source> sources, String file) throws IOException {
    Support support = new Support(this);
    try (ParquetWriter<CellReader> writer =
        new Builder(new Target(store, file), support)
            .withConf(store.configuration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(GROUP)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build()) {
      for (Source source : sources) {
        support.source = Binary.fromString(source.first);
        try (CellReader rows = new CellReader(store.read(source.file))) {
          while (rows.next()) {
            if (rows.cells() != columns.size()) {
              throw new IOException(
                  "%s: expected %d cells, found %d"
                      .formatted(source.file, columns.size(), rows.cells()));
            }
            writer.write(rows);
          }
        }
      }
    }
  }

  private MessageType schema() {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    if (first != null) {
      schema.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(first);
    }
    for (Column column : columns) {
      switch (column.kind) {
        case TEXT ->
            schema
                .required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name);
        case INT -> schema.required(PrimitiveTypeName.INT32).named(column.name);
        case LONG -> schema.required(PrimitiveTypeName.INT64).named(column.name);
        case REAL -> schema.required(PrimitiveTypeName.DOUBLE).named(column.name);
      }
    }
    return schema.named("rows");
  }

  /// Hands the cells of a row to the columns.
  private static final class Support extends WriteSupport<CellReader> {
    private final ParquetTable table;
    private final int before;
    private final Kind[] kinds;
    private final String[] names;
    private Binary source = Binary.EMPTY;
    private @Nullable RecordConsumer consumer;

    Support(ParquetTable table) {
      this.table = table;
      before = table.first == null ? 0 : 1;
      kinds = table.columns.stream().map(Column::kind).toArray(Kind[]::new);
      names = table.columns.stream().map(Column::name).toArray(String[]::new);
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract all the same.
    public WriteContext init(Configuration configuration) {
      return new WriteContext(table.schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(table.schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer columns) {
      consumer = columns;
    }

    @Override
    public void write(CellReader row) {
      RecordConsumer out = Objects.requireNonNull(consumer);
      out.startMessage();
      if (table.first != null) {
        out.startField(table.first, 0);
        out.addBinary(source);
        out.endField(table.first, 0);
      }
      for (int i = 0; i < kinds.length; i++) {
        out.startField(names[i], before + i);
        switch (kinds[i]) {
          case TEXT -> out.addBinary(text(row, i));
          case INT -> out.addInteger(Math.toIntExact(row.whole(i)));
          case LONG -> out.addLong(row.whole(i));
          case REAL -> out.addDouble(Double.parseDouble(row.text(i)));
        }
        out.endField(names[i], before + i);
      }
      out.endMessage();
    }

    private static Binary text(CellReader row, int cell) {
      byte[] plain = row.unescaped(cell);
      return plain != null
          ? Binary.fromConstantByteArray(plain)
          : Binary.fromReusedByteArray(row.bytes(), row.from(cell), row.to(cell) - row.from(cell));
    }
  }

  private static final class Builder extends ParquetWriter.Builder<CellReader, Builder> {
    private final Support support;

    Builder(OutputFile file, Support support) {
      super(file);
      this.support = support;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract all the same.
    protected WriteSupport<CellReader> getWriteSupport(Configuration configuration) {
      return support;
    }

    @Override
    protected WriteSupport<CellReader> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }
  }

  /// A file of the store.
  private record Target(Store store, String file) implements OutputFile {
    @Override
    public PositionOutputStream create(long block) throws IOException {
      return createOrOverwrite(block);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long block) throws IOException {
      OutputStream out = store.write(file);
      return new PositionOutputStream() {
        private long position;

        @Override
        public long getPos() {
          return position;
        }

        @Override
        public void write(int one) throws IOException {
          out.write(one);
          position++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
          out.write(bytes, from, count);
          position += count;
        }

        @Override
        public void flush() throws IOException {
          out.flush();
        }

        @Override
        public void close() throws IOException {
          out.close();
        }
      };
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
