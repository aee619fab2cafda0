package org.handsel.collection.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// What sources of all formats have in common: they read the files of a delivery, say how they read
/// them, and collect what is wrong with them.
abstract class DeliverySource implements RecordSource {
  final Delivery delivery;
  final SourceSpec given;
  final Problems problems;
  private String description = "";
  private SourceSpec resolved;
  private boolean closed;

  DeliverySource(Delivery delivery, SourceSpec given, Problems problems) {
    this.delivery = delivery;
    this.given = given;
    this.problems = problems;
    resolved = given;
  }

  /// Says how the delivery is read; called once, by the constructor of the source.
  final void readAs(String words, SourceSpec complete) {
    description = words;
    resolved = complete;
  }

  /// Closes what was opened beside the delivery.
  void closeOpened() throws IOException {
    // Nothing was.
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public final List<SourceProblem> takeProblems() {
    return problems.take();
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final SourceSpec resolved() {
    return resolved;
  }

  @Override
  public final long bytesRead() {
    return delivery.bytesRead();
  }

  @Override
  public final long bytesTotal() {
    return delivery.bytesTotal();
  }

  @Override
  public final void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      closeOpened();
      delivery.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
