package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.handsel.testbed.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Files that are sent and published in one request, and what is said of their names and bytes.
abstract class UploadContract extends WikiContract {
  @Test
  void uploadIsThereAndCanBeFoundByItsBytes() {
    JsonNode answer = up(name + "a.jpg", picture, "comment", "why");

    assertThat(code(answer)).isEqualTo("Success");
    assertThat(answer.at("/upload/filename").asString())
        .isEqualTo((name + "a.jpg").replace(' ', '_'));
    assertThat(answer.at("/upload/imageinfo/sha1").asString()).isEqualTo(Pictures.sha1(picture));
    assertThat(answer.at("/upload/imageinfo/canonicaltitle").asString())
        .isEqualTo("File:" + name + "a.jpg");
    assertThat(state.titlesOf(Pictures.sha1(picture))).containsExactly("File:" + name + "a.jpg");
    JsonNode page = state.page("File:" + name + "a.jpg");
    assertThat(page.path("pageid").asInt()).isPositive();
    assertThat(page.at("/imageinfo/0/size").asInt()).isEqualTo(picture.length);
    assertThat(page.at("/imageinfo/0/mime").asString()).isEqualTo("image/jpeg");
    assertThat(page.at("/imageinfo/0/comment").asString()).isEqualTo("why");
    assertThat(page.at("/revisions/0/slots/main/content").asString()).isEqualTo(TEXT);
    assertThat(page.at("/categories").valueStream().map(c -> c.path("title").asString()))
        .contains("Category:Test museum");
  }

  @Test
  void fileCanBeReadBackUnderItsAddress() throws Exception {
    up(name + "a.jpg", picture);
    String url = state.page("File:" + name + "a.jpg").at("/imageinfo/0/url").asString();

    try (var http = java.net.http.HttpClient.newHttpClient()) {
      byte[] back =
          http.send(
                  java.net.http.HttpRequest.newBuilder(URI.create(url)).build(),
                  HttpResponse.BodyHandlers.ofByteArray())
              .body();
      assertThat(back).isEqualTo(picture);
    }
  }

  @Test
  void missingFileAndInvalidTitleAreTold() {
    assertThat(state.page("File:" + name + "none.jpg").path("missing").asBoolean()).isTrue();
    assertThat(state.page("A[b").path("invalid").asBoolean()).isTrue();
  }

  @Test
  void sameBytesUnderAnotherNameAreADuplicate() {
    up(name + "a.jpg", picture);

    JsonNode answer = up(name + "b.jpg", picture);

    assertThat(code(answer)).isEqualTo("duplicate");
    assertThat(answer.at("/upload/warnings/duplicate/0").asString())
        .isEqualTo((name + "a.jpg").replace(' ', '_'));
    assertThat(answer.at("/upload/filekey").asString()).isNotEmpty();
  }

  @Test
  void takenNameTellsWhetherTheBytesAreTheSame() {
    up(name + "a.jpg", picture);

    assertThat(code(up(name + "a.jpg", other))).isEqualTo("exists");
    assertThat(code(up(name + "a.jpg", picture))).isEqualTo("exists+nochange");
  }

  @Test
  void nameThatDiffersInTheExtensionOnlyIsATwin() {
    up(name + "a.jpg", picture);

    assertThat(code(up(name + "a.JPG", other))).isEqualTo("exists-normalized");
    assertThat(code(up(name + "a.jpeg", other))).isEqualTo("exists-normalized");
  }

  /// Inventory numbers of museums end so: 0307.a.0005 and 0307.a.0005.a.
  @Test
  void nameThatIsTheBeginningOfAnotherUpToADotIsTakenForATwin() {
    up(name + "5.a.jpg", picture);

    assertThat(code(up(name + "5.jpg", other))).isEqualTo("exists-normalized");
    assertThat(code(up(name + "5.a.b.jpg", other))).isEqualTo("Success");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '@',
      value = {
        "T #a|b.jpg@ badfilename",
        "T a:b.jpg@ badfilename",
        "T a%20b.jpg@ illegal-filename",
        "T a&amp;b.jpg@ illegal-filename",
        "T a~~~b.jpg@ illegal-filename",
        "T www.museum.com.jpg@ filetype-banned",
        "T a.png@ verification-error",
        "T a.exe@ verification-error",
        "T a@ badfilename",
        "DSC00123.jpg@ titleblacklist-custom-filename",
        "50px-T a.jpg@ thumb-name",
        "IMGT a.jpg@ bad-prefix"
      })
  void namesAreJudged(String title, String expected) {
    assertThat(code(up(title, picture))).isEqualTo(expected);
  }

  @Test
  void nameOf240BytesIsTheLongest() {
    String base = name + "é".repeat((236 - name.length()) / 2);
    String longest = base + "x".repeat(236 - base.getBytes(StandardCharsets.UTF_8).length);

    assertThat(code(up(longest + "x.jpg", picture))).isEqualTo("filename-toolong");
    assertThat(code(up(longest + ".jpg", picture))).isEqualTo("Success");
  }

  @Test
  void refusedTitleComesWithAKeySoThatTheBytesNeedNotBeSentAgain() {
    JsonNode refused = up("DSC0" + name.strip().replaceAll("\\D", "") + ".jpg", picture);
    String key = refused.at("/error/filekey").asString();

    assertThat(refused.at("/error/invalidparameter").asString()).isEqualTo("filename");
    assertThat(code(bot.upload("filekey", key, "filename", name + "a.jpg", "text", TEXT)))
        .isEqualTo("Success");
  }

  @Test
  void contentIsJudged() {
    assertThat(code(up(name + "a.jpg", new byte[0]))).isEqualTo("empty-file");
    assertThat(code(up(name + "a.jpg", "text only\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("verification-error");
  }

  /// In pieces only the words say what is wrong with a file; the code is that of a lost stash.
  @Test
  void contentOfPiecesIsJudgedWhenTheyAreWhole() {
    picture = "text only\n".repeat(300).getBytes(StandardCharsets.UTF_8);
    JsonNode first = piece(0, Arrays.copyOf(picture, 2000), "");

    JsonNode last = piece(2000, Arrays.copyOfRange(picture, 2000, picture.length), key(first));

    assertThat(code(first)).isEqualTo("Continue");
    assertThat(code(last)).isEqualTo("stashfailed");
    assertThat(last.at("/error/info").asString())
        .isEqualTo("This file did not pass file verification.");
  }

  @Test
  void parametersAreAskedFor() {
    assertThat(code(bot.upload("filename", name + "a.jpg"))).isEqualTo("missingparam");
    assertThat(code(bot.upload("file", picture))).isEqualTo("nofilename");
    assertThat(code(bot.call("action", "nonsense"))).isEqualTo("badvalue");
  }

  @Test
  void warningsCanBeIgnoredAndAreKeptInTheAnswer() {
    up(name + "a.jpg", picture);

    JsonNode answer = up(name + "b.jpg", picture, "ignorewarnings", "1");

    assertThat(code(answer)).isEqualTo("Success");
    assertThat(answer.at("/upload/warnings/duplicate").size()).isEqualTo(1);
    assertThat(state.titlesOf(Pictures.sha1(picture))).hasSize(2);
  }
}
