package org.handsel.cluster;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/// Results of pieces of work in a folder, so that a job that was stopped goes on behind them. A
/// result is kept whole or not at all. Safe for threads and for several attempts at one piece.
///
/// @param folder in which they lie
record Kept(String folder) implements Serializable {
  /// Work that is done where its result is not kept.
  interface Work<T> {
    T result() throws IOException;
  }

  /// @param way fingerprint of everything that the result depends on
  static Kept of(String work, String way) {
    return new Kept(Store.child(work, "%016x".formatted(Hash.of(way))));
  }

  boolean has(Store store, String name) throws IOException {
    return store.exists(file(name));
  }

  String file(String name) {
    return Store.child(folder, name);
  }

  /// @param attempt a number that no other attempt has
  <T extends Serializable> T get(Store store, String name, long attempt, Work<T> work)
      throws IOException {
    String file = file(name);
    if (!store.exists(file)) {
      T result = work.result();
      put(store, name, attempt, result);
      return result;
    }
    return read(store, name);
  }

  /// What is kept under a name.
  @SuppressWarnings("unchecked")
  <T extends Serializable> T read(Store store, String name) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(store.read(file(name)))) {
      return (T) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(file(name) + " was kept by another version", e);
    }
  }

  /// Keeps a result in the place of another.
  void replace(Store store, String name, long attempt, Serializable result) throws IOException {
    store.delete(file(name));
    put(store, name, attempt, result);
  }

  private void put(Store store, String name, long attempt, Serializable result) throws IOException {
    store.folder(folder);
    String part = file(name + ".part-" + attempt);
    try (ObjectOutputStream out = new ObjectOutputStream(store.write(part))) {
      out.writeObject(result);
    }
    if (!store.move(part, file(name))) {
      // Another attempt was faster; it wrote the same.
      store.delete(part);
    }
  }
}
