package org.handsel.authority.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both files of a result, read together and written again.
class LinkFilesTest {
  private static final String LINKS =
      """
      person_id\tauthority_id\tprobability\tdecision\tevidence
      p1\tr1\t0.9000\taccept\tnames are equal
      p2\t\t0.7000\tnone\tno candidate is likely
      p1\tr3\t0.6000\treview\ta tab: \\t
      """;
  private static final String FURTHER =
      """
      person_id\tauthority_id\tprobability\tdecision\tevidence\trank
      p1\tr2\t0.0500\treview\tnames alike\t2
      p2\tr4\t0.2000\treview\tnames alike\t1
      p2\tr5\t0.1000\treview\tnames alike\t2
      p1\tr6\t0.3000\treview\tnames alike\t2
      """;

  @TempDir Path folder;

  private void write(String links, String further) throws IOException {
    Files.writeString(folder.resolve("links.tsv"), links);
    Files.writeString(folder.resolve("candidates.tsv"), further);
  }

  private List<LinkRow> read() {
    List<LinkRow> rows = new ArrayList<>();
    try (LinkFiles files = LinkFiles.open(folder)) {
      for (LinkRow row = files.next(); row != null; row = files.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void eachRowHasItsCandidatesAlsoWhereIdsRepeat() throws IOException {
    write(LINKS, FURTHER);
    assertThat(read())
        .extracting(row -> row.candidates().stream().map(LinkRow.Candidate::record).toList())
        .containsExactly(List.of("r1", "r2"), List.of("r4", "r5"), List.of("r3", "r6"));
    assertThat(read().getLast().evidence()).isEqualTo("a tab: \t");
    assertThat(read().get(1).further()).hasSize(2);
  }

  @Test
  void rewritingWithoutAChangeGivesTheSameBytes() throws IOException {
    write(LINKS, FURTHER);
    LinkFiles.rewrite(folder, row -> row);
    assertThat(Files.readString(folder.resolve("links.tsv"))).isEqualTo(LINKS);
    assertThat(Files.readString(folder.resolve("candidates.tsv"))).isEqualTo(FURTHER);
  }

  @Test
  void linkThatChangesChangesTheRanks() throws IOException {
    write(LINKS, FURTHER);
    LinkFiles.rewrite(
        folder, row -> row.place() == 2 ? row : row.without(1, "nobody", row.candidates()));
    assertThat(Files.readAllLines(folder.resolve("candidates.tsv")).subList(1, 3))
        .containsExactly(
            "p1\tr1\t0.9000\treview\tnames are equal\t1", "p1\tr2\t0.0500\treview\tnames alike\t2");
    assertThat(read().getFirst().linked()).isFalse();
  }

  @Test
  void filesThatDoNotBelongTogetherAreLeftAsTheyAre() throws IOException {
    write(LINKS, FURTHER + "p9\tr9\t0.1000\treview\tnames alike\t2\n");
    assertThatThrownBy(() -> LinkFiles.rewrite(folder, row -> row))
        .hasMessageContaining("not in the order")
        .hasMessageContaining("p9");
    assertThat(Files.readString(folder.resolve("links.tsv"))).isEqualTo(LINKS);
  }

  @Test
  void rowThatIsNoneIsNamed() throws IOException {
    write(LINKS.replace("0.9000", "much"), FURTHER);
    assertThatThrownBy(this::read)
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("row 1: expected a number, found \"much\"");
    write(LINKS.replace("accept", "perhaps"), FURTHER);
    assertThatThrownBy(this::read).hasMessageContaining("accept, review or none");
  }
}
