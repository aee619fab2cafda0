package org.handsel.partnership.register;

import java.util.Locale;
import org.handsel.platform.ResourceTable;
import tools.jackson.databind.JsonNode;

/// Reads one record of lobid-organisations.
///
/// What it says of funding, kind, holdings and catalogue also becomes an answer of the profile with
/// the record's address as evidence. Telephone and mail are personal often enough to be left out.
final class LobidEntry {
  private LobidEntry() {}

  static ListedRow read(long line, JsonNode record) {
    ListedRow row = ListedRow.at(line);
    String address = record.path("id").asString("");
    String evidence = address.replaceFirst("#!$", "");
    row.put("source", "lobid");
    row.put("source_id", evidence.substring(evidence.lastIndexOf('/') + 1));
    row.put("name", text(record.path("name")));
    row.put("type", type(record.path("type").asString("")));
    row.put("isil", record.path("isil").asString(""));
    row.put("dbs", record.path("dbsID").asString(""));
    row.put("gnd", record.path("gndIdentifier").asString(""));
    row.put("website", record.path("url").asString(""));
    for (JsonNode same : record.path("sameAs")) {
      String other = same.isObject() ? same.path("id").asString("") : same.asString("");
      if (other.contains("wikidata.org/")) {
        row.append("wikidata", other);
      } else if (other.contains("viaf.org/")) {
        row.append("viaf", other);
      }
    }
    for (JsonNode name : record.path("alternateName")) {
      row.append("altname", name.asString(""));
    }
    row.append("altname", record.path("name_en").asString(""));
    place(row, record);
    row.put("funder_type", label(record.path("fundertype")));
    row.put("classification", label(record.path("classification")));
    row.put("stock_size", label(record.path("collects").path("extent")));
    answers(row, record, evidence);
    return row;
  }

  private static void place(ListedRow row, JsonNode record) {
    JsonNode location =
        record.path("location").isArray()
            ? record.path("location").path(0)
            : record.path("location");
    JsonNode address =
        location.path("address").isObject() ? location.path("address") : record.path("address");
    row.put("city", address.path("addressLocality").asString(""));
    row.put("country", address.path("addressCountry").asString(""));
    row.put("region", address.path("addressRegion").asString(""));
    String street = address.path("streetAddress").asString("");
    String code = address.path("postalCode").asString("");
    row.put("address", street.isEmpty() || code.isEmpty() ? street + code : street + ", " + code);
    row.put("lat", location.path("geo").path("lat").asString(""));
    row.put("lon", location.path("geo").path("lon").asString(""));
  }

  private static void answers(ListedRow row, JsonNode record, String evidence) {
    String code = record.path("fundertype").path("id").asString("").replaceFirst(".*#", "");
    for (ResourceTable.Row funder :
        ResourceTable.read(LobidEntry.class, "lobid-funders.tsv", "code", "answer", "label")
            .rows()) {
      if (funder.cell(0).equals(code)) {
        row.statements().add(new ListedRow.Statement("funder", funder.cell(1), evidence));
      }
    }
    String catalogue = text(record.path("provides"));
    if (!catalogue.isBlank()) {
      row.statements().add(new ListedRow.Statement("online-catalogue", catalogue, evidence));
    }
    JsonNode parent = record.path("linkedTo");
    String body = label(parent).isEmpty() ? parent.path("id").asString("") : label(parent);
    if (!body.isBlank()) {
      row.statements().add(new ListedRow.Statement("parent", body, evidence));
    }
  }

  private static String type(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "library", "museum", "archive", "gallery" -> word.toLowerCase(Locale.ROOT);
      default -> "other";
    };
  }

  private static String label(JsonNode concept) {
    JsonNode label = concept.path("label");
    return label.isString() ? label.asString("") : text(label);
  }

  private static String text(JsonNode value) {
    if (value.isObject()) {
      String german = value.path("de").asString("");
      return german.isEmpty() ? value.path("en").asString("") : german;
    }
    return value.isArray() ? value.path(0).asString("") : value.asString("");
  }
}
