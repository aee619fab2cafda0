package org.handsel.app.web.rooms;

import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.platform.HandselException;
import org.handsel.platform.Settings;

/// The settings as they are, the own password, and the accounts of the group.
final class SettingsRoom implements Room {
  private static final int LEAST_PASSWORD = 10;
  private static final int MOST_PASSWORD = 200;

  private final Settings settings;
  private final String file;
  private final Accounts accounts;

  SettingsRoom(Workbench.Parts parts) {
    this.settings = parts.settings();
    this.file = parts.workspace().settings().toString();
    this.accounts = parts.accounts();
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(95, "/settings", "settings.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/settings", Role.VIEWER, page -> show(page, 200, page.form(Map.of())));
    routes.post("/settings/password", Role.VIEWER, this::password);
    routes.post("/settings/accounts", Role.ADMIN, this::add);
    routes.post("/settings/accounts/{id}/role", Role.ADMIN, this::role);
    routes.post("/settings/accounts/{id}/access", Role.ADMIN, this::access);
  }

  private void show(Page page, int status, Form form) {
    boolean admin = page.may(Role.ADMIN);
    List<SettingsView.Value> values =
        admin
            ? settings.all().stream()
                .map(setting ->
                    new SettingsView.Value(
                        setting.name(),
                        // The address of a database may carry a password.
                        settings.get(setting.name()).orElse("").replaceAll("[?].*", "?…"),
                        setting.meaning()))
                .toList()
            : List.of();
    page.show(
        status,
        "settings/settings.jte",
        new SettingsView(
            admin ? file : "",
            values,
            admin ? accounts.all() : List.of(),
            accounts.find(page.who().id()).isPresent(),
            form));
  }

  private void password(Page page) {
    Form form = page.form();
    Account account = accounts.find(page.who().id()).orElseThrow(page::notFound);
    String fresh = fresh(form, "new-password");
    if (!form.value("again-password").equals(fresh)) {
      form.problem("again-password", "settings.password.differs");
    }
    if (form.good() && !accounts.passwordFits(account, form.value("old-password"))) {
      form.problem("old-password", "settings.password.wrong");
    }
    if (!form.good()) {
      show(page, 422, form);
      return;
    }
    accounts.changePassword(page.who(), account.id(), fresh);
    page.notice(Notice.Kind.SUCCESS, "settings.password.changed");
    page.redirect("/login");
  }

  private static String fresh(Form form, String field) {
    String password = form.value(field);
    if (password.length() < LEAST_PASSWORD || password.length() > MOST_PASSWORD) {
      form.problem(field, "settings.password.length", LEAST_PASSWORD, MOST_PASSWORD);
    }
    return password;
  }

  private void add(Page page) {
    Form form = page.form();
    String name = form.required("name", 100);
    Role role = form.choice("role", Role.class).orElse(Role.VIEWER);
    String wiki = form.text("wiki", 100);
    String password = form.value("first-password");
    if (!password.isEmpty() || wiki.isEmpty()) {
      fresh(form, "first-password");
    }
    if (form.good() && !accounts.any() && role != Role.ADMIN) {
      form.problem("role", "settings.accounts.first");
    }
    if (form.good() && accounts.named(name).isPresent()) {
      form.problem("name", "settings.accounts.taken");
    }
    if (!form.good()) {
      show(page, 422, form);
      return;
    }
    try {
      accounts.add(
          page.who(),
          name,
          role,
          password.isEmpty() ? null : password,
          wiki.isEmpty() ? null : wiki);
    } catch (HandselException e) {
      form.problem("name", "settings.accounts.taken");
      show(page, 422, form);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "settings.accounts.added", name);
    page.redirect("/settings");
  }

  private void role(Page page) {
    Form form = page.form();
    Role role = form.choice("role", Role.class).orElseThrow(page::notFound);
    accounts.changeRole(page.who(), page.part("id"), role, version(form));
    page.notice(Notice.Kind.SUCCESS, "settings.accounts.changed");
    page.redirect("/settings");
  }

  private void access(Page page) {
    Form form = page.form();
    accounts.disable(page.who(), page.part("id"), form.ticked("disabled"), version(form));
    page.notice(Notice.Kind.SUCCESS, "settings.accounts.changed");
    page.redirect("/settings");
  }

  private static long version(Form form) {
    return form.number("version", 0, Long.MAX_VALUE).orElse(0L);
  }
}
