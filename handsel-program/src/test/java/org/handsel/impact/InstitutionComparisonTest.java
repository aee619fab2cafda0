package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Institutions side by side, from any folder of key figures.
class InstitutionComparisonTest {
  private static final String HEADER =
      "Institution;Commons category;Category depth;Files available;Files used;Image reuse"
          + " percentage;Date\n";

  @TempDir Path folder;

  private final InstitutionComparison comparison =
      new InstitutionComparison(new SetClock("2026-11-24T08:00:00Z"));

  private void file(String name, String rows) throws IOException {
    Files.writeString(folder.resolve(name), rows);
  }

  @Test
  void ofSeveralDaysTheLastCountsAndTheDifferenceIsShown() throws IOException {
    file(
        "a.csv",
        HEADER + "Skarvik;Cat A;2;100;20;20,00;01-07-2026\nVik;Cat B;1;50;5;10,00;01-07-2026\n");
    file(
        "b.csv",
        HEADER + "Skarvik;Cat A;2;120;30;25,00;01-10-2026\nVik;Cat B;3;90;9;10,00;01-10-2026\n");
    file("readme.txt", "not a table");
    Compared compared = comparison.read(List.of(folder)).sorted("files-used", false);
    assertThat(compared.problems()).isEmpty();
    assertThat(compared.rows())
        .extracting(Compared.Row::institution)
        .containsExactly("Skarvik", "Vik");
    assertThat(compared.rows().getFirst().before()).isEqualTo("2026-07-01 20");
    assertThat(compared.rows().getLast().before()).as("another depth is another tree").isEmpty();
    assertThat(compared.used()).isEqualTo(39);
  }

  @Test
  void fileOfAnotherLayoutInAFolderIsNamedAndTheOthersCount() throws IOException {
    file("a.csv", HEADER + "Skarvik;Cat A;2;100;20;20,00;01-07-2026\n");
    file("b.csv", "x;y\n1;2\n");
    Compared compared = comparison.read(List.of(folder));
    assertThat(compared.rows()).hasSize(1);
    assertThat(compared.problems()).extracting(DataProblem::code).containsExactly("LAYOUT_UNKNOWN");
    assertThatThrownBy(() -> comparison.read(List.of(folder.resolve("b.csv"))))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("another layout");
  }

  @Test
  void whatIsNotKnownComesLastHoweverItIsSorted() throws IOException {
    file(
        "a.csv",
        HEADER
            + "A;Cat A;2;100;;;01-07-2026\n"
            + "B;Cat B;1;50;5;10,00;01-07-2026\n"
            + "C;Cat C;1;50;9;18,00;01-07-2026\n");
    for (boolean reversed : new boolean[] {false, true}) {
      assertThat(
              comparison
                  .read(List.of(folder))
                  .sorted("files-used", reversed)
                  .rows()
                  .getLast()
                  .institution())
          .isEqualTo("A");
    }
    assertThatThrownBy(() -> comparison.read(List.of(folder)).sorted("nonsense", false))
        .isInstanceOf(HandselException.class);
  }

  @Test
  void writtenAndReadAgainItIsTheSame() throws IOException {
    file("a.csv", HEADER + "Skarvik <b>;=Cat\tA;2;100;20;20,00;01-07-2026\n");
    Compared compared = comparison.read(List.of(folder));
    comparison.write(compared, "de", "files-used", folder.resolve("out"));
    Compared stored = InstitutionComparison.stored(folder.resolve("out"));
    assertThat(stored).isNotNull();
    assertThat(java.util.Objects.requireNonNull(stored).rows()).isEqualTo(compared.rows());
    String page = Files.readString(folder.resolve("out/comparison.html"));
    assertThat(page).contains("Skarvik &lt;b", "sha256-", "Häuser nebeneinander");
    assertThat(page).doesNotContain("Skarvik <b>");
    String table = Files.readString(folder.resolve("out/comparison.csv"));
    assertThat(table).doesNotContain(",=Cat");
  }
}
