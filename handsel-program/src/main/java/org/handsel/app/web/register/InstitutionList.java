package org.handsel.app.web.register;

import java.util.List;
import java.util.Objects;
import org.handsel.partnership.register.Institution;
import org.handsel.platform.Csv;

/// Institutions as a table for spreadsheets.
final class InstitutionList {
  private static final List<String> HEADER =
      List.of("id", "name", "type", "country", "city", "region", "website", "source", "source_id");

  private InstitutionList() {}

  static String of(List<Institution> rows) {
    StringBuilder text = new StringBuilder("\uFEFF").append(Csv.row(HEADER)).append("\r\n");
    for (Institution one : rows) {
      text.append(
              Csv.row(
                  java.util.Arrays.asList(
                          one.id(),
                          one.name(),
                          one.type(),
                          one.country(),
                          one.city(),
                          one.region(),
                          one.website(),
                          one.source(),
                          one.sourceId())
                      .stream()
                      .map(value -> Objects.toString(value, ""))
                      .toList()))
          .append("\r\n");
    }
    return text.toString();
  }
}
