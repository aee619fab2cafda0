package org.handsel.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.platform.Progress;
import org.handsel.release.back.FilePlace;
import org.handsel.release.back.PartnerFolder;
import org.handsel.release.back.SourceLink;
import org.handsel.release.back.SourceLinks;
import org.handsel.release.back.WikiChange;
import org.handsel.release.merge.PageChange;
import org.handsel.release.merge.PageMerge;
import org.handsel.wiki.api.DataChange;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.LogEntry;
import org.handsel.wiki.api.PageNow;
import org.handsel.wiki.api.PageText;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;

/// Finds out what a wiki's people changed on the pages of a release since it was released or
/// refreshed last, where each file is now, and which were deleted and why. Asks only; changes
/// nothing.
public final class ReleaseChanges {
  private static final int AT_ONCE = 20;
  private static final int MOST_MOVES = 5;

  /// Parameters that describe what is seen.
  private static final Set<String> DESCRIPTIONS = Set.of("description", "title");

  private final Wiki wiki;
  private final List<WikiChange> changes = new ArrayList<>();
  private final List<FilePlace> places = new ArrayList<>();
  private final List<SourceLinks.Page> pages = new ArrayList<>();
  private final boolean links;

  private ReleaseChanges(Wiki wiki, boolean links) {
    this.wiki = wiki;
    this.links = links;
  }

  /// What was found.
  ///
  /// @param files released files that were asked for
  /// @param changes what people changed
  /// @param places where each file is
  /// @param links empty when no links were asked
  public record Found(
      int files, List<WikiChange> changes, List<FilePlace> places, List<SourceLink> links) {
    public Found {
      changes = List.copyOf(changes);
      places = List.copyOf(places);
      links = List.copyOf(links);
    }
  }

  /// Asks the wiki and writes the folder for the institution.
  ///
  /// @param links asks for the links of the pages; null to leave them alone
  /// @throws org.handsel.platform.HandselException with exit 2 when there is no plan, with exit 3
  ///   when the wiki gives no usable answer
  public static Found write(
      Path folder,
      WikiAddress address,
      WikiSettings settings,
      @Nullable SourceLinks links,
      Path out,
      Progress progress) {
    ReleaseFolder release = ReleaseFolder.open(folder);
    try (Wiki wiki = Wiki.open(address, settings)) {
      ReleaseChanges changes = new ReleaseChanges(wiki, links != null);
      int files = changes.ask(release.index(), Ledger.read(release), progress);
      Found found =
          new Found(
              files,
              changes.changes,
              changes.places,
              links == null ? List.of() : links.ask(changes.pages, Progress.NONE));
      PartnerFolder.write(out, found.changes(), found.places(), found.links());
      return found;
    }
  }

  private int ask(PlanIndex plan, LedgerState ledger, Progress progress) {
    List<PlanIndex.Line> released =
        plan.lines().stream().filter(line -> ledger.of(line.key()).onWiki()).toList();
    progress.total(released.size());
    boolean data = true;
    for (int from = 0; from < released.size(); from += AT_ONCE) {
      List<PlanEntry> some =
          plan.entries(released.subList(from, Math.min(released.size(), from + AT_ONCE)));
      List<Long> ids = some.stream().map(entry -> ledger.of(FileKey.of(entry)).pageId()).toList();
      Map<Long, PageNow> now = wiki.pages(ids).orThrow(wiki.api() + ", what became of the pages");
      Map<String, Entity> entities = Map.of();
      if (data) {
        Reply<Map<String, Entity>> reply = wiki.entities(ids.stream().map(id -> "M" + id).toList());
        data = !(reply instanceof Reply.No<?>(var failure) && failure.code().equals("badvalue"));
        entities =
            data ? reply.orThrow(wiki.api() + ", the structured data of the files") : Map.of();
      }
      for (PlanEntry entry : some) {
        FileState state = ledger.of(FileKey.of(entry));
        PageNow page = now.getOrDefault(state.pageId(), PageNow.gone(state.pageId()));
        one(
            entry,
            state,
            Released.of(entry, state, ledger.refreshed(FileKey.of(entry))),
            page,
            data ? entities.getOrDefault("M" + page.id(), Entity.none("M" + page.id())) : null);
        progress.step(1, page.title());
      }
    }
    return released.size();
  }

  private void one(
      PlanEntry entry, FileState state, Released base, PageNow page, @Nullable Entity entity) {
    if (!page.exists()) {
      gone(entry, state);
      return;
    }
    String url = page.url().isEmpty() ? state.url() : page.url();
    if (page.redirect()) {
      place(entry, page.title(), page.id(), url, "redirect", "points to another page now");
      add(entry, page, url, "deleted", "page", base.title(), "", "points to another page now");
      return;
    }
    if (links) {
      pages.add(new SourceLinks.Page(entry.item(), page.title(), SourceLinks.of(page.text())));
    }
    boolean moved = !page.title().equals(base.title());
    if (moved) {
      Optional<LogEntry> log = log(wiki.move(base.title()));
      String note = log.map(ReleaseChanges::words).orElse("");
      place(entry, page.title(), page.id(), url, "moved", note);
      changes.add(
          new WikiChange(
              entry.item(),
              entry.file(),
              page.title(),
              url,
              "name",
              "title",
              base.title(),
              page.title(),
              log.map(LogEntry::user).orElse(page.user()),
              log.map(LogEntry::at).orElse(page.at()),
              log.map(LogEntry::comment).orElse("")));
    } else {
      boolean ours = state.kind() == FileState.Kind.PROVEN;
      place(entry, page.title(), page.id(), url, ours ? "there" : "already-there", "");
    }
    // Of files that others brought nothing was released that could have been changed.
    if (state.kind() == FileState.Kind.PROVEN) {
      changed(entry, state, base, page, url, entity);
    }
  }

  private void changed(
      PlanEntry entry,
      FileState state,
      Released base,
      PageNow page,
      String url,
      @Nullable Entity entity) {
    if (!page.sha1().isEmpty() && !page.sha1().equals(base.sha1())) {
      changes.add(
          new WikiChange(
              entry.item(),
              entry.file(),
              page.title(),
              url,
              "file",
              "file",
              base.sha1(),
              page.sha1(),
              page.fileUser(),
              page.fileAt(),
              "%d × %d pixels".formatted(page.width(), page.height())));
    }
    String then =
        base.wikitext() != null
            ? base.wikitext()
            : wiki.firstRevision(page.id())
                .orThrow(page.title() + ", its first revision")
                .map(PageText::text)
                .orElse("");
    for (PageChange change : PageMerge.changes(then, page.text())) {
      add(
          entry,
          page,
          url,
          kind(change.place()),
          change.place(),
          change.before(),
          change.after(),
          "");
    }
    Map<String, Object> data = base.data();
    if (entity != null && data != null && state.data().equals("done")) {
      for (DataChange change : entity.changesSince(data)) {
        String kind =
            change.place().startsWith("caption")
                ? "caption"
                : change.place().equals("P180") ? "depicts" : "statement";
        add(entry, page, url, kind, change.place(), change.before(), change.after(), "");
      }
    }
  }

  private static String kind(String place) {
    if (place.startsWith("category: ")) {
      return "category";
    }
    if (place.equals("text") || place.startsWith("template")) {
      return place.startsWith("template") ? "template" : "text";
    }
    String field = place.substring(place.indexOf(": ") + 2).toLowerCase(Locale.ROOT);
    return DESCRIPTIONS.contains(field) ? "description" : "correction";
  }

  /// Follows the log: a page may have been moved before it was deleted.
  private void gone(PlanEntry entry, FileState state) {
    String title = state.title();
    Optional<LogEntry> why = Optional.empty();
    for (int i = 0; i < MOST_MOVES && why.isEmpty(); i++) {
      why = log(wiki.deletion(title));
      if (why.isEmpty()) {
        String next = log(wiki.move(title)).map(LogEntry::target).orElse("");
        if (next.isEmpty()) {
          break;
        }
        title = next;
      }
    }
    String note = why.map(ReleaseChanges::words).orElse("the wiki's logs do not say why");
    place(entry, title, state.pageId(), state.url(), "deleted", note);
    changes.add(
        new WikiChange(
            entry.item(),
            entry.file(),
            title,
            state.url(),
            "deleted",
            "page",
            state.title(),
            "",
            why.map(LogEntry::user).orElse(""),
            why.map(LogEntry::at).orElse(""),
            why.map(LogEntry::comment).orElse("")));
  }

  private Optional<LogEntry> log(Reply<Optional<LogEntry>> reply) {
    return reply.orThrow(wiki.api() + ", its logs");
  }

  private static String words(LogEntry entry) {
    return "by %s on %s%s"
        .formatted(
            entry.user(), entry.at(), entry.comment().isEmpty() ? "" : ": " + entry.comment());
  }

  private void add(
      PlanEntry entry,
      PageNow page,
      String url,
      String kind,
      String place,
      String before,
      String after,
      String note) {
    changes.add(
        new WikiChange(
            entry.item(),
            entry.file(),
            page.title(),
            url,
            kind,
            place,
            before,
            after,
            page.user(),
            page.at(),
            note));
  }

  private void place(
      PlanEntry entry, String title, long page, String url, String state, String note) {
    places.add(new FilePlace(entry.item(), entry.file(), title, page, url, state, note));
  }
}
