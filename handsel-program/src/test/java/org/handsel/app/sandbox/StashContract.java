package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.handsel.testbed.Pictures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Files that are brought to the wiki and published later, whole or in pieces.
abstract class StashContract extends WikiContract {
  @Test
  void stashedFileIsPublishedByItsKeyOnce() {
    String key =
        bot.upload("stash", "1", "filename", name + "s.jpg", "file", picture)
            .at("/upload/filekey")
            .asString();
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();

    assertThat(code(bot.upload("filekey", key, "filename", name + "s.jpg", "text", TEXT)))
        .isEqualTo("Success");
    assertThat(code(bot.upload("filekey", key, "filename", name + "s.jpg", "text", TEXT)))
        .isEqualTo("uploadstash-file-not-found");
    assertThat(code(bot.upload("filekey", "nonsense", "filename", name + "s.jpg")))
        .isEqualTo("invalid-file-key");
  }

  @Test
  void piecesAreCountedAndTakenUpWhereTheyEnded() {
    byte[] first = Arrays.copyOf(picture, 2000);
    byte[] rest = Arrays.copyOfRange(picture, 2000, picture.length);
    JsonNode begun = piece(0, first, "");
    String key = begun.at("/upload/filekey").asString();
    assertThat(code(begun)).isEqualTo("Continue");
    assertThat(begun.at("/upload/offset").asInt()).isEqualTo(2000);

    JsonNode wrong = piece(10, rest, key);
    assertThat(code(wrong)).isEqualTo("stashfailed");
    assertThat(wrong.at("/error/offset").asString()).isEqualTo("2000");
    JsonNode status = bot.upload("checkstatus", "1", "filekey", key);
    assertThat(status.at("/upload/result").asString()).isEqualTo("Continue");
    assertThat(status.at("/upload/offset").asInt()).isEqualTo(2000);

    JsonNode last = piece(2000, rest, key);
    assertThat(code(last)).isEqualTo("Success");
    String whole = last.at("/upload/filekey").asString();
    assertThat(whole).isNotEqualTo(key);
    assertThat(code(piece(2000, rest, key))).isEqualTo("uploadstash-file-not-found");
    assertThat(code(bot.upload("checkstatus", "1", "filekey", key))).isEqualTo("missingresult");
    JsonNode published = bot.upload("filekey", whole, "filename", name + "c.jpg", "text", TEXT);
    assertThat(published.at("/upload/imageinfo/sha1").asString()).isEqualTo(Pictures.sha1(picture));
  }

  @Test
  void piecesAreCheckedForSizeAndKey() {
    byte[] first = Arrays.copyOf(picture, 2000);
    String key = piece(0, first, "").at("/upload/filekey").asString();

    assertThat(code(piece(0, Arrays.copyOf(picture, 500), ""))).isEqualTo("chunk-too-small");
    assertThat(code(piece(0, first, key))).isEqualTo("filekeynotallowed");
    assertThat(code(piece(2000, first, ""))).isEqualTo("filekeyneeded");
    assertThat(code(piece(2000, picture, key))).isEqualTo("invalid-chunk");
    assertThat(code(piece(2000, first, "12345.abcde.1.jpg")))
        .isEqualTo("uploadstash-file-not-found");
  }

  /// The trap behind it: a client that publishes too early stores a broken file.
  @Test
  void unfinishedPiecesArePublishedAsTheyAre() {
    String key = piece(0, Arrays.copyOf(picture, 2000), "").at("/upload/filekey").asString();

    assertThat(code(bot.upload("filekey", key, "filename", name + "c.jpg", "text", TEXT)))
        .isEqualTo("Success");
    assertThat(state.page("File:" + name + "c.jpg").at("/imageinfo/0/size").asInt())
        .isEqualTo(2000);
  }
}
