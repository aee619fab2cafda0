package org.handsel.collection.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// How a camera was held, EXIF 4.6.4 tag 274: 1–8, where 1 is upright, even numbers below 5 and odd
/// ones from 5 on are mirrored, and from 5 on width and height change places.
record Orientation(int value) {
  private static final Orientation UPRIGHT = new Orientation(1);

  /// What may bring EXIF in a JPEG; profiles of colour and thumbnails are passed over.
  private static final List<JpegSegmentMetadataReader> EXIF =
      List.of(new ExifReader(), new PhotoshopReader());

  Orientation {
    value = value < 1 || value > 8 ? 1 : value;
  }

  /// Upright when the file does not say, or says it in a way that cannot be read.
  static Orientation of(Path file, String type) throws IOException {
    if (type.equals("image/gif")) {
      return UPRIGHT;
    }
    try {
      Metadata metadata =
          type.equals("image/jpeg")
              ? JpegMetadataReader.readMetadata(file.toFile(), EXIF)
              : ImageMetadataReader.readMetadata(file.toFile());
      ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer value =
          directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return value == null ? UPRIGHT : new Orientation(value);
    } catch (ImageProcessingException | RuntimeException e) {
      return UPRIGHT;
    }
  }

  /// The picture upright.
  BufferedImage turn(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    return switch (value) {
      case 2 -> turned(image, -1, 0, 0, 1, w, 0);
      case 3 -> turned(image, -1, 0, 0, -1, w, h);
      case 4 -> turned(image, 1, 0, 0, -1, 0, h);
      case 5 -> turned(image, 0, 1, 1, 0, 0, 0);
      case 6 -> turned(image, 0, 1, -1, 0, h, 0);
      case 7 -> turned(image, 0, -1, -1, 0, h, w);
      case 8 -> turned(image, 0, -1, 1, 0, 0, w);
      default -> image;
    };
  }

  /// New x = a·x + c·y + e, new y = b·x + d·y + f.
  private BufferedImage turned(BufferedImage image, int a, int b, int c, int d, int e, int f) {
    boolean across = value >= 5;
    return Thumbnail.transformed(
        image,
        new AffineTransform(a, b, c, d, e, f),
        across ? image.getHeight() : image.getWidth(),
        across ? image.getWidth() : image.getHeight());
  }
}
