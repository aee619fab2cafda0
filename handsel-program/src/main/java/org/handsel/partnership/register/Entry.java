package org.handsel.partnership.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A row of a list, understood: ready to be compared with the register.
///
/// @param identity what makes it the same row when it comes again
/// @param fields values of the columns in [#FIELDS]; a missing one is unknown
/// @param byName whether its identity holds the name, because its id repeats in the file
record Entry(
    String source,
    @Nullable String sourceId,
    String identity,
    boolean byName,
    Map<String, Object> fields,
    Set<Identifier> identifiers,
    List<ListedRow.Statement> statements) {

  /// Columns of the table that an import fills and a person may change.
  static final List<String> FIELDS =
      List.of(
          "name",
          "country",
          "type",
          "subtype",
          "city",
          "region",
          "address",
          "latitude",
          "longitude",
          "website",
          "altname",
          "income_band",
          "funder_type",
          "classification",
          "stock_size",
          "phone_key",
          "note",
          "origin");

  /// The identity of a row whose id stands on one row of its file only.
  static String identity(String source, String id) {
    return source + "\t" + id;
  }

  Entry again(String identity) {
    return new Entry(source, sourceId, identity, true, fields, identifiers, statements);
  }

  /// Equal for equal content.
  String hash() {
    StringBuilder text = new StringBuilder();
    for (String field : FIELDS) {
      text.append(fields.getOrDefault(field, "")).append('\u001f');
    }
    text.append(identifiers).append(statements);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
