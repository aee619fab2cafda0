package org.handsel.wiki.api;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A wiki as Handsel talks to it. Questions are repeated with growing waits within the patience of
/// the settings; what changes the wiki is sent once, and its outcome is told as it is, unknown
/// included. Safe for use by many threads.
///
/// What is known of the API's behaviour was measured on MediaWiki 1.39.17; Wikimedia Commons runs
/// newer code.
public final class Wiki implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(5);

  private final Transport transport;
  private final Session session;
  private final WikiSettings settings;
  private final Questions questions;
  private final Edits edits;
  private final RequestSizes sizes;

  private Wiki(Transport transport, ApiFinder.Found found, WikiSettings settings) {
    this.transport = transport;
    this.session =
        new Session(
            transport,
            found.api(),
            settings.questionPatience(),
            found.query().path("tokens").path("logintoken").asString(""));
    this.settings = settings;
    this.questions = new Questions(session, transport, settings.lookups());
    this.edits = new Edits(session, transport);
    this.sizes =
        new RequestSizes(
            settings.chunkBytes(),
            found.query().path("general").path("minuploadchunksize").asInt(0));
  }

  /// Finds the API behind an address and connects to it, without logging in.
  ///
  /// @throws HandselException with exit 3 when there is no wiki
  public static Wiki open(WikiAddress address, WikiSettings settings) {
    return open(address, settings, false);
  }

  /// The same for somebody who logs in next, which then takes one request less.
  public static Wiki open(WikiAddress address, WikiSettings settings, Login next) {
    return open(address, settings, !next.byToken());
  }

  private static Wiki open(WikiAddress address, WikiSettings settings, boolean beforeLogin) {
    Transport transport = new Transport(settings);
    try {
      ApiFinder finder = new ApiFinder(transport, settings.questionPatience());
      return new Wiki(transport, finder.find(address, beforeLogin), settings);
    } catch (RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  /// The address of `api.php`.
  public URI api() {
    return session.api();
  }

  /// Logs in, best with a bot password.
  ///
  /// @throws HandselException with exit 2 when the wiki refuses, with exit 3 when it is unreachable
  public Account login(Login login) {
    return session.login(login);
  }

  /// Who is logged in, with rights and limits as they are now.
  public Reply<Account> account() {
    return session
        .ask(Map.of("action", "query", "meta", "userinfo", "uiprop", "rights|groups|ratelimits"))
        .map(body -> AnswerReader.account(body.path("query").path("userinfo")));
  }

  /// Which of these pages exist; redirects do, and files of a shared repository.
  public Reply<Set<String>> existing(Collection<String> titles) {
    return questions.existing(titles);
  }

  /// What is under these titles of the file namespace; every title asked for has an entry.
  public Reply<Map<String, FileOnWiki>> files(Collection<String> titles) {
    return questions.files(titles);
  }

  /// What is under one title of the file namespace.
  public Reply<FileOnWiki> file(String title) {
    return files(List.of(title)).map(files -> files.values().iterator().next());
  }

  /// Titles of files with these bytes, by SHA-1; absent when there are none. One request each, some
  /// in flight at a time.
  public Reply<Map<String, List<String>>> filesBySha1(Collection<String> sha1s) {
    return questions.filesBySha1(sha1s);
  }

  /// The current wikitext of a page; empty when there is no page.
  public Reply<Optional<String>> pageText(String title) {
    return questions.pageText(title);
  }

  /// The current wikitext of a page with its revision; empty when there is no page. A redirect is
  /// read as itself.
  public Reply<Optional<PageText>> page(String title) {
    return questions.page(title);
  }

  /// Puts a new text in the place of a revision. Sent once; when the page was changed since, the
  /// answer is `editconflict` and nothing happens. Never creates a page.
  ///
  /// @return the id of the new revision; that of `base` when nothing was to be changed
  public Reply<Long> save(PageText base, String text, String summary) {
    return edits.save(base, text, summary);
  }

  /// Makes a page that does not exist. Sent once; when it exists by now the answer is
  /// `articleexists` and nothing happens.
  ///
  /// @return the id of its first revision
  public Reply<Long> create(String title, String text, String summary) {
    return edits.create(title, text, summary);
  }

  /// Why the wiki's title blacklist forbids a title; empty when it does not, or when the wiki has
  /// no such list.
  public Reply<Optional<String>> titleRefusal(String title) {
    Reply<JsonNode> reply =
        session.ask(Map.of("action", "titleblacklist", "tbaction", "create", "tbtitle", title));
    if (reply instanceof Reply.No<JsonNode>(ApiFailure failure)
        && failure.code().equals("badvalue")) {
      return new Reply.Value<>(Optional.empty());
    }
    return reply.map(body -> {
      JsonNode list = body.path("titleblacklist");
      return list.path("result").asString("ok").equals("ok")
          ? Optional.empty()
          : Optional.of(
              list.path("message").asString("blacklisted")
                  + ": "
                  + list.path("reason").asString("").strip());
    });
  }

  /// Puts a file on the wiki: small ones in one request, large ones in pieces, those of the web by
  /// letting the wiki fetch them. Never ignores the wiki's warnings, never sends again by itself
  /// what the wiki may have acted on.
  ///
  /// @param begun the pieces of an earlier try; null when there are none
  /// @param watch is told of each piece that the wiki took, so that a later try can go on
  public UploadAnswer upload(FileUpload upload, @Nullable Stash begun, UploadWatch watch) {
    if (begun == null
        && upload.source() == null
        && upload.bytes() <= settings.chunkAbove()
        && sizes.mayGoWhole(upload.bytes())) {
      UploadAnswer answer = inOneRequest(upload);
      // Too large for the server's single request: the file itself may still be welcome in pieces.
      if (!(answer instanceof UploadAnswer.Failed(ApiFailure failure))
          || !failure.code().equals(RequestSizes.TOO_LARGE)
          || !sizes.wholeRefused(upload.bytes())) {
        return answer;
      }
    }
    return inSteps(upload, begun, watch).send();
  }

  /// Brings the bytes of a file into the wiki's stash, for as long as the wiki keeps them there,
  /// and publishes nothing: [#upload] does, with what comes of this.
  public StashAnswer stash(FileUpload upload, @Nullable Stash begun, UploadWatch watch) {
    return inSteps(upload, begun, watch).stash();
  }

  private ChunkedUpload inSteps(FileUpload upload, @Nullable Stash begun, UploadWatch watch) {
    Patience polling =
        settings.questionPatience().lasting(settings.publishTimeout()).every(POLL, LONGEST_POLL);
    return new ChunkedUpload(session, transport, upload, sizes, polling, begun, watch);
  }

  /// Structured data of up to 50 file pages, by id (`M` and the page's number).
  public Reply<Map<String, Entity>> entities(Collection<String> ids) {
    return questions.entities(ids);
  }

  /// Adds to the structured data of a file page. **Not idempotent** by itself: send only what
  /// [Entity#missingFrom] leaves, and after an unknown outcome read again first.
  ///
  /// @param read what was read before; a caption that somebody wrote since is then a conflict
  public Reply<Entity> editEntity(Entity read, Map<String, Object> data, String summary) {
    return edits.editEntity(read, data, summary);
  }

  /// What a page would look like, by the wiki's own parser; nothing is saved.
  ///
  /// @param title decides namespace and page names
  public Reply<Preview> preview(String title, String wikitext) {
    return session
        .ask(
            Map.of(
                "action", "parse",
                "title", title,
                "text", wikitext,
                "contentmodel", "wikitext",
                "pst", "1",
                "disableeditsection", "1",
                "disablelimitreport", "1",
                "prop", "text|categories|templates|parsewarnings"))
        .map(body -> Preview.read(body.path("parse")));
  }

  /// Pages by their number, which stays when somebody gives a page another title; each number that
  /// was asked for has an entry.
  public Reply<Map<Long, PageNow>> pages(Collection<Long> ids) {
    return new PageStates(session).now(ids);
  }

  /// A page as it was first; empty when there is none.
  public Reply<Optional<PageText>> firstRevision(long page) {
    return new PageStates(session).first(page);
  }

  /// Who deleted what stood under a title, and why; empty when nobody did.
  public Reply<Optional<LogEntry>> deletion(String title) {
    return new PageStates(session).log("delete", title);
  }

  /// Who gave what stood under a title another one; empty when nobody did.
  public Reply<Optional<LogEntry>> move(String title) {
    return new PageStates(session).log("move", title);
  }

  /// Puts a better version of a file in the place of the one that the wiki holds under this title.
  /// The only upload that ignores a warning, and only when the one warning is that the title
  /// exists: bytes that the wiki holds elsewhere, or held here before, are refused as ever.
  ///
  /// @param upload its text is ignored by the wiki, its comment says why
  public UploadAnswer newVersion(FileUpload upload) {
    UploadAnswer answer = upload(upload, null, piece -> {});
    if (!(answer instanceof UploadAnswer.Warned(String filekey, Map<String, List<String>> warnings))
        || !warnings.keySet().equals(Set.of("exists"))
        || filekey.isEmpty()) {
      return answer;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "upload");
    parameters.put("filekey", filekey);
    parameters.put("filename", upload.filename());
    parameters.put("comment", upload.comment());
    parameters.put("ignorewarnings", "1");
    return switch (session.write(parameters, all -> transport.patientForm(session.api(), all))) {
      case Reply.Value<JsonNode>(JsonNode body) -> AnswerReader.upload(body, upload, transport);
      case Reply.No<JsonNode>(ApiFailure failure) -> new UploadAnswer.Failed(failure);
    };
  }

  /// In which categories these pages are themselves; absent when in none. Titles carry their
  /// namespace.
  public Reply<Map<String, Set<String>>> categories(Collection<String> titles) {
    return questions.categories(titles);
  }

  /// Asks something that changes nothing.
  Reply<JsonNode> ask(Map<String, String> parameters) {
    return session.ask(parameters);
  }

  ApiFailure failure(String code, String info) {
    return transport.failure(code, info);
  }

  @Override
  public void close() {
    transport.close();
  }

  private UploadAnswer inOneRequest(FileUpload upload) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "upload");
    parameters.put("filename", upload.filename());
    parameters.put("comment", upload.comment());
    parameters.put("text", upload.text());
    Reply<JsonNode> reply =
        session.write(parameters, all -> transport.withFile(session.api(), all, upload.file()));
    return switch (reply) {
      case Reply.Value<JsonNode>(JsonNode body) -> AnswerReader.upload(body, upload, transport);
      case Reply.No<JsonNode>(ApiFailure failure) -> new UploadAnswer.Failed(failure);
    };
  }
}
