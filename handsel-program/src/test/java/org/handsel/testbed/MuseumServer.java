package org.handsel.testbed;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A museum's web server on this machine, from which a wiki may fetch files.
public final class MuseumServer implements AutoCloseable {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public MuseumServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().substring(1);
          asked.add(name);
          byte[] bytes = files.get(name);
          exchange.sendResponseHeaders(
              bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
          if (bytes != null) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    server.start();
  }

  /// Puts a file there.
  ///
  /// @return its address
  public String put(String name, byte[] bytes) {
    files.put(name, bytes);
    return address("127.0.0.1", name);
  }

  public void remove(String name) {
    files.remove(name);
  }

  /// Where a file would be if the server had this name.
  public String address(String host, String name) {
    return "http://%s:%d/%s".formatted(host, server.getAddress().getPort(), name);
  }

  /// Names of the files that were asked for, one for each request.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
