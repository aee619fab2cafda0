package org.handsel.app.web;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.text.Messages;

/// What all pages of one server share. Immutable; safe for threads.
///
/// @param rooms all rooms
record Shell(
    Clock clock,
    Messages messages,
    TemplateEngine templates,
    Assets assets,
    Visitors visitors,
    Flash flash,
    List<Room> rooms) {

  Frame frame(ServedPage page) {
    Visitor visitor = page.visitor();
    Account account = visitor.account();
    String query = page.context().queryString();
    return new Frame(
        visitor.known() ? entries(page, 0, Room.Entry.ASIDE) : List.of(),
        visitor.known() ? entries(page, Room.Entry.ASIDE, Integer.MAX_VALUE) : List.of(),
        messages.languages(),
        visitor.theme(),
        flash.take(page.context()),
        assets.path("workbench.css"),
        List.of(assets.path("htmx.js"), assets.path("workbench.js")),
        assets.path("icon.svg"),
        account == null ? "" : account.name(),
        Gate.reads(page.context()) ? page.path() + (query == null ? "" : "?" + query) : "/");
  }

  private List<Frame.Entry> entries(ServedPage page, int from, int to) {
    return rooms.stream()
        .flatMap(room -> room.navigation().stream())
        .filter(entry -> entry.place() >= from && entry.place() < to)
        .sorted(Comparator.comparingInt(Room.Entry::place))
        .map(entry ->
            new Frame.Entry(entry.path(), page.text(entry.key()), below(page.path(), entry.path())))
        .toList();
  }

  private static boolean below(String path, String entry) {
    return path.equals(entry) || (!entry.equals("/") && path.startsWith(entry + "/"));
  }

  /// A path of this workbench; the start page for everything else, so that no link can send a
  /// person elsewhere.
  static String local(String path) {
    boolean local =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.indexOf('\\') < 0
            && path.chars().noneMatch(Character::isISOControl);
    return local ? path : "/";
  }
}
