package org.handsel.app.web.account;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handsel.platform.Database;
import org.handsel.platform.EditConflict;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The accounts of a workspace, their logins and sessions.
///
/// Without any account a workspace belongs to the one person of a laptop. Passwords are kept as
/// Argon2id hashes, tokens of sessions as SHA-256. Changes stand in the history, never a password,
/// hash, or mail address. An account is disabled, never removed, because the history names it. Safe
/// for use by many threads.
public final class Accounts {
  static final RowMapper<Account> ACCOUNT =
      (row, context) ->
          new Account(
              row.getString("id"),
              row.getString("name"),
              Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
              row.getString("wiki_name"),
              row.getString("language"),
              row.getString("email"),
              row.getBoolean("disabled"),
              row.getLong("version"));

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final Passwords passwords = new Passwords();
  private final Attempts attempts;
  private final Sessions sessions;
  private final String nobodysHash;

  public Accounts(Database database, Clock clock) {
    this.database = database;
    this.history = new History(database, clock);
    this.clock = clock;
    this.ids = new Ids(clock);
    this.attempts = new Attempts(database, clock);
    this.sessions = new Sessions(database, clock);
    // Made once by the same function as all others, so that an unknown name takes as long.
    this.nobodysHash =
        "$argon2id$v=19$m=7168,t=5,p=1$bm9ib2R5IG5vYm9keSBubw$"
            + "bm9ib2R5J3MgaGFzaDogZml0cyBubyBwYXNzd29yZCE";
  }

  /// Whether there is any account, so that a login is needed.
  public boolean any() {
    return database.read(handle ->
        handle.createQuery("select 1 from account limit 1").mapTo(int.class).findOne().isPresent());
  }

  /// All accounts by name.
  public List<Account> all() {
    return database.read(handle ->
        handle.createQuery("select * from account order by name_key").map(ACCOUNT).list());
  }

  public Optional<Account> named(String name) {
    return database.read(handle ->
        handle
            .createQuery("select * from account where name_key = :key")
            .bind("key", key(name))
            .map(ACCOUNT)
            .findOne());
  }

  public Optional<Account> find(String id) {
    return database.read(handle -> one(handle, id));
  }

  /// Adds an account.
  ///
  /// @param password null for an account that can only be used by the login of a wiki
  /// @param wikiName name on the wiki that vouches for the person, or null
  /// @throws HandselException when the name is taken or empty, or the password too short
  public Account add(
      Who who, String name, Role role, @Nullable String password, @Nullable String wikiName) {
    String shown = name.strip();
    if (shown.isEmpty()
        || shown.length() > 100
        || shown.chars().anyMatch(Character::isISOControl)) {
      throw HandselException.usage(
          "account: expected a name of 1 to 100 characters, found \"%s\".".formatted(shown));
    }
    String hash = password == null ? null : passwords.hash(password);
    Account account =
        new Account(
            ids.next(),
            shown,
            role,
            wikiName == null ? null : wikiKey(wikiName),
            null,
            null,
            false,
            1);
    database.write(handle -> {
      int added =
          handle
              .createUpdate(
                  """
                  insert into account (id, name, name_key, password_hash, wiki_name, role, disabled, created_at, version)
                  values (:id, :name, :key, :hash, :wiki, :role, false, :at, 1) on conflict do nothing
                  """)
              .bind("id", account.id())
              .bind("name", shown)
              .bind("key", key(shown))
              .bind("hash", hash)
              .bind("wiki", account.wikiName())
              .bind("role", role.word())
              .bind("at", clock.millis())
              .execute();
      if (added == 0) {
        throw HandselException.usage(
            "account: the name \"%s\" or its wiki account is taken. Choose another name."
                .formatted(shown));
      }
      history.note(handle, who, "account", account.id(), "add", null, remembered(account));
    });
    return account;
  }

  /// Gives another role.
  ///
  /// @param version of the account that the person saw
  /// @throws EditConflict when somebody changed the account meanwhile
  /// @throws HandselException when no administrator would be left
  public void changeRole(Who who, String id, Role role, long version) {
    change(who, id, version, "role", "role = :value", role.word());
  }

  /// Shuts an account out, ending its sessions, or lets it in again.
  public void disable(Who who, String id, boolean disabled, long version) {
    change(who, id, version, disabled ? "disable" : "enable", "disabled = :value", disabled);
  }

  /// The language of a person's pages; null for the browser's.
  public void changeLanguage(String id, @Nullable String language) {
    database.write(handle ->
        handle
            .createUpdate("update account set language = :language where id = :id")
            .bind("language", language)
            .bind("id", id)
            .execute());
  }

  /// Sets a password; all sessions of the account end.
  public void changePassword(Who who, String id, String password) {
    String hash = passwords.hash(password);
    database.write(handle -> {
      handle
          .createUpdate("update account set password_hash = :hash where id = :id")
          .bind("hash", hash)
          .bind("id", id)
          .execute();
      Sessions.endAll(handle, id);
      history.note(handle, who, "account", id, "password", null, null);
    });
  }

  private void change(
      Who who, String id, long version, String action, String column, Object value) {
    database.write(handle -> {
      Account before =
          one(handle, id)
              .orElseThrow(() -> HandselException.usage("account: no account " + id + "."));
      int changed =
          handle
              .createUpdate(
                  "update account set "
                      + column
                      + ", version = version + 1 where id = :id and version = :version")
              .bind("value", value)
              .bind("id", id)
              .bind("version", version)
              .execute();
      if (changed == 0) {
        throw new EditConflict(
            "account", id, history.of("account", id, 1).stream().findFirst().orElse(null));
      }
      Account after = one(handle, id).orElseThrow();
      if (!anyAdministrator(handle)) {
        throw HandselException.usage(
            "account: \"%s\" is the last administrator. Make somebody else one first."
                .formatted(before.name()));
      }
      if (after.disabled()) {
        Sessions.endAll(handle, id);
      }
      history.note(handle, who, "account", id, action, remembered(before), remembered(after));
    });
  }

  private static boolean anyAdministrator(Handle handle) {
    return handle
        .createQuery("select 1 from account where role = 'admin' and not disabled limit 1")
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  /// Logs in by name and password.
  ///
  /// @param address from which the attempt comes
  public LoginOutcome logIn(String name, String password, String address) {
    String key = key(name);
    var wait = attempts.begin(key, address);
    if (wait.isPresent()) {
      return new LoginOutcome.Wait(wait.get());
    }
    if (!passwords.fits(password, hash(key))) {
      return new LoginOutcome.Refused();
    }
    attempts.succeeded(key, address);
    return named(name)
        .<LoginOutcome>map(account -> new LoginOutcome.Granted(account, sessions.open(account)))
        .orElseGet(LoginOutcome.Refused::new);
  }

  /// Whether this is the account's password; counts as an attempt, so that an open browser is no
  /// way to guess it.
  public boolean passwordFits(Account account, String password) {
    String key = key(account.name());
    if (attempts.begin(key, "settings").isPresent()) {
      return false;
    }
    boolean fits = passwords.fits(password, hash(key));
    if (fits) {
      attempts.succeeded(key, "settings");
    }
    return fits;
  }

  private String hash(String key) {
    return database
        .read(handle ->
            handle
                .createQuery(
                    "select password_hash from account where name_key = :key and not disabled")
                .bind("key", key)
                .mapTo(String.class)
                .findOne())
        .orElse(nobodysHash);
  }

  /// Logs in a person for whom a wiki vouches; the account must have been added with that wiki
  /// name. The wiki's own id is noted at the first login and must be the same later, so that
  /// somebody who takes over a freed name is not let in.
  public LoginOutcome logInByWiki(String wikiName, String wikiId) {
    Optional<Account> account =
        database.writeAndGet(handle -> {
          int fits =
              handle
                  .createUpdate(
                      """
                      update account set wiki_id = :id
                      where wiki_name = :name and not disabled and (wiki_id is null or wiki_id = :id)
                      """)
                  .bind("id", wikiId)
                  .bind("name", wikiKey(wikiName))
                  .execute();
          return fits == 0
              ? Optional.<Account>empty()
              : handle
                  .createQuery("select * from account where wiki_id = :id")
                  .bind("id", wikiId)
                  .map(ACCOUNT)
                  .findOne();
        });
    return account
        .<LoginOutcome>map(known -> new LoginOutcome.Granted(known, sessions.open(known)))
        .orElseGet(LoginOutcome.Refused::new);
  }

  /// The session of a token, if it is there and not over.
  public Optional<Session> session(String token) {
    return sessions.find(token);
  }

  public void logOut(String token) {
    sessions.end(token);
  }

  static Optional<Account> one(Handle handle, String id) {
    return handle
        .createQuery("select * from account where id = :id")
        .bind("id", id)
        .map(ACCOUNT)
        .findOne();
  }

  private static Map<String, Object> remembered(Account account) {
    Map<String, Object> kept = new TreeMap<>();
    kept.put("name", account.name());
    kept.put("role", account.role().word());
    kept.put("disabled", account.disabled());
    return kept;
  }

  /// Names that look alike are the same name.
  private static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /// MediaWiki's form of a user name: blanks for underscores, the first letter a capital.
  private static String wikiKey(String name) {
    String plain = name.strip().replace('_', ' ');
    return plain.isEmpty()
        ? plain
        : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }
}
