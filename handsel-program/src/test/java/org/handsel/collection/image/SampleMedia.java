package org.handsel.collection.image;

import static org.handsel.collection.image.SamplePictures.ascii;
import static org.handsel.collection.image.SamplePictures.hex;
import static org.handsel.collection.image.SamplePictures.join;

import java.util.Arrays;

/// The smallest whole files of sound and film, written by hand.
final class SampleMedia {
  private SampleMedia() {}

  /// Two pages; the second one is the last.
  static byte[] ogg(String packet) {
    return join(page(2, ascii(packet)), page(4, ascii("sound")));
  }

  private static byte[] page(int flags, byte[] packet) {
    byte[] header = Arrays.copyOf(ascii("OggS"), 28);
    header[5] = (byte) flags;
    header[26] = 1;
    header[27] = (byte) packet.length;
    return join(header, packet);
  }

  static byte[] webm() {
    return join(
        hex("1A45DFA3"),
        hex("87"),
        hex("428284"),
        ascii("webm"),
        hex("18538067"),
        hex("84"),
        hex("EC820000"));
  }

  static byte[] wav() {
    return join(
        ascii("RIFF"),
        hex("28000000"),
        ascii("WAVEfmt "),
        hex("10000000"),
        hex("0100010044AC000088580100020010 00".replace(" ", "")),
        ascii("data"),
        hex("04000000"),
        hex("00010203"));
  }

  static byte[] midi() {
    return join(
        ascii("MThd"),
        hex("00000006"),
        hex("000000010060"),
        ascii("MTrk"),
        hex("00000004"),
        hex("00FF2F00"));
  }

  static byte[] flac() {
    return join(ascii("fLaC"), hex("80000022"), new byte[34], hex("FFF8C9180000"));
  }

  /// MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes each.
  static byte[] mp3(int frames) {
    byte[] all = new byte[0];
    for (int i = 0; i < frames; i++) {
      all = join(all, Arrays.copyOf(hex("FFFB9000"), 417));
    }
    return all;
  }
}
