package org.handsel.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes records in MARC's exchange form by the standard, from lines such as `100 1 $aName`.
public final class MarcBytes {
  private final List<byte[]> fields = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private char encoding = 'a';

  public static MarcBytes record(String... lines) {
    MarcBytes record = new MarcBytes();
    for (String line : lines) {
      record.field(
          line.substring(0, 3),
          line.substring(4).replace('$', '\u001F').getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }

  public MarcBytes field(String tag, byte[] data) {
    tags.add(tag);
    fields.add(data);
    return this;
  }

  public MarcBytes encoding(char promised) {
    encoding = promised;
    return this;
  }

  public byte[] bytes() {
    StringBuilder directory = new StringBuilder();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int i = 0; i < fields.size(); i++) {
      directory.append("%s%04d%05d".formatted(tags.get(i), fields.get(i).length + 1, data.size()));
      data.writeBytes(fields.get(i));
      data.write(0x1E);
    }
    directory.append('\u001E');
    data.write(0x1D);
    int base = 24 + directory.length();
    String leader = "%05dnz  %c22%05dn  4500".formatted(base + data.size(), encoding, base);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes((leader + directory).getBytes(StandardCharsets.US_ASCII));
    record.writeBytes(data.toByteArray());
    return record.toByteArray();
  }
}
