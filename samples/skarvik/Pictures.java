import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Draws the pictures of the fictional Skarvik Museum: coasts, ships and lighthouses from a seed.
///
/// Run with `java samples/skarvik/Pictures.java samples/skarvik/images`; the same seed gives the same picture.
void main(String[] args) throws Exception {
  for (int number = 1; number <= 29; number++) {
    BufferedImage picture = new Coast(1900L + number, number % 4 == 0 ? 480 : 640, number % 4 == 0 ? 640 : 480).draw();
    File file = new File(args[0], "SKM_%04d.jpg".formatted(number));
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.72f);
    file.delete();
    try (var out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), quality);
    }
    writer.dispose();
  }
}

/// One coast: sky, sun or moon, hills, sea, and what the seed puts there.
static final class Coast {
  private static final Color[][] SKIES = {
    {new Color(0x2b4a6f), new Color(0xf2b279)}, {new Color(0x7fa6c4), new Color(0xf3e9d2)},
    {new Color(0x1d2440), new Color(0x6d6f9c)}, {new Color(0x9fb8ad), new Color(0xf7dcb4)},
    {new Color(0x5d7390), new Color(0xd9c7c0)}, {new Color(0xc98b5c), new Color(0xf6e2b8)}
  };
  private final Random random;
  private final int width;
  private final int height;

  Coast(long seed, int width, int height) {
    this.random = new Random(seed);
    this.width = width;
    this.height = height;
  }

  BufferedImage draw() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color[] sky = SKIES[random.nextInt(SKIES.length)];
    int horizon = (int) (height * (0.45 + random.nextDouble() * 0.2));
    g.setPaint(new GradientPaint(0, 0, sky[0], 0, horizon, sky[1]));
    g.fillRect(0, 0, width, horizon);
    double sun = width * (0.15 + 0.7 * random.nextDouble());
    double disc = width * 0.05 + random.nextInt(20);
    g.setColor(new Color(255, 246, 220, 210));
    g.fill(new Ellipse2D.Double(sun - disc / 2, horizon - disc * (0.6 + 2 * random.nextDouble()), disc, disc));
    for (int layer = 0; layer < 3; layer++) {
      hills(g, horizon, layer);
    }
    sea(g, horizon, sky[1]);
    switch (random.nextInt(3)) {
      case 0 -> ship(g, horizon);
      case 1 -> lighthouse(g, horizon);
      default -> {
        ship(g, horizon);
        lighthouse(g, horizon);
      }
    }
    grain(picture);
    g.dispose();
    return picture;
  }

  private void hills(Graphics2D g, int horizon, int layer) {
    GeneralPath path = new GeneralPath();
    path.moveTo(0, horizon);
    double phase = random.nextDouble() * 6;
    double rise = height * (0.16 - 0.04 * layer);
    for (int x = 0; x <= width; x += 4) {
      double y = Math.sin(phase + x * 0.006 * (layer + 1)) + 0.5 * Math.sin(2 * phase + x * 0.017);
      path.lineTo(x, horizon - Math.max(0, rise * (0.35 + 0.5 * y)));
    }
    path.lineTo(width, horizon);
    path.closePath();
    int tone = 120 - 30 * layer;
    g.setColor(new Color(tone - 20, tone, tone + 10 - 10 * layer, 200));
    g.fill(path);
  }

  private void sea(Graphics2D g, int horizon, Color light) {
    g.setPaint(new GradientPaint(0, horizon, new Color(0x5f7f8d), 0, height, new Color(0x16303e)));
    g.fillRect(0, horizon, width, height - horizon);
    for (int i = 0; i < 160; i++) {
      int y = horizon + random.nextInt(height - horizon);
      int length = 6 + random.nextInt(10 + (y - horizon) / 4);
      g.setColor(new Color(light.getRed(), light.getGreen(), light.getBlue(), 30 + random.nextInt(70)));
      int x = random.nextInt(width);
      g.drawLine(x, y, x + length, y);
    }
  }

  private void ship(Graphics2D g, int horizon) {
    double x = width * (0.15 + 0.5 * random.nextDouble());
    double y = horizon + (height - horizon) * (0.1 + 0.3 * random.nextDouble());
    double s = width * (0.08 + 0.06 * random.nextDouble());
    GeneralPath hull = new GeneralPath();
    hull.moveTo(x - s, y);
    hull.lineTo(x + s, y);
    hull.lineTo(x + s * 0.75, y + s * 0.3);
    hull.lineTo(x - s * 0.7, y + s * 0.3);
    hull.closePath();
    g.setColor(new Color(0x2d1f1a));
    g.fill(hull);
    g.setStroke(new BasicStroke(2f));
    for (int mast = 0; mast < 2 + random.nextInt(2); mast++) {
      double mx = x - s * 0.5 + mast * s * 0.5;
      g.setColor(new Color(0x2d1f1a));
      g.drawLine((int) mx, (int) y, (int) mx, (int) (y - s * 1.5));
      GeneralPath sail = new GeneralPath();
      sail.moveTo(mx + 2, y - s * 1.4);
      sail.quadTo(mx + s * 0.5, y - s * 0.8, mx + 2, y - s * 0.2);
      sail.closePath();
      g.setColor(new Color(0xf1e7d0));
      g.fill(sail);
    }
  }

  private void lighthouse(Graphics2D g, int horizon) {
    int x = (int) (width * (0.7 + 0.2 * random.nextDouble()));
    int h = (int) (height * 0.28);
    g.setColor(new Color(0x3a3a36));
    g.fillOval(x - 70, horizon - 14, 170, 44);
    for (int band = 0; band < 5; band++) {
      g.setColor(band % 2 == 0 ? new Color(0xf4efe6) : new Color(0xa8322a));
      g.fillRect(x, horizon - h + band * h / 5, 26, h / 5 + 1);
    }
    g.setColor(new Color(0x30302e));
    g.fillRect(x - 4, horizon - h - 6, 34, 6);
    g.setColor(new Color(0xffe9a0));
    g.fillRect(x + 4, horizon - h - 20, 18, 14);
    g.setColor(new Color(0x30302e));
    g.fillArc(x, horizon - h - 34, 26, 28, 0, 180);
  }

  private void grain(BufferedImage picture) {
    for (int i = 0; i < width * height / 30; i++) {
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      Color c = new Color(picture.getRGB(x, y));
      int shift = random.nextInt(17) - 8;
      picture.setRGB(x, y, new Color(limit(c.getRed() + shift), limit(c.getGreen() + shift), limit(c.getBlue() + shift)).getRGB());
    }
  }

  private static int limit(int value) {
    return Math.clamp(value, 0, 255);
  }
}
