package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.handsel.testbed.ApiSession;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who is logged in, what the wiki takes, and whom it refuses.
abstract class SessionContract extends WikiContract {
  @Override
  abstract WikiUnderTest wiki();

  @Test
  void wrongPasswordFailsWithAReason() {
    try (ApiSession session = new ApiSession(wiki().api())) {
      assertThat(session.login(wiki().botLogin().name(), "wrong")).isEqualTo("Failed");
    }
  }

  @Test
  void assertionsTellWhoIsLoggedIn() {
    String user = wiki().botLogin().name().replaceFirst("@.*", "");
    assertThat(bot.call("action", "query", "assert", "bot", "assertuser", user).has("error"))
        .isFalse();
    assertThat(code(bot.call("action", "query", "assertuser", "Somebody")))
        .isEqualTo("assertnameduserfailed");
    try (ApiSession nobody = new ApiSession(wiki().api())) {
      assertThat(code(nobody.call("action", "query", "assert", "user")))
          .isEqualTo("assertuserfailed");
    }
    try (ApiSession user2 = new ApiSession(wiki().api())) {
      user2.login(wiki().userLogin().name(), wiki().userLogin().password());
      assertThat(code(user2.call("action", "query", "assert", "bot"))).isEqualTo("assertbotfailed");
    }
  }

  @Test
  void wikiSaysWhatItTakes() {
    JsonNode info =
        bot.call(
            "action",
            "query",
            "meta",
            "siteinfo|userinfo",
            "siprop",
            "general|fileextensions",
            "uiprop",
            "rights|groups|ratelimits");

    JsonNode general = info.at("/query/general");
    assertThat(general.path("generator").asString()).startsWith("MediaWiki 1.39");
    assertThat(general.path("minuploadchunksize").asInt()).isEqualTo(1024);
    assertThat(general.path("maxuploadsize").asLong()).isEqualTo(4L << 30);
    assertThat(general.path("case").asString()).isEqualTo("first-letter");
    assertThat(info.at("/query/fileextensions").valueStream().map(e -> e.path("ext").asString()))
        .contains("jpg", "jpeg", "tif", "png");
    assertThat(info.at("/query/userinfo/groups").valueStream().map(JsonNode::asString))
        .contains("bot", "user");
    assertThat(info.at("/query/userinfo/rights").valueStream().map(JsonNode::asString))
        .contains("upload", "edit", "bot");
    assertThat(info.at("/query/userinfo/ratelimits").isObject()).isTrue();
  }

  @Test
  void tokenIsChecked() {
    assertThat(code(up(name + "a.jpg", picture, "token", "x+\\"))).isEqualTo("badtoken");
    assertThat(code(bot.call("action", "edit", "title", name, "text", "x")))
        .isEqualTo("missingparam");
  }

  @Test
  void blockedUserMayNotUpload() {
    try (ApiSession blocked = new ApiSession(wiki().api())) {
      blocked.login(wiki().blockedLogin().name(), wiki().blockedLogin().password());
      assertThat(code(blocked.upload("filename", name + "a.jpg", "text", TEXT, "file", picture)))
          .isEqualTo("blocked");
    }
  }
}
