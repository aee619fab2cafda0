package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.WikiState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// What an uploader may rely on, asked of the sandbox wiki, of the wiki that the tests let
/// misbehave, and of a real MediaWiki alike: what one answers, the others answer. Each contract
/// that extends this is one part of it.
abstract class WikiContract {
  static final String TEXT = "{{Information|description=t}}[[Category:Test museum]]";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  ApiSession bot;
  WikiState state;

  /// Begins every title of one test.
  String name;

  byte[] picture;
  byte[] other;

  abstract UploadWiki wiki();

  @BeforeEach
  void login() {
    int number = NUMBERS.incrementAndGet();
    name = "T" + ProcessHandle.current().pid() + "x" + number + " ";
    picture = Pictures.jpeg(number * 2L, 80);
    other = Pictures.jpeg(number * 2L + 1, 80);
    state = new WikiState(wiki().api());
    bot = new ApiSession(wiki().api());
    assertThat(bot.login(wiki().botLogin().name(), wiki().botLogin().password()))
        .isEqualTo("Success");
  }

  @AfterEach
  void end() {
    wiki().calm();
    bot.close();
    state.close();
  }

  JsonNode up(String title, byte[] file, Object... more) {
    Object[] all =
        Arrays.copyOf(
            new Object[] {"filename", title, "text", TEXT, "file", file}, 6 + more.length);
    System.arraycopy(more, 0, all, 6, more.length);
    return bot.upload(all);
  }

  /// Sends a piece of the picture; an empty key begins.
  JsonNode piece(int offset, byte[] bytes, String key, Object... more) {
    Object[] given = {
      "stash",
      "1",
      "filename",
      name + "c.jpg",
      "filesize",
      picture.length,
      "offset",
      offset,
      "chunk",
      bytes
    };
    Object[] keyed = key.isEmpty() ? new Object[0] : new Object[] {"filekey", key};
    Object[] all = Arrays.copyOf(given, given.length + keyed.length + more.length);
    System.arraycopy(keyed, 0, all, given.length, keyed.length);
    System.arraycopy(more, 0, all, given.length + keyed.length, more.length);
    return bot.upload(all);
  }

  static String code(JsonNode answer) {
    return ApiSession.code(answer);
  }

  static String key(JsonNode answer) {
    return answer.at("/upload/filekey").asString("");
  }
}
