package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Pages that are written, judged by their title, and listed.
abstract class PagesContract extends WikiContract {
  @Override
  abstract WikiUnderTest wiki();

  @Test
  void editsMakeAndChangePages() {
    JsonNode made = bot.act("action", "edit", "title", name, "text", "one", "createonly", "1");
    assertThat(code(made)).isEqualTo("Success");
    assertThat(made.at("/edit/new").asBoolean()).isTrue();

    assertThat(code(bot.act("action", "edit", "title", name, "text", "two", "createonly", "1")))
        .isEqualTo("articleexists");
    assertThat(
            code(bot.act("action", "edit", "title", name + "none", "text", "two", "nocreate", "1")))
        .isEqualTo("missingtitle");
    assertThat(
            bot.act("action", "edit", "title", name, "text", "one")
                .at("/edit/nochange")
                .asBoolean())
        .isTrue();
    assertThat(state.text(name.strip())).isEqualTo("one");
  }

  @Test
  void editOfAnOldRevisionIsAConflict() {
    int first =
        bot.act("action", "edit", "title", name, "text", "one").at("/edit/newrevid").asInt();
    try (ApiSession user = new ApiSession(wiki().api())) {
      user.login(wiki().userLogin().name(), wiki().userLogin().password());
      assertThat(code(user.act("action", "edit", "title", name, "text", "two")))
          .isEqualTo("Success");
    }

    assertThat(code(bot.act("action", "edit", "title", name, "text", "three", "baserevid", first)))
        .isEqualTo("editconflict");
    assertThat(state.text(name.strip())).isEqualTo("two");
  }

  @Test
  void blacklistCanBeAskedBefore() {
    JsonNode bad =
        bot.call("action", "titleblacklist", "tbaction", "create", "tbtitle", "File:DSC0001.jpg");
    assertThat(bad.at("/titleblacklist/result").asString()).isEqualTo("blacklisted");
    assertThat(bad.at("/titleblacklist/message").asString())
        .isEqualTo("titleblacklist-custom-filename");
    assertThat(bad.at("/titleblacklist/reason").asString()).contains("File:DSC0001.jpg");
    assertThat(
            bot.call(
                    "action",
                    "titleblacklist",
                    "tbaction",
                    "create",
                    "tbtitle",
                    "File:" + name + "a.jpg")
                .at("/titleblacklist/result")
                .asString())
        .isEqualTo("ok");
  }

  @Test
  void listOfFilesIsGivenInPages() {
    up(name + "a.jpg", picture);
    up(name + "b.jpg", other);

    JsonNode first =
        bot.call(
            "action",
            "query",
            "list",
            "allimages",
            "ailimit",
            "1",
            "aifrom",
            name + "a",
            "aiprop",
            "sha1");
    String next = first.at("/continue/aicontinue").asString();
    JsonNode second =
        bot.call(
            "action",
            "query",
            "list",
            "allimages",
            "ailimit",
            "1",
            "aicontinue",
            next,
            "aiprop",
            "sha1");

    assertThat(first.at("/query/allimages/0/sha1").asString()).isEqualTo(Pictures.sha1(picture));
    assertThat(second.at("/query/allimages/0/sha1").asString()).isEqualTo(Pictures.sha1(other));
  }

  @Test
  void oldFormatKeysPagesByTheirId() {
    up(name + "a.jpg", picture);
    int id = state.page("File:" + name + "a.jpg").path("pageid").asInt();

    JsonNode pages =
        bot.call(
                "formatversion",
                "1",
                "action",
                "query",
                "prop",
                "info",
                "titles",
                "File:" + name + "a.jpg|File:" + name + "none.jpg")
            .at("/query/pages");

    assertThat(pages.path(String.valueOf(id)).path("title").asString())
        .isEqualTo("File:" + name + "a.jpg");
    assertThat(pages.path("-1").path("missing").asString("absent")).isEmpty();
  }
}
