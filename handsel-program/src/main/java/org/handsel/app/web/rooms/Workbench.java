package org.handsel.app.web.rooms;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handsel.app.reconciliation.Reconciliation;
import org.handsel.app.web.OpenService;
import org.handsel.app.web.Room;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.WebServer;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.agreements.AgreementRooms;
import org.handsel.app.web.guide.Guides;
import org.handsel.app.web.impact.ImpactRooms;
import org.handsel.app.web.letters.ConditionsRoom;
import org.handsel.app.web.mapping.MappingRooms;
import org.handsel.app.web.prospects.ProspectRooms;
import org.handsel.app.web.register.RegisterRooms;
import org.handsel.app.web.talks.TalkRooms;
import org.handsel.app.web.text.Messages;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Once;
import org.handsel.platform.Secrets;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;
import org.handsel.readiness.audit.AuditTexts;
import org.handsel.rights.conditions.Conditions;
import org.jspecify.annotations.Nullable;

/// The workbench of a workspace: all rooms behind one server.
public final class Workbench {
  /// Probability from which the reconciliation service calls a match certain; that of `authority
  /// link` as well.
  private static final double ACCEPT = 0.95;

  private Workbench() {}

  /// What rooms are made from.
  ///
  /// @param institutions the register, one for all rooms because it keeps an index in memory
  /// @param reconciliation the service for other programs, or null when no authority file was named
  public record Parts(
      Workspace workspace,
      Settings settings,
      Database database,
      Accounts accounts,
      History history,
      Institutions institutions,
      @Nullable Reconciliation reconciliation,
      Clock clock) {
    public static Parts of(Workspace workspace, Settings settings, Database database, Clock clock) {
      History history = new History(database, clock);
      return new Parts(
          workspace,
          settings,
          database,
          new Accounts(database, clock),
          history,
          new Institutions(database, history, clock),
          null,
          clock);
    }

    public Parts with(Reconciliation service) {
      return new Parts(
          workspace, settings, database, accounts, history, institutions, service, clock);
    }
  }

  /// All rooms. A feature adds its own here.
  public static List<Room> rooms(Parts parts) {
    Guides guides = new Guides(parts.database(), parts.history(), parts.clock());
    Once<Conditions> conditions = Once.of(Conditions::load);
    List<Room> rooms = new ArrayList<>();
    rooms.add(new StartRoom(parts));
    rooms.addAll(
        TalkRooms.of(
            parts.database(),
            parts.history(),
            parts.institutions(),
            parts.accounts(),
            guides,
            conditions,
            parts.clock()));
    rooms.addAll(
        RegisterRooms.of(parts.database(), parts.history(), parts.institutions(), parts.clock()));
    rooms.add(
        new ConditionsRoom(
            parts.database(), parts.history(), parts.institutions(), conditions, parts.clock()));
    rooms.addAll(
        AgreementRooms.of(
            parts.database(),
            parts.history(),
            parts.institutions(),
            parts.clock(),
            parts.settings().get("community").orElse("")));
    rooms.addAll(
        ProspectRooms.of(
            parts.database(),
            parts.history(),
            parts.institutions(),
            parts.workspace().create().scratch(),
            parts.clock()));
    rooms.add(guides);
    rooms.add(new ReadinessRoom(parts));
    rooms.add(new LinksRoom(parts));
    rooms.addAll(
        MappingRooms.of(
            parts.workspace(),
            parts.settings(),
            parts.database(),
            parts.history(),
            parts.reconciliation()));
    Cockpits cockpits = new Cockpits();
    rooms.add(new ReleasesRoom(parts, cockpits));
    rooms.add(new PlanRoom(parts, cockpits));
    rooms.addAll(
        ImpactRooms.of(parts.database(), parts.history(), parts.institutions(), parts.clock()));
    rooms.add(new HistoryRoom(parts));
    rooms.add(new SettingsRoom(parts));
    rooms.add(new ExportsRoom(parts));
    return List.copyOf(rooms);
  }

  /// Texts of the shell and all rooms, and the languages that the workspace adds in its folder
  /// `languages`.
  public static Messages messages(Parts parts) {
    return messages(parts, rooms(parts));
  }

  private static Messages messages(Parts parts, List<Room> rooms) {
    List<String> names = new ArrayList<>(List.of("shell"));
    rooms.forEach(room -> names.add(room.name()));
    return Messages.load(
        WebServer.class,
        names,
        AuditTexts::all,
        parts.workspace().home().resolve("languages"),
        zone(parts.settings()));
  }

  /// Starts the server; it does not own the database.
  public static WebServer start(Parts parts, String host, int port) {
    return start(parts, options(parts, host, port));
  }

  private static WebOptions options(Parts parts, String host, int port) {
    return new WebOptions(
        host,
        port,
        parts.settings().get("web.address").orElse(null),
        parts.settings().get("name").orElse("me"),
        provider(parts).orElse(null));
  }

  /// The same parts with a reconciliation service over authority files; where others can reach the
  /// workbench at this host, its calls need a token.
  public static Parts reconciling(
      Parts parts, String host, int port, List<Reconciliation.Source> authorities) {
    String token = options(parts, host, port).reachableByOthers() ? token(parts) : "";
    return parts.with(Reconciliation.over(authorities, ACCEPT, token));
  }

  /// Starts the server with other options than those of the settings.
  public static WebServer start(Parts parts, WebOptions options) {
    List<Room> rooms = rooms(parts);
    return WebServer.start(
        options,
        parts.accounts(),
        rooms,
        messages(parts, rooms),
        Stream.ofNullable(parts.reconciliation()).map(OpenService.class::cast).toList(),
        parts.workspace().create().scratch(),
        parts.clock());
  }

  /// The token of the reconciliation service; made when it is asked for first.
  private static String token(Parts parts) {
    Secrets kept = new Secrets(parts.workspace(), java.util.Map.of());
    return kept.password("reconcile", "token")
        .orElseGet(() -> {
          byte[] bytes = new byte[18];
          new SecureRandom().nextBytes(bytes);
          String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
          kept.keep("reconcile", "token", fresh);
          return fresh;
        });
  }

  private static Optional<WebOptions.Provider> provider(Parts parts) {
    Optional<String> url = parts.settings().get("oauth.url");
    Optional<String> client = parts.settings().get("oauth.client");
    if (url.isEmpty() || client.isEmpty()) {
      return Optional.empty();
    }
    // Not the environment's password, which is the one of the account that uploads.
    Secrets kept = new Secrets(parts.workspace(), java.util.Map.of());
    String secret =
        kept.password(url.get(), client.get())
            .orElseThrow(() ->
                HandselException.usage(
                    "setting oauth.client: no secret is kept for it. Run \"handsel account"
                        + " oauth-secret\" first."));
    return Optional.of(new WebOptions.Provider(url.get(), client.get(), secret));
  }

  private static ZoneId zone(Settings settings) {
    String zone = settings.get("zone").orElse("");
    try {
      return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw HandselException.usage(
          "setting zone: expected a time zone such as Europe/Berlin, found \"%s\"."
              .formatted(zone));
    }
  }
}
