package org.handsel.collection.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// The types of files that Wikimedia Commons accepts, `file-types.tsv`. Immutable.
final class FileTypes {
  private static final int ANY = -1;

  private final Map<String, List<String>> extensions;
  private final List<Signature> signatures;

  /// How a file of a type begins.
  ///
  /// @param bytes 0–255, or [#ANY]
  private record Signature(String mime, List<Integer> bytes) {
    boolean fits(FileBytes in) throws IOException {
      for (int i = 0; i < bytes.size(); i++) {
        int expected = bytes.get(i);
        int found = in.at(i);
        if (found < 0 || (expected != ANY && expected != found)) {
          return false;
        }
      }
      return true;
    }
  }

  private FileTypes(Map<String, List<String>> extensions, List<Signature> signatures) {
    this.extensions = Map.copyOf(extensions);
    this.signatures = List.copyOf(signatures);
  }

  static FileTypes load() {
    ResourceTable table =
        ResourceTable.read(
            FileTypes.class, "file-types.tsv", "mime", "extensions", "signature", "source");
    Map<String, List<String>> extensions = new LinkedHashMap<>();
    List<Signature> signatures = new ArrayList<>();
    for (ResourceTable.Row row : table.rows()) {
      String mime = row.cell(0);
      if (row.list(1).isEmpty() || extensions.put(mime, List.copyOf(row.list(1))) != null) {
        throw ResourceTable.malformed(
            table.name(), row.line(), mime + ": expected one row with an extension");
      }
      for (String signature : row.list(2)) {
        if (!signature.matches("([0-9A-F]{2}|\\.\\.)+")) {
          throw ResourceTable.malformed(
              table.name(), row.line(), "expected pairs of digits, found " + signature);
        }
        signatures.add(new Signature(mime, bytes(signature)));
      }
    }
    return new FileTypes(extensions, signatures);
  }

  /// The type by the first bytes alone; null when none fits.
  @Nullable String bySignature(FileBytes in) throws IOException {
    for (Signature signature : signatures) {
      if (signature.fits(in)) {
        return signature.mime();
      }
    }
    return null;
  }

  /// Extensions of a type, the preferred one first; none of an unknown type.
  List<String> extensions(String mime) {
    return extensions.getOrDefault(mime, List.of());
  }

  private static List<Integer> bytes(String signature) {
    List<Integer> bytes = new ArrayList<>();
    for (int i = 0; i < signature.length(); i += 2) {
      bytes.add(signature.charAt(i) == '.' ? ANY : Integer.parseInt(signature, i, i + 2, 16));
    }
    return List.copyOf(bytes);
  }
}
