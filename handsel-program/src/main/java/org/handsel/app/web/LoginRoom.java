package org.handsel.app.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.LoginOutcome;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.account.WikiLogin;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Login, logout, and the choice of language and colours.
///
/// A form that was sent after the session had ended is carried through the login: its fields go
/// along as `kept.…`, and afterwards the person sends it with one button; nothing is sent unseen.
final class LoginRoom implements Room {
  private static final Logger LOG = LoggerFactory.getLogger(LoginRoom.class);
  private static final Set<String> OPEN =
      Set.of("/login", "/login/wiki", "/login/wiki/back", "/logout", "/appearance");
  private static final String KEPT = "kept.";
  private static final String WAY = "handsel-way";

  private final Accounts accounts;
  private final Visitors visitors;
  private final WebOptions options;

  LoginRoom(Accounts accounts, Visitors visitors, WebOptions options) {
    this.accounts = accounts;
    this.visitors = visitors;
    this.options = options;
  }

  /// Whether a path needs no login.
  static boolean open(String path) {
    return OPEN.contains(path);
  }

  static String path(ServedPage page) {
    String query = page.context().queryString();
    String here = page.path() + (query == null ? "" : "?" + query);
    return here.equals("/")
        ? "/login"
        : "/login?back=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
  }

  static LoginView interrupted(ServedPage page, String path, List<Form.Kept> kept) {
    return new LoginView(page.form(Map.of()), page.text("shell.login.over"), "/", path, kept, "");
  }

  @Override
  public String name() {
    return "shell";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/login", Role.VIEWER, this::show);
    routes.post("/login", Role.VIEWER, this::logIn);
    routes.post("/logout", Role.VIEWER, this::logOut);
    routes.post("/appearance", Role.VIEWER, this::appearance);
    if (options.oauth() != null) {
      routes.get("/login/wiki", Role.VIEWER, this::toWiki);
      routes.get("/login/wiki/back", Role.VIEWER, this::fromWiki);
    }
  }

  private String wiki() {
    WebOptions.Provider provider = options.oauth();
    return provider == null ? "" : String.valueOf(URI.create(provider.url()).getHost());
  }

  private void show(Page page) {
    if (((ServedPage) page).visitor().known()) {
      page.redirect(page.query("back"));
      return;
    }
    page.show("login.jte", view(page, "", Shell.local(page.query("back")), List.of()));
  }

  private LoginView view(Page page, String message, String back, List<Form.Kept> kept) {
    Form form = Gate.reads(((ServedPage) page).context()) ? page.form(Map.of()) : page.form();
    return new LoginView(form, message, back, form.value("resend-to"), kept, wiki());
  }

  private void logIn(Page page) {
    ServedPage served = (ServedPage) page;
    Form form = page.form();
    String name = form.required("name", 100);
    String password = form.value("password");
    List<Form.Kept> kept = kept(served.context());
    String back = Shell.local(form.value("back"));
    if (!form.good()) {
      page.show(422, "login.jte", view(page, "", back, kept));
      return;
    }
    switch (accounts.logIn(name, password, address(served.context()))) {
      case LoginOutcome.Granted granted ->
          enter(served, granted, back, form.value("resend-to"), kept);
      case LoginOutcome.Refused refused ->
          page.show(422, "login.jte", view(page, page.text("shell.login.refused"), back, kept));
      case LoginOutcome.Wait wait -> {
        long seconds = Math.max(1, wait.time().toSeconds() + 1);
        served.context().header("Retry-After", String.valueOf(seconds));
        page.show(429, "login.jte", view(page, page.text("shell.login.wait", seconds), back, kept));
      }
    }
  }

  private void enter(
      ServedPage page,
      LoginOutcome.Granted granted,
      String back,
      String resendTo,
      List<Form.Kept> kept) {
    String old = page.context().cookie(Visitors.SESSION);
    if (old != null) {
      accounts.logOut(old);
    }
    visitors.loggedIn(page.context(), granted.token());
    if (resendTo.isEmpty()) {
      page.redirect(back);
      return;
    }
    Visitor before = page.visitor();
    Account account = granted.account();
    String csrf = accounts.session(granted.token()).orElseThrow().csrf();
    Visitor visitor =
        new Visitor(
            account.who(), account.role(), true, account, csrf, before.words(), before.theme());
    ServedPage next = page.as(visitor);
    next.show(
        "resend.jte",
        new Resend(
            next.text("shell.resend.title"),
            next.text("shell.resend.text"),
            Shell.local(resendTo),
            kept));
  }

  private static List<Form.Kept> kept(Context context) {
    List<Form.Kept> kept = new ArrayList<>();
    Problems.fields(context)
        .forEach((name, values) -> {
          if (name.startsWith(KEPT)) {
            values.forEach(value -> kept.add(new Form.Kept(name.substring(KEPT.length()), value)));
          }
        });
    return kept;
  }

  private void logOut(Page page) {
    visitors.loggedOut(((ServedPage) page).context());
    page.redirect("/");
  }

  private void appearance(Page page) {
    ServedPage served = (ServedPage) page;
    Form form = page.form();
    String theme = form.value("theme");
    if (Set.of("light", "dark", "auto").contains(theme)) {
      visitors.set(served.context(), Visitors.THEME, theme, 365 * 24 * 3600);
    }
    String language = form.value("language");
    if (language.matches("[A-Za-z0-9-]{2,20}")) {
      visitors.set(served.context(), Visitors.LANGUAGE, language, 365 * 24 * 3600);
      Account account = served.visitor().account();
      if (account != null) {
        accounts.changeLanguage(account.id(), language);
      }
    }
    page.redirect(form.value("back"));
  }

  private void toWiki(Page page) {
    WikiLogin.Way way = provider(page).begin();
    Context context = ((ServedPage) page).context();
    visitors.set(context, WAY, way.state() + "." + way.verifier(), 600);
    context.status(303).header("Location", way.address());
  }

  private void fromWiki(Page page) {
    ServedPage served = (ServedPage) page;
    String[] way = String.valueOf(served.context().cookie(WAY)).split("[.]");
    visitors.forget(served.context(), WAY);
    if (way.length != 2 || page.query("state").isEmpty() || !way[0].equals(page.query("state"))) {
      throw new PageProblem(400, "state");
    }
    try {
      WikiLogin.Person person = provider(page).finish(page.query("code"), way[1]);
      switch (accounts.logInByWiki(person.name(), person.id())) {
        case LoginOutcome.Granted granted -> enter(served, granted, "/", "", List.of());
        case LoginOutcome.Refused refused -> refuse(page, "shell.login.unknown", person.name());
        case LoginOutcome.Wait wait -> refuse(page, "shell.login.refused");
      }
    } catch (HandselException e) {
      LOG.warn("login by the wiki: {}", e.getMessage());
      refuse(page, "shell.login.wikifailed");
    }
  }

  private void refuse(Page page, String key, Object... arguments) {
    page.show(403, "login.jte", view(page, page.text(key, arguments), "/", List.of()));
  }

  private WikiLogin provider(Page page) {
    WebOptions.Provider provider = java.util.Objects.requireNonNull(options.oauth());
    String base =
        options.address().orElseGet(() -> "http://" + ((ServedPage) page).context().host());
    return new WikiLogin(
        provider.url(), provider.client(), provider.secret(), base + "/login/wiki/back");
  }

  /// The address of the person; behind a web server of our own on this machine, the one it tells.
  private String address(Context context) {
    String peer = context.ip();
    String forwarded = context.header("X-Forwarded-For");
    if (options.publicAddress() == null || forwarded == null || !loopback(peer)) {
      return peer;
    }
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.length() > 60 || last.isEmpty() ? peer : last;
  }

  private static boolean loopback(@Nullable String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
