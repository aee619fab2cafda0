package org.handsel.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.util.SerializableConfiguration;
import org.handsel.wiki.dump.RandomBytes;

/// Files wherever Hadoop finds them: on the disk, in HDFS, in an object store. Safe for threads.
final class Store implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BUFFER = 1 << 20;

  private final SerializableConfiguration configuration;

  Store(org.apache.hadoop.conf.Configuration configuration) {
    this.configuration = new SerializableConfiguration(configuration);
  }

  org.apache.hadoop.conf.Configuration configuration() {
    return configuration.value();
  }

  private FileSystem system(Path path) throws IOException {
    FileSystem system = path.getFileSystem(configuration.value());
    // Without the files of checksums that Hadoop puts beside everything on a disk.
    return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
  }

  /// A file or folder in full, as `file:/…` where no scheme is said.
  String full(String name) throws IOException {
    Path path =
        new Path(name.indexOf(':') > 0 ? name : java.nio.file.Path.of(name).toUri().toString());
    return system(path).makeQualified(path).toString();
  }

  boolean exists(String path) throws IOException {
    return system(new Path(path)).exists(new Path(path));
  }

  boolean isFolder(String path) throws IOException {
    Path name = new Path(path);
    return exists(path) && system(name).getFileStatus(name).isDirectory();
  }

  long size(String path) throws IOException {
    return system(new Path(path)).getFileStatus(new Path(path)).getLen();
  }

  long modified(String path) throws IOException {
    return system(new Path(path)).getFileStatus(new Path(path)).getModificationTime();
  }

  static String name(String path) {
    return new Path(path).getName();
  }

  static String child(String folder, String name) {
    return new Path(folder, name).toString();
  }

  /// Where a path of the disk lies, or null where it lies somewhere else.
  static java.nio.file.@org.jspecify.annotations.Nullable Path onDisk(String path) {
    java.net.URI uri = new Path(path).toUri();
    return "file".equals(uri.getScheme()) ? java.nio.file.Path.of(uri.getPath()) : null;
  }

  /// Files of a folder in the order of their names.
  List<String> files(String folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (FileStatus status : system(new Path(folder)).listStatus(new Path(folder))) {
      if (status.isFile()) {
        files.add(status.getPath().toString());
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /// All files below a folder, in no order.
  List<String> filesBelow(String folder) throws IOException {
    List<String> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all =
        system(new Path(folder)).listFiles(new Path(folder), true);
    while (all.hasNext()) {
      files.add(all.next().getPath().toString());
    }
    return files;
  }

  /// Folders in a folder in the order of their names.
  List<String> folders(String folder) throws IOException {
    List<String> folders = new ArrayList<>();
    for (FileStatus status : system(new Path(folder)).listStatus(new Path(folder))) {
      if (status.isDirectory()) {
        folders.add(status.getPath().toString());
      }
    }
    folders.sort(Comparator.naturalOrder());
    return folders;
  }

  InputStream read(String path) throws IOException {
    return system(new Path(path)).open(new Path(path), BUFFER);
  }

  OutputStream write(String path) throws IOException {
    return new java.io.BufferedOutputStream(
        system(new Path(path)).create(new Path(path), true, BUFFER), BUFFER);
  }

  void folder(String path) throws IOException {
    system(new Path(path)).mkdirs(new Path(path));
  }

  /// Puts a file or folder in a place where nothing stands.
  ///
  /// @return false where something stood there
  boolean move(String from, String to) throws IOException {
    FileSystem system = system(new Path(from));
    return !system.exists(new Path(to)) && system.rename(new Path(from), new Path(to));
  }

  void delete(String path) throws IOException {
    system(new Path(path)).delete(new Path(path), true);
  }

  /// Puts a file in the place of another.
  void replace(String from, String to) throws IOException {
    delete(to);
    if (!move(from, to)) {
      throw new IOException("%s cannot take the place of %s".formatted(from, to));
    }
  }

  RandomBytes random(String path) throws IOException {
    java.nio.file.Path disk = onDisk(path);
    if (disk != null) {
      return RandomBytes.open(disk);
    }
    long size = size(path);
    FSDataInputStream in = system(new Path(path)).open(new Path(path));
    return new RandomBytes() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public int read(ByteBuffer target, long from) throws IOException {
        if (from >= size) {
          return -1;
        }
        int count = (int) Math.min(target.remaining(), size - from);
        in.readFully(from, target.array(), target.arrayOffset() + target.position(), count);
        target.position(target.position() + count);
        return count;
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }
}
