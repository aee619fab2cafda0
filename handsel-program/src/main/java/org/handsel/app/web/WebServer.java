package org.handsel.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Messages;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workbench's web server.
///
/// Serves the pages of its rooms to one person on this machine, or to the accounts of a group.
/// Every answer forbids foreign content and framing, every form is checked for role, origin and
/// token, and what goes wrong becomes a page that keeps what was typed. Safe for threads.
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  static final String VISITOR = "handsel.visitor";
  private static final long FORM_BYTES = 2_000_000;
  private static final long UPLOAD_BYTES = 1L << 30;

  private final Javalin javalin;
  private final WebOptions options;

  private WebServer(Javalin javalin, WebOptions options) {
    this.javalin = javalin;
    this.options = options;
  }

  /// Starts the server.
  ///
  /// @param messages with the texts of `shell` and of all rooms
  /// @param services interfaces for programs beside the pages
  /// @param scratch folder for files that are sent
  /// @throws HandselException when the port is taken, or when others could reach a workspace that
  ///   has no accounts
  public static WebServer start(
      WebOptions options,
      Accounts accounts,
      List<Room> rooms,
      Messages messages,
      List<OpenService> services,
      Path scratch,
      Clock clock) {
    refuseOpenDoor(options, accounts);
    Visitors visitors = new Visitors(accounts, messages, options.nameOfMe(), options.secure());
    List<Room> all = new ArrayList<>(rooms);
    all.add(new LoginRoom(accounts, visitors, options));
    Shell shell =
        new Shell(
            clock,
            messages,
            TemplateEngine.createPrecompiled(ContentType.Html),
            new Assets(),
            visitors,
            new Flash(visitors),
            List.copyOf(all));
    Gate gate = new Gate(hosts(options), services);
    Problems problems = new Problems(shell);
    Javalin javalin =
        Javalin.create(config -> {
          configure(config, scratch, shell, gate, problems);
          services.forEach(service -> ServiceDoor.open(config, service, options));
        });
    try {
      javalin.start(options.host(), options.port());
    } catch (JavalinBindException e) {
      throw HandselException.environment(
          "workbench: cannot listen on port %d of %s. Choose another port with --port, or 0 for any."
              .formatted(options.port(), options.host()),
          e);
    }
    Thread.ofPlatform().daemon().name("preparing").start(() -> prepare(rooms));
    return new WebServer(javalin, options);
  }

  private static void prepare(List<Room> rooms) {
    try {
      rooms.forEach(Room::prepare);
      // What was read to build the lists is garbage now, and the workbench runs for weeks.
      System.gc();
    } catch (RuntimeException e) {
      // Whoever opens the page sees what is wrong; or the workbench was closed meanwhile.
      LOG.debug("a room was not prepared", e);
    }
  }

  private static void configure(
      JavalinConfig config, Path scratch, Shell shell, Gate gate, Problems problems) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = FORM_BYTES;
    config.http.prefer405over404 = true;
    config.jetty.multipartConfig.cacheDirectory(scratch.toString());
    config.jetty.multipartConfig.maxFileSize(UPLOAD_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(UPLOAD_BYTES, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.before(gate::check);
    config.routes.get(
        "/assets/{hash}/{name}",
        context -> {
          if (!shell.assets().answer(context)) {
            throw new PageProblem(404, "missing");
          }
        });
    config.routes.exception(Exception.class, problems::answer);
    RouteTable routes = new RouteTable(config, shell, problems);
    shell.rooms().forEach(room -> room.addTo(routes));
  }

  /// The routes of the rooms, each behind the checks.
  private record RouteTable(JavalinConfig config, Shell shell, Problems problems)
      implements Routes {
    @Override
    public void get(String path, Role least, PageHandler handler) {
      config.routes.get(path, checked(least, 0, handler));
    }

    @Override
    public void open(String path, PageHandler handler) {
      config.routes.get(
          path,
          context -> {
            Visitor visitor = shell.visitors().identify(context);
            context.attribute(VISITOR, visitor);
            handler.answer(new ServedPage(shell, context, visitor));
          });
    }

    @Override
    public void post(String path, Role least, PageHandler handler) {
      config.routes.post(path, checked(least, 0, handler));
    }

    @Override
    public void upload(String path, Role least, long mostBytes, PageHandler handler) {
      config.routes.post(path, checked(least, mostBytes, handler));
    }

    private Handler checked(Role least, long mostBytes, PageHandler handler) {
      return context -> {
        size(context, mostBytes);
        Visitor visitor = shell.visitors().identify(context);
        context.attribute(VISITOR, visitor);
        ServedPage page = new ServedPage(shell, context, visitor);
        if (!visitor.known() && !LoginRoom.open(context.path())) {
          problems.askForLogin(page);
        } else if (!visitor.role().includes(least)) {
          throw new PageProblem(403, "role");
        } else if (!Gate.reads(context) && !tokenFits(context, visitor)) {
          problems.resend(context, 403, "token", page);
        } else {
          handler.answer(page);
        }
      };
    }

    private static boolean tokenFits(Context context, Visitor visitor) {
      String token = context.header("X-CSRF-Token");
      String sent = token == null ? context.formParam("csrf") : token;
      return sent != null
          && java.security.MessageDigest.isEqual(
              sent.getBytes(java.nio.charset.StandardCharsets.UTF_8),
              visitor.csrf().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void size(Context context, long mostBytes) {
      if (Gate.reads(context)) {
        return;
      }
      boolean multipart = context.isMultipart();
      if (multipart && mostBytes == 0) {
        throw new PageProblem(400, "address");
      }
      long length = context.req().getContentLengthLong();
      if (length > (multipart ? mostBytes : FORM_BYTES) || (multipart && length < 0)) {
        throw new PageProblem(413, "large");
      }
    }
  }

  private static void refuseOpenDoor(WebOptions options, Accounts accounts) {
    if (options.reachableByOthers() && !accounts.any()) {
      throw HandselException.usage(
          "serve: others could reach the workbench at %s, but the workspace has no accounts. Run \"handsel account add NAME --role admin\" first."
              .formatted(options.address().orElse(options.host())));
    }
  }

  private static Set<String> hosts(WebOptions options) {
    Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    String host = options.host().toLowerCase(Locale.ROOT);
    hosts.add(host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host);
    options.address().map(WebServer::host).ifPresent(hosts::add);
    return hosts;
  }

  private static String host(String address) {
    @Nullable String host = null;
    try {
      host = URI.create(address).getHost();
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    if (host == null) {
      throw HandselException.usage(
          "setting web.address: expected an address such as https://handsel.example.org, found \"%s\"."
              .formatted(address));
    }
    return host.toLowerCase(Locale.ROOT);
  }

  /// Where a browser on this machine finds it.
  public URI url() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return URI.create("http://" + host + ":" + javalin.port() + "/");
  }

  /// Ends the answers that are under way, then the server.
  @Override
  public void close() {
    javalin.stop();
  }
}
