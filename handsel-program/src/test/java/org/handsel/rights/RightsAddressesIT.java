package org.handsel.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import org.handsel.testing.Shared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every address of DPLA's table is recognised, in every spelling, with its Wikidata item.
@Tag("data")
class RightsAddressesIT {
  private static final Path TABLE =
      Shared.data("collections/rights/dpla_rights_uri_to_wikidata.json");

  @Test
  void all199AddressesAreRecognisedInEverySpelling() throws IOException {
    JsonNode table = Json.mapper().readTree(Files.readString(TABLE));
    RightsStatements rights = RightsStatements.load();

    assertThat(table.size()).isEqualTo(199);
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      String key = entry.getKey().replaceFirst("/deed(\\.\\w+)?$", "").replaceFirst("/$", "");
      String bare = key.replaceFirst("^http://", "");
      for (String form :
          List.of(
              entry.getKey(),
              key,
              key + "/",
              "https://" + bare + "/",
              "https://www." + bare,
              bare,
              " " + bare + "/ ",
              key + "/deed.sv",
              "See https://" + bare + "/.")) {
        boolean deedOfStatement = bare.startsWith("rights") && form.endsWith("deed.sv");
        if (deedOfStatement) {
          continue;
        }
        RightsStatement judged = rights.judge(form);

        assertThat(judged.uri()).as(form).isEqualTo(key + "/");
        assertThat(judged.licenceItem()).as(form).isEqualTo(item(entry.getValue(), "P275"));
        assertThat(judged.statementItem()).as(form).isEqualTo(item(entry.getValue(), "P6426"));
        assertThat(judged.verdict()).as(form).isEqualTo(expected(key));
      }
    }
  }

  private static @Nullable String item(JsonNode row, String property) {
    return row.path(property).isMissingNode() ? null : row.path(property).asString();
  }

  /// Presence in the table is not acceptance.
  private static Verdict expected(String key) {
    if (key.matches(".*/licenses/(by|by-sa)/.*") || key.contains("/zero/")) {
      return Verdict.YES;
    }
    if (key.contains("creativecommons.org")) {
      return key.contains("/licenses/sa/") ? Verdict.HOLD : Verdict.NO;
    }
    return key.contains("/NoC-US/") || key.contains("/NKC/")
        ? Verdict.CONDITIONAL
        : key.contains("/NoC-") ? Verdict.HOLD : Verdict.NO;
  }
}
