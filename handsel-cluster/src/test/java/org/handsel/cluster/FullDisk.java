package org.handsel.cluster;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/// A file system `full:/…` on the disk of this machine that takes so many bytes and then says that
/// no space is left. Hadoop makes it by its name, so that what it has left is known to all of them.
public final class FullDisk extends RawLocalFileSystem {
  static final String SCHEME = "full";
  static final AtomicLong LEFT = new AtomicLong();

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public void initialize(URI uri, Configuration configuration) throws IOException {
    super.initialize(getUri(), configuration);
    setConf(configuration);
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    return narrow(super.create(file, overwrite, buffer, replication, block, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    return narrow(super.create(file, permission, overwrite, buffer, replication, block, progress));
  }

  private static FSDataOutputStream narrow(OutputStream wide) throws IOException {
    return new FSDataOutputStream(
        new FilterOutputStream(wide) {
          @Override
          public void write(int one) throws IOException {
            take(1);
            out.write(one);
          }

          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            take(count);
            out.write(bytes, from, count);
          }
        },
        null);
  }

  private static void take(int count) throws IOException {
    if (LEFT.addAndGet(-count) < 0) {
      throw new IOException("No space left on device");
    }
  }
}
