package org.handsel.collection.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;

/// The points of a picture, row by row, as the lower 24 bits of a number: red, green, blue.
final class Points {
  private Points() {}

  /// To be read only: where the picture lies in memory like that, it is not copied.
  static int[] of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    WritableRaster raster = image.getRaster();
    if (image.getType() == BufferedImage.TYPE_INT_RGB
        && raster.getParent() == null
        && raster.getSampleModel() instanceof SinglePixelPackedSampleModel model
        && model.getScanlineStride() == width
        && raster.getDataBuffer() instanceof DataBufferInt buffer
        && buffer.getOffset() == 0
        && buffer.getSize() == width * height) {
      return buffer.getData();
    }
    return image.getRGB(0, 0, width, height, null, 0, width);
  }
}
