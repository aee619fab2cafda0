package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.handsel.testbed.Pictures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Files that the wiki fetches itself, and what it does when it has time.
abstract class WaysContract extends WikiContract {
  private JsonNode fetch(String title, String address) {
    return bot.upload("stash", "1", "filename", title, "url", address);
  }

  private JsonNode publish(String key, String title, Object... more) {
    Object[] all =
        Arrays.copyOf(
            new Object[] {"filekey", key, "filename", title, "text", TEXT}, 6 + more.length);
    System.arraycopy(more, 0, all, 6, more.length);
    return bot.upload(all);
  }

  private JsonNode status(String key) {
    return bot.upload("checkstatus", "1", "filekey", key);
  }

  /// What the wiki says of a key when it has had time.
  private JsonNode settled(String key) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> status(key), answer -> !code(answer).equals("Poll"));
  }

  private String stashed(byte[] bytes) {
    return key(fetch(name + "s.jpg", wiki().onTheWeb(bytes)));
  }

  // By URL

  @Test
  void whatIsOnTheWebIsFetchedIntoTheStashAndToldByItsBytes() {
    JsonNode fetched = fetch(name + "a.jpg", wiki().onTheWeb(picture));

    assertThat(code(fetched)).isEqualTo("Success");
    assertThat(fetched.at("/upload/imageinfo/sha1").asString()).isEqualTo(Pictures.sha1(picture));
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();
    JsonNode published = publish(key(fetched), name + "a.jpg");
    assertThat(code(published)).isEqualTo("Success");
    assertThat(published.at("/upload/imageinfo/sha1").asString()).isEqualTo(Pictures.sha1(picture));
    assertThat(state.text("File:" + name + "a.jpg")).isEqualTo(TEXT);
  }

  @Test
  void anAddressThatIsNotAllowedOrLeadsNowhereIsTold() {
    String address = wiki().onTheWeb(picture);

    assertThat(code(fetch(name + "a.jpg", "http://elsewhere.invalid/a.jpg")))
        .isEqualTo("copyuploadbaddomain");
    assertThat(code(fetch(name + "a.jpg", address + "x"))).isEqualTo("http-bad-status");
    assertThat(
            code(
                bot.upload("stash", "1", "filename", name, "url", address, "filekey", "1.a.1.jpg")))
        .isEqualTo("invalidparammix");
  }

  @Test
  void whatTheWikiHoldsAlreadyIsAWarningWhenItIsFetched() {
    up(name + "a.jpg", picture);

    JsonNode twin = fetch(name + "b.jpg", wiki().onTheWeb(picture));
    JsonNode same = fetch(name + "a.jpg", wiki().onTheWeb(picture));

    assertThat(code(twin)).isEqualTo("duplicate");
    assertThat(twin.at("/upload/warnings/duplicate/0").asString())
        .isEqualTo((name + "a.jpg").replace(' ', '_'));
    assertThat(code(same)).isEqualTo("exists+nochange");
  }

  // When the wiki has time

  @Test
  void piecesArePutTogetherWhenTheWikiHasTime() {
    wiki().holdJobs(true);
    String key = key(piece(0, Arrays.copyOf(picture, 2000), ""));
    JsonNode last =
        piece(2000, Arrays.copyOfRange(picture, 2000, picture.length), key, "async", "1");

    assertThat(code(last)).isEqualTo("Poll");
    assertThat(last.at("/upload/stage").asString()).isEqualTo("queued");
    assertThat(key(last)).isEqualTo(key);
    assertThat(code(status(key))).isEqualTo("Poll");
    wiki().holdJobs(false);
    JsonNode done = settled(key);

    assertThat(code(done)).isEqualTo("Success");
    assertThat(key(done)).isNotEmpty().isNotEqualTo(key);
    assertThat(done.at("/upload/imageinfo/sha1").asString()).isEqualTo(Pictures.sha1(picture));
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();
    assertThat(code(publish(key(done), name + "c.jpg"))).isEqualTo("Success");
    assertThat(state.titlesOf(Pictures.sha1(picture))).containsExactly("File:" + name + "c.jpg");
  }

  @Test
  void piecesBeforeTheLastAreTakenAtOnceInAnyCase() {
    JsonNode first = piece(0, Arrays.copyOf(picture, 2000), "", "async", "1");

    assertThat(code(first)).isEqualTo("Continue");
    assertThat(code(status(key(first)))).isEqualTo("Continue");
    assertThat(status(key(first)).at("/upload/offset").asInt()).isEqualTo(2000);
  }

  @Test
  void aStashedFileIsPublishedWhenTheWikiHasTimeAndQueuedOnce() {
    String key = stashed(picture);
    wiki().holdJobs(true);
    JsonNode queued = publish(key, name + "q.jpg", "async", "1");

    assertThat(code(queued)).isEqualTo("Poll");
    assertThat(code(status(key))).isEqualTo("Poll");
    assertThat(code(publish(key, name + "q.jpg", "async", "1"))).isEqualTo("publishfailed");
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();
    wiki().holdJobs(false);
    JsonNode done = settled(key);

    assertThat(code(done)).isEqualTo("Success");
    assertThat(done.at("/upload/filename").asString())
        .isEqualTo((name + "q.jpg").replace(' ', '_'));
    assertThat(done.at("/upload/imageinfo/sha1").asString()).isEqualTo(Pictures.sha1(picture));
    assertThat(state.titlesOf(Pictures.sha1(picture))).containsExactly("File:" + name + "q.jpg");
    // A busy wiki saves the page some moments after the file.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(state.text("File:" + name + "q.jpg")).isEqualTo(TEXT));
    assertThat(code(publish(key, name + "q.jpg", "async", "1")))
        .isEqualTo("uploadstash-file-not-found");
  }

  @Test
  void warningsComeAtOnceAndNotFromTheQueue() {
    up(name + "a.jpg", other);
    String key = stashed(picture);

    JsonNode warned = publish(key, name + "a.jpg", "async", "1");

    assertThat(code(warned)).isEqualTo("exists");
    assertThat(code(status(key))).isEqualTo("missingresult");
  }

  /// Whoever comes second learns it from the state of the key only.
  @Test
  void whatTheQueueCouldNotPublishIsToldByItsState() {
    String one = stashed(picture);
    String two = stashed(picture);
    wiki().holdJobs(true);
    assertThat(code(publish(one, name + "q.jpg", "async", "1"))).isEqualTo("Poll");
    assertThat(code(publish(two, name + "q.jpg", "async", "1"))).isEqualTo("Poll");
    wiki().holdJobs(false);

    assertThat(List.of(code(settled(one)), code(settled(two))))
        .containsExactlyInAnyOrder("Success", "stashfailed");
    assertThat(state.versions("File:" + name + "q.jpg")).isEqualTo(1);
  }

  @Test
  void onlyWhatIsInTheStashCanWait() {
    assertThat(code(up(name + "a.jpg", picture, "async", "1")))
        .isEqualTo("cannot-async-upload-file");
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();
  }

  @Test
  void aKeyThatNothingWasAskedForHasNoState() {
    assertThat(code(status("12345.abcde.1.jpg"))).isEqualTo("missingresult");
    assertThat(code(status(stashed(picture)))).isEqualTo("missingresult");
  }
}
