package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.collection.Facts;
import org.handsel.collection.Item;
import org.handsel.collection.ItemRights;
import org.handsel.collection.Value;
import org.handsel.collection.image.Embedded;
import org.junit.jupiter.api.Test;

class EmbeddedCheckTest {
  private static Item item(String... fields) {
    Map<String, List<Value>> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      values.put(fields[i], List.of(Value.of(fields[i + 1], fields[i], fields[i + 1])));
    }
    return new Item(
        "1", values, ItemRights.SILENT, Facts.NONE, null, List.of(), new Item.Origin("", 1, 1));
  }

  private static List<String> codes(Item item, String date, String creator, String rights) {
    Embedded embedded =
        new Embedded(
            date,
            creator.isEmpty() ? List.of() : List.of(creator),
            rights.isEmpty() ? List.of() : List.of(rights),
            "",
            null,
            null);
    return EmbeddedCheck.of(item, embedded).stream().map(PlanEntry.Check::code).toList();
  }

  @Test
  void fileThatSaysItIsNotFreeContradictsItsRelease() {
    Item item = item("creator", "Elin Lie", "date", "1911");
    assertThat(codes(item, "", "", "© Museum. All rights reserved"))
        .containsExactly("EMBEDDED_RIGHTS");
    assertThat(codes(item, "", "", "CC BY-NC 4.0 non-commercial"))
        .containsExactly("EMBEDDED_RIGHTS");
    assertThat(codes(item, "", "", "CC0, Museum")).isEmpty();
  }

  @Test
  void sameNameInAnotherOrderIsTheSamePerson() {
    Item item = item("creator", "Elin Lie", "date", "1911");
    assertThat(codes(item, "", "LIE, Elin", "")).isEmpty();
    assertThat(codes(item, "", "Odd Aas", "")).containsExactly("EMBEDDED_CREATOR");
    assertThat(codes(item("date", "1911"), "", "Odd Aas", "")).containsExactly("EMBEDDED_OFFER");
  }

  @Test
  void fileMayBeYoungerThanWhatItShowsButNotOlder() {
    Item item = item("creator", "Elin Lie", "date", "1911/1913");
    assertThat(codes(item, "2019-03-01", "", "")).isEmpty();
    assertThat(codes(item, "1890", "", "")).containsExactly("EMBEDDED_DATE");
    assertThat(codes(item("creator", "x"), "1890", "", "")).containsExactly("EMBEDDED_OFFER");
  }

  @Test
  void placeInAFileIsShownAndNothingIsBlocked() {
    List<PlanEntry.Check> checks =
        EmbeddedCheck.of(
            item("creator", "x", "date", "1911"),
            new Embedded("", List.of(), List.of(), "", 58.5, 11.25));
    assertThat(checks)
        .singleElement()
        .satisfies(check -> {
          assertThat(check.code()).isEqualTo("EMBEDDED_PLACE");
          assertThat(check.severity()).isEqualTo(Checks.WARNING);
          assertThat(check.message()).contains("58.50000, 11.25000");
        });
  }
}
