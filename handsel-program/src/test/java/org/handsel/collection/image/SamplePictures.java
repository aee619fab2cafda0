package org.handsel.collection.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures for tests, written by ImageIO or byte by byte.
final class SamplePictures {
  private SamplePictures() {}

  /// A gradient with some noise; the left half is dark red, the right half light.
  static BufferedImage picture(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, new Color(120, 0, 0), width, 0, Color.WHITE));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    Random random = new Random(7);
    for (int i = 0; i < width * height / 8; i++) {
      int x = random.nextInt(width);
      image.setRGB(x, random.nextInt(height), image.getRGB(x, 0) ^ random.nextInt(0x101010));
    }
    return image;
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer of " + format);
    }
    return out.toByteArray();
  }

  static byte[] written(String format) throws IOException {
    return written(picture(61, 43, BufferedImage.TYPE_INT_RGB), format);
  }

  static byte[] progressiveJpeg() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(stream);
      BufferedImage image = picture(61, 43, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// A JPEG with an EXIF segment behind SOI: an orientation, and a whole JPEG as thumbnail.
  static byte[] withExif(byte[] jpeg, int orientation, byte[] thumbnail) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + 2 + 24 + 4 + thumbnail.length);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 274).putShort((short) 3).putInt(1).putInt(orientation << 16);
    exif.putInt(26);
    exif.putShort((short) 2);
    exif.putShort((short) 513).putShort((short) 4).putInt(1).putInt(56);
    exif.putShort((short) 514).putShort((short) 4).putInt(1).putInt(thumbnail.length);
    exif.putInt(0).put(thumbnail);
    return withSegment(jpeg, 0xE1, exif.array());
  }

  /// A JPEG with one more segment behind SOI.
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    return ByteBuffer.allocate(jpeg.length + 4 + content.length)
        .put(jpeg, 0, 2)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /// A whole JPEG of four components, as ImageIO writes a raster without a colour space.
  static byte[] cmykJpeg() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 64; x++) {
        raster.setPixel(x, y, new int[] {x * 4, y * 5, 255 - x, 200});
      }
    }
    // The platform's own writer: it takes rasters of any number of bands.
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    ImageWriter writer = writers.next();
    while (!writer.getClass().getName().startsWith("com.sun.")) {
      writer = writers.next();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// The frame of a JPEG of four components with a scan, without tables: no decoder reads it.
  static byte[] cmykSkeleton() {
    return join(
        hex("FFD8FFEE000E41646F626500640000000002"),
        hex("FFC000140800300040040111000211000311000411" + "00"),
        hex("FFDA000E0401000200030004" + "00003F00"),
        hex("12345678FF00ABCDFFD9"));
  }

  /// A black and white TIFF of one strip of eight bytes; the directory lies behind it.
  static byte[] tiff(ByteOrder order) {
    ByteBuffer out = ByteBuffer.allocate(8 + 8 + 2 + 5 * 12 + 4).order(order);
    out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 42).putInt(16).putLong(0x55AA55AA55AA55AAL);
    out.putShort((short) 5);
    shortField(out, 256, 8);
    shortField(out, 257, 8);
    shortField(out, 262, 1);
    out.putShort((short) 273).putShort((short) 4).putInt(1).putInt(8);
    out.putShort((short) 279).putShort((short) 4).putInt(1).putInt(8);
    return out.putInt(0).array();
  }

  static final int FIRST_DIRECTORY = 16;

  /// A TIFF of several pages, and behind them small versions that are none.
  static byte[] tiffOf(int pages, int small) {
    int directory = 2 + 6 * 12 + 4;
    int all = pages + small;
    ByteBuffer out =
        ByteBuffer.allocate(FIRST_DIRECTORY + all * directory).order(ByteOrder.LITTLE_ENDIAN);
    out.put("II".getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 42).putInt(FIRST_DIRECTORY).putLong(0x55AA55AA55AA55AAL);
    for (int i = 0; i < all; i++) {
      out.putShort((short) 6);
      out.putShort((short) 254).putShort((short) 4).putInt(1).putInt(i < pages ? 2 : 1);
      shortField(out, 256, 8);
      shortField(out, 257, 8);
      shortField(out, 262, 1);
      out.putShort((short) 273).putShort((short) 4).putInt(1).putInt(8);
      out.putShort((short) 279).putShort((short) 4).putInt(1).putInt(8);
      out.putInt(i < all - 1 ? FIRST_DIRECTORY + (i + 1) * directory : 0);
    }
    return out.array();
  }

  /// The same as BigTIFF.
  static byte[] bigTiff(ByteOrder order) {
    ByteBuffer out = ByteBuffer.allocate(16 + 8 + 4 * 20 + 8 + 8).order(order);
    out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16);
    out.putLong(4);
    longField(out, 256, 8);
    longField(out, 257, 8);
    longField(out, 273, 112);
    longField(out, 279, 8);
    return out.putLong(0).putLong(0x55AA55AA55AA55AAL).array();
  }

  private static void shortField(ByteBuffer out, int tag, int value) {
    out.putShort((short) tag).putShort((short) 3).putInt(1);
    out.putShort((short) value).putShort((short) 0);
  }

  private static void longField(ByteBuffer out, int tag, long value) {
    out.putShort((short) tag).putShort((short) 16).putLong(1).putLong(value);
  }

  /// A lossless WebP of 64 x 48 with the header only.
  static byte[] webp() {
    int bits = 63 | 47 << 14;
    ByteBuffer out = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(22).put(ascii("WEBPVP8L")).putInt(9).put((byte) 0x2F);
    return out.putInt(bits).putInt(0).put((byte) 0).array();
  }

  static byte[] djvu() {
    return join(
        ascii("AT&TFORM"),
        hex("00000016"),
        ascii("DJVUINFO"),
        hex("0000000A"),
        hex("00640032180064001601"));
  }

  static byte[] xcf() {
    return join(ascii("gimp xcf v011\0"), hex("000000640000003200000000"));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
