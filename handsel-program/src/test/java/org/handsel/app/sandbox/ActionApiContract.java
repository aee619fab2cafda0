package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.platform.Json;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.RealWiki.Login;
import org.handsel.testbed.WikiState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What an uploader may rely on, asked of the sandbox wiki and of a real MediaWiki alike: what one
/// answers, the other answers.
abstract class ActionApiContract {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String TEXT = "{{Information|description=t}}[[Category:Test museum]]";

  private ApiSession bot;
  private WikiState state;
  private String name;
  private byte[] picture;
  private byte[] other;

  abstract URI api();

  abstract Login botLogin();

  abstract Login userLogin();

  abstract Login blockedLogin();

  abstract void fault(String json);

  abstract boolean faultPending();

  abstract void readOnly();

  abstract void lag(int seconds);

  abstract void uploadLimit(int hits, int seconds);

  abstract void calm();

  @BeforeEach
  void login() {
    int number = NUMBERS.incrementAndGet();
    name = "T" + ProcessHandle.current().pid() + "x" + number + " ";
    picture = Pictures.jpeg(number * 2L, 80);
    other = Pictures.jpeg(number * 2L + 1, 80);
    state = new WikiState(api());
    bot = new ApiSession(api());
    assertThat(bot.login(botLogin().name(), botLogin().password())).isEqualTo("Success");
  }

  @AfterEach
  void end() {
    calm();
    bot.close();
    state.close();
  }

  private JsonNode up(String title, byte[] file, Object... more) {
    Object[] all =
        Arrays.copyOf(
            new Object[] {"filename", title, "text", TEXT, "file", file}, 6 + more.length);
    System.arraycopy(more, 0, all, 6, more.length);
    return bot.upload(all);
  }

  private static String code(JsonNode answer) {
    return ApiSession.code(answer);
  }

  // Login and session

  @Test
  void wrongPasswordFailsWithAReason() {
    try (ApiSession session = new ApiSession(api())) {
      assertThat(session.login(botLogin().name(), "wrong")).isEqualTo("Failed");
    }
  }

  @Test
  void assertionsTellWhoIsLoggedIn() {
    String user = botLogin().name().replaceFirst("@.*", "");
    assertThat(bot.call("action", "query", "assert", "bot", "assertuser", user).has("error"))
        .isFalse();
    assertThat(code(bot.call("action", "query", "assertuser", "Somebody")))
        .isEqualTo("assertnameduserfailed");
    try (ApiSession nobody = new ApiSession(api())) {
      assertThat(code(nobody.call("action", "query", "assert", "user")))
          .isEqualTo("assertuserfailed");
    }
    try (ApiSession user2 = new ApiSession(api())) {
      user2.login(userLogin().name(), userLogin().password());
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
    try (ApiSession blocked = new ApiSession(api())) {
      blocked.login(blockedLogin().name(), blockedLogin().password());
      assertThat(code(blocked.upload("filename", name + "a.jpg", "text", TEXT, "file", picture)))
          .isEqualTo("blocked");
    }
  }

  // Upload in one request

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
    String longest =
        base + "x".repeat(236 - base.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);

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
    assertThat(
            code(
                up(
                    name + "a.jpg",
                    "text only\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .isEqualTo("verification-error");
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

  // Stash and pieces

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

  private JsonNode piece(int offset, byte[] bytes, String key) {
    return key.isEmpty()
        ? bot.upload(
            "stash",
            "1",
            "filename",
            name + "c.jpg",
            "filesize",
            picture.length,
            "offset",
            offset,
            "chunk",
            bytes)
        : bot.upload(
            "stash",
            "1",
            "filename",
            name + "c.jpg",
            "filesize",
            picture.length,
            "offset",
            offset,
            "filekey",
            key,
            "chunk",
            bytes);
  }

  // Operators and weather

  @Test
  void lagIsToldWithAHeader() {
    lag(9);
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
    readOnly();

    assertThat(code(up(name + "a.jpg", picture))).isEqualTo("readonly");
    assertThat(code(bot.act("action", "edit", "title", name, "text", "x"))).isEqualTo("readonly");
    calm();
    assertThat(code(up(name + "a.jpg", picture))).isEqualTo("Success");
  }

  @Test
  void limitStopsUploadsButNotWarnings() {
    try (ApiSession user = new ApiSession(api())) {
      user.login(userLogin().name(), userLogin().password());
      uploadLimit(1, 60);
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
    fault("{\"when\":\"before\",\"status\":503,\"retryAfter\":1,\"match\":\"&action=upload\"}");
    HttpResponse<byte[]> answer =
        bot.rawUpload(
            "action", "upload", "filename", name + "a.jpg", "text", TEXT, "file", picture);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(faultPending()).isFalse();
    assertThat(state.titlesOf(Pictures.sha1(picture))).isEmpty();
  }

  @Test
  void lostAnswerLeavesTheFile() {
    fault("{\"when\":\"after\",\"status\":504,\"times\":1,\"match\":\"&action=upload\"}");
    HttpResponse<byte[]> answer =
        bot.rawUpload(
            "action", "upload", "filename", name + "a.jpg", "text", TEXT, "file", picture);

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(state.titlesOf(Pictures.sha1(picture))).containsExactly("File:" + name + "a.jpg");
    assertThat(code(up(name + "a.jpg", picture))).isEqualTo("exists+nochange");
  }

  @Test
  void faultHitsOnlyWhatMatchesAndAsOftenAsItSays() {
    fault("{\"status\":500,\"times\":2,\"match\":\"offset=77\"}");

    assertThat(bot.exchange(Map.of("action", "query", "format", "json")).statusCode())
        .isEqualTo(200);
    assertThat(bot.exchange(Map.of("action", "query", "offset", "77")).statusCode()).isEqualTo(500);
    assertThat(faultPending()).isTrue();
    assertThat(bot.exchange(Map.of("action", "query", "offset", "77")).statusCode()).isEqualTo(500);
    assertThat(faultPending()).isFalse();
    assertThat(
            bot.exchange(Map.of("action", "query", "offset", "77", "format", "json")).statusCode())
        .isEqualTo(200);
  }

  // Pages

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
    try (ApiSession user = new ApiSession(api())) {
      user.login(userLogin().name(), userLogin().password());
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

  // Structured data

  @Test
  void structuredDataIsWrittenReadAndRemoved() {
    String id = fileWithId();
    assertThat(entity(id).has("missing")).isTrue();

    JsonNode edited =
        bot.act("action", "wbeditentity", "id", id, "data", data("INV 1"), "summary", "s");
    assertThat(edited.path("success").asInt()).isEqualTo(1);
    JsonNode read = entity(id);
    assertThat(read.at("/labels/en/value").asString()).isEqualTo("L");
    assertThat(read.path("descriptions").isObject()).isTrue();
    JsonNode statement = read.at("/statements/P217/0");
    assertThat(statement.at("/mainsnak/datavalue/value").asString()).isEqualTo("INV 1");
    assertThat(statement.path("rank").asString()).isEqualTo("normal");

    String guid = statement.path("id").asString();
    assertThat(guid).startsWith(id + "$");
    bot.act(
        "action",
        "wbeditentity",
        "id",
        id,
        "data",
        Json.line(Map.of("claims", java.util.List.of(Map.of("id", guid, "remove", "")))));
    assertThat(entity(id).path("statements").isArray()).isTrue();
  }

  @Test
  void sameStatementSentTwiceIsThereTwice() {
    String id = fileWithId();
    bot.act("action", "wbeditentity", "id", id, "data", data("INV 1"));
    bot.act("action", "wbeditentity", "id", id, "data", data("INV 1"));

    assertThat(entity(id).at("/statements/P217").size()).isEqualTo(2);
  }

  @Test
  void structuredDataIsChecked() {
    String id = fileWithId();

    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("\"type\":\"string\"", "\"type\":\"time\""))))
        .isEqualTo("modification-failed");
    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("P217", "P99999"))))
        .isEqualTo("modification-failed");
    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("\"L\"", "\"" + "x".repeat(251) + "\""))))
        .isEqualTo("modification-failed");
    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("\"en\"", "\"nolang!\""))))
        .isEqualTo("not-recognized-language");
    assertThat(code(bot.act("action", "wbeditentity", "id", id, "data", "{")))
        .isEqualTo("invalid-json");
    assertThat(code(bot.act("action", "wbeditentity", "id", "M99999999", "data", "{}")))
        .isEqualTo("no-such-entity");
    assertThat(code(bot.call("action", "wbgetentities", "ids", "Q1"))).isEqualTo("no-such-entity");
  }

  @Test
  void captionChangedByAnotherIsAConflict() {
    String id = fileWithId();
    int base =
        bot.act("action", "wbeditentity", "id", id, "data", label("one"))
            .at("/entity/lastrevid")
            .asInt();
    bot.act("action", "wbeditentity", "id", id, "data", label("two"));

    assertThat(
            code(
                bot.act(
                    "action", "wbeditentity", "id", id, "data", label("three"), "baserevid", base)))
        .isEqualTo("editconflict");
    assertThat(
            bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    "{\"labels\":{\"sv\":{\"language\":\"sv\",\"value\":\"tre\"}}}",
                    "baserevid",
                    base)
                .path("success")
                .asInt())
        .isEqualTo(1);
  }

  private String fileWithId() {
    up(name + "a.jpg", picture);
    return "M" + state.page("File:" + name + "a.jpg").path("pageid").asInt();
  }

  private JsonNode entity(String id) {
    return bot.call("action", "wbgetentities", "ids", id).path("entities").path(id);
  }

  private static String label(String text) {
    return "{\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"%s\"}}}".formatted(text);
  }

  private static String data(String inventory) {
    return """
    {"labels":{"en":{"language":"en","value":"L"}},"claims":[{"mainsnak":{"snaktype":"value",\
    "property":"P217","datavalue":{"value":"%s","type":"string"}},"type":"statement",\
    "rank":"normal"}]}\
    """
        .formatted(inventory);
  }
}
