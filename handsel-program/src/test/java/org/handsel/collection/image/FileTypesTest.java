package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handsel.platform.ResourceTable;
import org.junit.jupiter.api.Test;

class FileTypesTest {
  @Test
  void everyRowNamesExtensionsAndItsSource() {
    ResourceTable table =
        ResourceTable.read(
            FileTypes.class, "file-types.tsv", "mime", "extensions", "signature", "source");
    FileTypes types = FileTypes.load();
    assertThat(table.rows()).hasSizeGreaterThan(15);
    for (ResourceTable.Row row : table.rows()) {
      assertThat(types.extensions(row.cell(0))).isEqualTo(row.list(1)).isNotEmpty();
      assertThat(row.cell(3)).isNotBlank();
    }
  }

  @Test
  void noOtherExtensionsAreOffered() {
    List<String> accepted =
        List.of(
            "png gif jpg jpeg webp xcf mid ogg ogv oga svg djvu tiff tif webm flac opus wav mp3 pdf stl mpg mpeg"
                .split(" "));
    ResourceTable table =
        ResourceTable.read(
            FileTypes.class, "file-types.tsv", "mime", "extensions", "signature", "source");
    assertThat(table.rows().stream().flatMap(row -> row.list(1).stream()))
        .allMatch(accepted::contains);
  }
}
