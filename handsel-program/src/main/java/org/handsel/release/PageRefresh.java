package org.handsel.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.collection.image.ImageFacts;
import org.handsel.collection.image.Images;
import org.handsel.platform.DurableFiles;
import org.handsel.release.merge.MergedPage;
import org.handsel.release.merge.PageMerge;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.DataMerge;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.FileUpload;
import org.handsel.wiki.api.PageNow;
import org.handsel.wiki.api.PageText;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.UploadAnswer;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;

/// Refreshes one file after the other: text of the page, captions and statements, a better scan.
/// Every merge is made against what was read; when somebody was faster it is read and merged again,
/// and so it is after an answer that was lost. Used by one thread.
final class PageRefresh {
  private static final int CONFLICTS = 5;

  /// What a check of the later plan finds because the file was released already.
  private static final Set<String> BECAUSE_RELEASED =
      Set.of("TITLE_TAKEN", "ON_WIKI", "ALREADY_THERE", "LOOKS_ALIKE", "SAME_PICTURE");

  private final Wiki wiki;
  private final Ledger ledger;
  private final RefreshOptions options;
  private final Path files;
  private final Patience patience;

  PageRefresh(Wiki wiki, Ledger ledger, RefreshOptions options, Path files, Patience patience) {
    this.wiki = wiki;
    this.ledger = ledger;
    this.options = options;
    this.files = files;
    this.patience = patience;
  }

  FileState state(PlanEntry entry) {
    return ledger.of(FileKey.of(entry));
  }

  /// Refreshes one file.
  ///
  /// @param entity captions and statements as they stand; null on a wiki without
  /// @return what was done or is left, place by place; empty when all is as planned
  List<RefreshLine> refresh(
      PlanEntry released, PlanEntry planned, PageNow page, @Nullable Entity entity) {
    Lines lines = new Lines(released, page.exists() ? page.title() : state(released).title());
    if (!page.exists() || (page.redirect() && page.sha1().isEmpty())) {
      lines.add(
          "page",
          RefreshLine.State.DELETED,
          page.exists()
              ? "the page only points to another one now"
              : "the page is no longer on the wiki; \"handsel release changes\" says why");
      return lines.all;
    }
    Optional<PlanEntry.Check> reason =
        planned.checks().stream()
            .filter(check -> Checks.blocking(check) && !BECAUSE_RELEASED.contains(check.code()))
            .findFirst();
    if (!planned.ready() && reason.isPresent()) {
      lines.add(
          "page",
          RefreshLine.State.LEFT,
          "the later plan keeps it back: " + reason.get().code() + ", " + reason.get().message());
      return lines.all;
    }
    Released base =
        Released.of(released, state(released), ledger.state().refreshed(FileKey.of(released)));
    title(base, planned, lines);
    String text = text(base, planned, page, lines);
    Map<String, Object> data =
        entity == null ? planned.structuredData() : data(base, planned, entity, lines);
    String sha1 = file(base, planned, page, lines);
    boolean moved =
        !text.equals(base.wikitext())
            || !sha1.equals(base.sha1())
            || (data != null && !data.equals(base.data()));
    if (moved && !options.dryRun() && data != null) {
      Map<String, Object> facts = new HashMap<>();
      // Not the title of today: that somebody moved the page stays news for the institution.
      facts.put("title", base.title());
      facts.put("sha1", sha1);
      facts.put("wikitext", text);
      facts.put("data", data);
      ledger.await(ledger.append(Step.REFRESHED, FileKey.of(released), facts));
    }
    return lines.all;
  }

  /// A page's title is never changed here: others may have linked to it.
  private static void title(Released base, PlanEntry planned, Lines lines) {
    String extension = planned.title().substring(planned.title().lastIndexOf('.') + 1);
    String own = base.title().substring(base.title().lastIndexOf('.') + 1);
    if (!planned.title().isEmpty()
        && !planned.title().equals(base.title())
        && extension.equalsIgnoreCase(own)
        && !planned.title().equals(lines.entry.title())) {
      lines.add(
          "title",
          RefreshLine.State.LEFT,
          base.title(),
          planned.title(),
          lines.title,
          "a title is not changed by itself: ask on the wiki for a move if it is wrong");
    }
  }

  // The text.

  /// @return what counts as released from now on
  private String text(Released base, PlanEntry planned, PageNow page, Lines lines) {
    String then = base.wikitext() == null ? first(page.id(), lines) : base.wikitext();
    if (then.isEmpty()) {
      return "";
    }
    PageText now = page.revisionText();
    Patience.Trying trying = patience.begin();
    for (int conflicts = 0; ; ) {
      MergedPage merged = PageMerge.merge(then, planned.wikitext(), now.text());
      boolean change = !merged.text().equals(now.text());
      if (!change || options.dryRun()) {
        return settled(then, planned.wikitext(), merged, lines, RefreshLine.State.PLANNED);
      }
      Reply<Long> reply = wiki.save(now, merged.text(), options.comment());
      if (!(reply instanceof Reply.No<Long>(ApiFailure failure))) {
        return settled(then, planned.wikitext(), merged, lines, RefreshLine.State.DONE);
      }
      boolean again =
          failure.kind() == FailureClass.EDIT
              ? conflicts++ < CONFLICTS
              : (failure.kind() == FailureClass.WAIT || !failure.certain())
                  && waited(trying, failure);
      Reply<Map<Long, PageNow>> read = wiki.pages(List.of(page.id()));
      if (!again || !(read instanceof Reply.Value<Map<Long, PageNow>>(var pages))) {
        lines.failed("text", failure);
        return then;
      }
      now = pages.getOrDefault(page.id(), page).revisionText();
      // The answer was lost, not the edit.
      if (PageMerge.merge(then, planned.wikitext(), now.text()).text().equals(now.text())) {
        return settled(then, planned.wikitext(), merged, lines, RefreshLine.State.DONE);
      }
    }
  }

  /// The plan was changed since the release, so the wiki is asked what was uploaded.
  private String first(long page, Lines lines) {
    switch (wiki.firstRevision(page)) {
      case Reply.No<Optional<PageText>>(ApiFailure failure) -> lines.failed("text", failure);
      case Reply.Value<Optional<PageText>>(Optional<PageText> text) -> {
        String wanted = state(lines.entry).text();
        String first = text.map(PageText::text).orElse("");
        // A wiki cuts blanks off the end of a page.
        if (Sha1.of(first).equals(wanted) || Sha1.of(first + "\n").equals(wanted)) {
          return first;
        }
        lines.add(
            "text",
            RefreshLine.State.LEFT,
            "what was released is not known: the plan was changed since, and the page's first"
                + " revision is another one");
      }
    }
    return "";
  }

  private static String settled(
      String then, String planned, MergedPage merged, Lines lines, RefreshLine.State state) {
    merged
        .brought()
        .forEach(one -> lines.add(one.place(), state, one.before(), one.after(), one.before(), ""));
    merged
        .conflicts()
        .forEach(one ->
            lines.add(
                one.place(),
                RefreshLine.State.CONFLICT,
                one.released(),
                one.planned(),
                one.wiki(),
                ""));
    return merged.conflicts().isEmpty() ? planned : then;
  }

  // Captions and statements.

  /// @return what counts as released from now on; null when that cannot be known
  private @Nullable Map<String, Object> data(
      Released base, PlanEntry planned, Entity read, Lines lines) {
    Map<String, Object> then = base.data();
    if (then == null) {
      lines.add(
          "structured data",
          RefreshLine.State.LEFT,
          "what was released is not known, because the plan was changed in its place: plan into"
              + " another folder and name it with --plan");
      return null;
    }
    Entity entity = read;
    Patience.Trying trying = patience.begin();
    for (int conflicts = 0; ; ) {
      DataMerge merge = entity.merge(then, planned.structuredData());
      if (merge.data().isEmpty() || options.dryRun()) {
        return settled(then, planned, merge, lines, RefreshLine.State.PLANNED);
      }
      Reply<Entity> reply = wiki.editEntity(entity, merge.data(), options.comment());
      if (!(reply instanceof Reply.No<Entity>(ApiFailure failure))) {
        return settled(then, planned, merge, lines, RefreshLine.State.DONE);
      }
      boolean again =
          failure.kind() == FailureClass.EDIT
              ? conflicts++ < CONFLICTS
              : (failure.kind() == FailureClass.WAIT || !failure.certain())
                  && waited(trying, failure);
      Reply<Map<String, Entity>> now = wiki.entities(List.of(entity.id()));
      if (!again || !(now instanceof Reply.Value<Map<String, Entity>>(var entities))) {
        lines.failed("structured data", failure);
        return then;
      }
      entity = entities.getOrDefault(entity.id(), entity);
      if (entity.merge(then, planned.structuredData()).data().isEmpty()) {
        return settled(then, planned, merge, lines, RefreshLine.State.DONE);
      }
    }
  }

  private static Map<String, Object> settled(
      Map<String, Object> then,
      PlanEntry planned,
      DataMerge merge,
      Lines lines,
      RefreshLine.State state) {
    merge
        .brought()
        .forEach(one -> lines.add(one.place(), state, one.before(), one.after(), one.before(), ""));
    merge
        .conflicts()
        .forEach(one ->
            lines.add(
                one.place(),
                RefreshLine.State.CONFLICT,
                one.released(),
                one.planned(),
                one.wiki(),
                ""));
    return merge.conflicts().isEmpty() ? planned.structuredData() : then;
  }

  // The file.

  /// @return SHA-1 of what counts as released from now on
  private String file(Released base, PlanEntry planned, PageNow page, Lines lines) {
    if (planned.sha1().isEmpty()
        || planned.sha1().equals(base.sha1())
        || planned.sha1().equals(page.sha1())) {
      return planned.sha1().equals(page.sha1()) ? planned.sha1() : base.sha1();
    }
    if (!page.sha1().equals(base.sha1())) {
      lines.add(
          "file",
          RefreshLine.State.CONFLICT,
          base.sha1(),
          planned.sha1(),
          page.sha1(),
          "%s put another file there on %s".formatted(page.fileUser(), page.fileAt()));
      return base.sha1();
    }
    Optional<String> unfit = unfit(planned, page);
    if (unfit.isPresent() || options.scans().isBlank()) {
      lines.add(
          "file",
          RefreshLine.State.LEFT,
          base.sha1(),
          planned.sha1(),
          page.sha1(),
          unfit.orElse("a file is replaced only when --new-scans says why"));
      return base.sha1();
    }
    if (options.dryRun()) {
      lines.add("file", RefreshLine.State.PLANNED, base.sha1(), planned.sha1(), page.sha1(), "");
      return base.sha1();
    }
    return replaced(base, planned, page, lines);
  }

  private String replaced(Released base, PlanEntry planned, PageNow page, Lines lines) {
    FileUpload upload =
        new FileUpload(
            files.resolve(planned.file()), planned.bytes(), page.title(), "", options.scans());
    Patience.Trying trying = patience.begin();
    while (true) {
      UploadAnswer answer = wiki.newVersion(upload);
      if (answer
          instanceof UploadAnswer.Warned(String filekey, Map<String, List<String>> warnings)) {
        lines.add(
            "file",
            RefreshLine.State.FAILED,
            base.sha1(),
            planned.sha1(),
            page.sha1(),
            "the wiki warns: " + warnings);
        return base.sha1();
      }
      boolean held =
          wiki.file(page.title()) instanceof Reply.Value<FileOnWiki>(FileOnWiki file)
              && file.holds(planned.sha1());
      if (held) {
        lines.add(
            "file",
            RefreshLine.State.DONE,
            base.sha1(),
            planned.sha1(),
            page.sha1(),
            options.scans());
        return planned.sha1();
      }
      ApiFailure failure =
          answer instanceof UploadAnswer.Failed(ApiFailure why)
              ? why
              : PageRefresh.notShown(page.title());
      if (failure.kind() != FailureClass.WAIT || !waited(trying, failure)) {
        lines.failed("file", failure);
        return base.sha1();
      }
    }
  }

  /// Why the new file is no better one; empty when nothing speaks against it.
  private Optional<String> unfit(PlanEntry planned, PageNow page) {
    Path path = files.resolve(planned.file());
    try {
      String now = Sha1.of(path);
      if (!now.equals(planned.sha1())) {
        return Optional.of(
            "the file changed since it was planned: expected SHA-1 %s, found %s"
                .formatted(planned.sha1(), now));
      }
      ImageFacts facts = Images.inspect(path);
      if (!Images.matches(page.title(), facts)) {
        return Optional.of(
            "the new file is %s, which does not fit the title's ending: it needs a page of its own"
                .formatted(facts.type() == null ? "of an unknown kind" : facts.type()));
      }
      long pixels = (long) facts.width() * facts.height();
      if (pixels > 0 && pixels < page.width() * page.height()) {
        return Optional.of(
            "the new scan is smaller: %d × %d pixels instead of %d × %d"
                .formatted(facts.width(), facts.height(), page.width(), page.height()));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("%s cannot be read (%s)".formatted(path, DurableFiles.reason(e)));
    }
  }

  private static ApiFailure notShown(String title) {
    return new ApiFailure(
        "not-found-yet",
        "the wiki said that it published %s, but does not show it".formatted(title),
        FailureClass.WAIT,
        false,
        "Run the command again: the wiki is asked before anything is sent.",
        null,
        Map.of());
  }

  private static boolean waited(Patience.Trying trying, ApiFailure failure) {
    try {
      return trying.again(failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Collects the lines of one file.
  private static final class Lines {
    private final PlanEntry entry;
    private final String title;
    private final List<RefreshLine> all = new ArrayList<>();

    Lines(PlanEntry entry, String title) {
      this.entry = entry;
      this.title = title;
    }

    void add(String place, RefreshLine.State state, String note) {
      add(place, state, "", "", "", note);
    }

    void add(
        String place,
        RefreshLine.State state,
        String released,
        String planned,
        String wiki,
        String note) {
      all.add(
          new RefreshLine(
              entry.item(), entry.file(), title, place, state, released, planned, wiki, note));
    }

    void failed(String place, ApiFailure failure) {
      add(
          place,
          RefreshLine.State.FAILED,
          "%s: %s. %s".formatted(failure.code(), failure.info(), failure.advice()));
    }
  }
}
