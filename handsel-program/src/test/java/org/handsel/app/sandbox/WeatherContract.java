package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.handsel.platform.Json;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What operators and the network do to clients: lag, limits, closed wikis, lost answers.
abstract class WeatherContract extends WikiContract {
  @Override
  abstract WikiUnderTest wiki();

  @Test
  void lagIsToldWithAHeader() {
    wiki().lag(9);
    HttpResponse<byte[]> answer =
        bot.rawUpload("filename", name + "a.jpg", "text", TEXT, "maxlag", "5", "file", picture);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("MediaWiki-API-Error")).contains("maxlag");
    JsonNode body = Json.mapper().readTree(answer.body());
    assertThat(code(body)).isEqualTo("maxlag");
    assertThat(body.at("/error/lag").asDouble()).isEqualTo(9);
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();
  }

  @Test
  void readOnlyWikiChangesNothing() {
    wiki().readOnly();

    assertThat(code(up(name + "a.jpg", picture))).isEqualTo("readonly");
    assertThat(code(bot.act("action", "edit", "title", name, "text", "x"))).isEqualTo("readonly");
    wiki().calm();
    assertThat(code(up(name + "a.jpg", picture))).isEqualTo("Success");
  }

  @Test
  void limitStopsUploadsButNotWarnings() {
    try (ApiSession user = new ApiSession(wiki().api())) {
      user.login(wiki().userLogin().name(), wiki().userLogin().password());
      wiki().uploadLimit(1, 60);
      assertThat(code(user.upload("filename", name + "a.jpg", "text", TEXT, "file", picture)))
          .isEqualTo("Success");
      assertThat(code(user.upload("filename", name + "a.jpg", "text", TEXT, "file", picture)))
          .isEqualTo("exists+nochange");
      assertThat(code(user.upload("filename", name + "b.jpg", "text", TEXT, "file", other)))
          .isEqualTo("ratelimited");
      assertThat(
              user.call("action", "query", "meta", "userinfo", "uiprop", "ratelimits")
                  .at("/query/userinfo/ratelimits/upload/user/hits")
                  .asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void faultBeforeTheActionLeavesNoTrace() {
    wiki()
        .fault(
            "{\"when\":\"before\",\"status\":503,\"retryAfter\":1,\"match\":\"&action=upload\"}");
    HttpResponse<byte[]> answer =
        bot.rawUpload(
            "action", "upload", "filename", name + "a.jpg", "text", TEXT, "file", picture);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(wiki().faultPending()).isFalse();
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();
  }

  @Test
  void lostAnswerLeavesTheFile() {
    wiki().fault("{\"when\":\"after\",\"status\":504,\"times\":1,\"match\":\"&action=upload\"}");
    HttpResponse<byte[]> answer =
        bot.rawUpload(
            "action", "upload", "filename", name + "a.jpg", "text", TEXT, "file", picture);

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(state.titlesOf(Pictures.sha1(picture))).containsExactly("File:" + name + "a.jpg");
    assertThat(code(up(name + "a.jpg", picture))).isEqualTo("exists+nochange");
  }

  @Test
  void faultHitsOnlyWhatMatchesAndAsOftenAsItSays() {
    wiki().fault("{\"status\":500,\"times\":2,\"match\":\"offset=77\"}");

    assertThat(bot.exchange(Map.of("action", "query", "format", "json")).statusCode())
        .isEqualTo(200);
    assertThat(bot.exchange(Map.of("action", "query", "offset", "77")).statusCode()).isEqualTo(500);
    assertThat(wiki().faultPending()).isTrue();
    assertThat(bot.exchange(Map.of("action", "query", "offset", "77")).statusCode()).isEqualTo(500);
    assertThat(wiki().faultPending()).isFalse();
    assertThat(
            bot.exchange(Map.of("action", "query", "offset", "77", "format", "json")).statusCode())
        .isEqualTo(200);
  }
}
