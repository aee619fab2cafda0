package org.handsel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Carries bytes to a server on this machine and back, each of them so much later, as a wiki far
/// away would. Order and pace stay: what is sent together arrives together.
final class DelayProxy implements AutoCloseable {
  private record Piece(long due, byte[] bytes) {}

  private static final byte[] END = {};

  private final ServerSocket door;
  private final int port;
  private final long nanos;

  DelayProxy(int port, Duration eachWay) throws IOException {
    this.port = port;
    this.nanos = eachWay.toNanos();
    this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /// Where the API of the wiki behind it answers.
  URI api() {
    return URI.create("http://127.0.0.1:%d/w/api.php".formatted(port()));
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        carry(client, server);
        carry(server, client);
      } catch (IOException e) {
        // The door was closed, or a client went away: the next one is waited for.
      }
    }
  }

  private void carry(Socket from, Socket to) {
    BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
              pieces.add(new Piece(System.nanoTime() + nanos, Arrays.copyOf(buffer, n)));
            }
          } catch (IOException e) {
            // ends as if the other side had closed
          }
          pieces.add(new Piece(System.nanoTime() + nanos, END));
        });
    Thread.ofVirtual()
        .start(() -> {
          try {
            OutputStream out = to.getOutputStream();
            for (Piece piece = pieces.take(); piece.bytes != END; piece = pieces.take()) {
              long wait = piece.due - System.nanoTime();
              if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
              }
              out.write(piece.bytes);
              out.flush();
            }
            to.shutdownOutput();
          } catch (IOException | InterruptedException e) {
            closeQuietly(to);
            closeQuietly(from);
          }
        });
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }
}
