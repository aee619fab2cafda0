package org.handsel.collection.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;
import java.util.SplittableRandom;

/// Pictures of the kinds that collections hold, each made up from a seed; pictures of one series
/// share ground, frame and light, and differ in what they show.
final class MadeUpPictures {
  enum Kind {
    VIEW,
    PORTRAIT,
    PAGE,
    MAP,
    COIN,
    ENGRAVING
  }

  private MadeUpPictures() {}

  /// @param series pictures of one series share their surroundings
  /// @param subject what is shown
  static BufferedImage picture(Kind kind, long series, long subject) {
    Random around = new Random(series * 31 + kind.ordinal());
    Random random = new Random(series * 1_000_003 + subject * 7919 + kind.ordinal());
    boolean upright = kind == Kind.PORTRAIT || kind == Kind.PAGE;
    int width = upright ? 480 : 640;
    int height = upright ? 640 : kind == Kind.COIN ? 640 : 480;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    switch (kind) {
      case VIEW -> view(image, g, around, random);
      case PORTRAIT -> portrait(image, g, around, random);
      case PAGE -> page(image, g, around, random);
      case MAP -> map(image, g, around, random);
      case COIN -> coin(image, g, around, random);
      case ENGRAVING -> engraving(image, g, around, random);
    }
    g.dispose();
    grain(image, random, 6);
    return image;
  }

  private static void view(BufferedImage image, Graphics2D g, Random around, Random random) {
    clouds(image, around, 90, 200);
    int w = image.getWidth();
    int h = image.getHeight();
    for (int range = 0; range < 3; range++) {
      Path2D hills = new Path2D.Double();
      hills.moveTo(0, h);
      double y = h * (0.4 + 0.18 * range);
      for (int x = 0; x <= w; x += 16) {
        y += random.nextGaussian() * 9;
        hills.lineTo(x, y);
      }
      hills.lineTo(w, h);
      g.setColor(grey(random, 40 + 30 * range));
      g.fill(hills);
    }
    for (int i = 0; i < 14; i++) {
      g.setColor(grey(random, 20 + random.nextInt(200)));
      int size = 15 + random.nextInt(60);
      g.fillRect(random.nextInt(w), h / 2 + random.nextInt(h / 2), size, size + random.nextInt(40));
    }
  }

  private static void portrait(BufferedImage image, Graphics2D g, Random around, Random random) {
    clouds(image, around, 60, 110);
    int w = image.getWidth();
    int h = image.getHeight();
    g.setColor(grey(random, 40));
    g.fill(
        new Ellipse2D.Double(w * 0.15, h * (0.6 + random.nextDouble() * 0.06), w * 0.7, h * 0.6));
    double x = w * (0.33 + random.nextDouble() * 0.08);
    double y = h * (0.2 + random.nextDouble() * 0.06);
    double across = w * (0.27 + random.nextDouble() * 0.08);
    g.setColor(grey(random, 190));
    g.fill(new Ellipse2D.Double(x, y, across, across * 1.3));
    g.setColor(grey(random, 30 + random.nextInt(120)));
    g.fill(
        new Ellipse2D.Double(
            x - 6, y - 10, across + 12, across * (0.35 + random.nextDouble() * 0.3)));
    g.setColor(Color.BLACK);
    for (double side : new double[] {0.28, 0.66}) {
      g.fill(new Ellipse2D.Double(x + across * side, y + across * 0.55, 14, 8 + random.nextInt(8)));
    }
    g.fillRect((int) (x + across * 0.4), (int) (y + across * 0.95), 30, 4 + random.nextInt(9));
    for (int i = 0; i < 8; i++) {
      g.setColor(grey(random, random.nextInt(255)));
      g.fill(
          new Ellipse2D.Double(
              w * (0.25 + random.nextDouble() * 0.5),
              h * (0.7 + random.nextDouble() * 0.28),
              24,
              24));
    }
  }

  private static void page(BufferedImage image, Graphics2D g, Random around, Random random) {
    clouds(image, around, 215, 235);
    g.setColor(new Color(40, 36, 30));
    int left = 40 + around.nextInt(20);
    int step = 16 + around.nextInt(8);
    for (int y = 50 + around.nextInt(20); y < image.getHeight() - 50; y += step) {
      boolean ends = random.nextInt(7) == 0;
      int right = ends ? left + 80 + random.nextInt(250) : image.getWidth() - 45;
      for (int x = left; x < right; ) {
        int word = 12 + random.nextInt(50);
        int until = Math.min(right, x + word);
        for (int stroke = x; stroke < until; stroke += 4) {
          g.fillRect(stroke, y - random.nextInt(4), 2, 7 + random.nextInt(3));
        }
        x += word + 8;
      }
    }
  }

  private static void map(BufferedImage image, Graphics2D g, Random around, Random random) {
    clouds(image, around, 200, 235);
    int w = image.getWidth();
    int h = image.getHeight();
    for (int i = 0; i < 14; i++) {
      g.setColor(grey(random, 60 + random.nextInt(120)));
      g.setStroke(new BasicStroke(1 + random.nextInt(5)));
      Path2D line = new Path2D.Double();
      double x = random.nextInt(w);
      double y = random.nextInt(h);
      line.moveTo(x, y);
      double direction = random.nextDouble() * 7;
      for (int j = 0; j < 30; j++) {
        direction += random.nextGaussian() * 0.4;
        x += 20 * Math.cos(direction);
        y += 20 * Math.sin(direction);
        line.lineTo(x, y);
      }
      g.draw(line);
    }
    for (int i = 0; i < 6; i++) {
      g.setColor(grey(random, 140 + random.nextInt(90)));
      g.fill(
          new Ellipse2D.Double(
              random.nextInt(w),
              random.nextInt(h),
              40 + random.nextInt(90),
              30 + random.nextInt(70)));
    }
  }

  private static void coin(BufferedImage image, Graphics2D g, Random around, Random random) {
    g.setColor(grey(around, 20 + around.nextInt(20)));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    int size = 480;
    int from = 80;
    g.setColor(grey(around, 120));
    g.fill(new Ellipse2D.Double(from, from, size, size));
    g.setColor(grey(around, 150));
    g.fill(new Ellipse2D.Double(from + 22, from + 22, size - 44, size - 44));
    for (int i = 0; i < 26; i++) {
      g.setColor(grey(random, 70 + random.nextInt(150)));
      double angle = random.nextDouble() * 7;
      double far = random.nextDouble() * size * 0.36;
      double across = 20 + random.nextInt(70);
      g.fill(
          new Ellipse2D.Double(
              from + size / 2.0 + far * Math.cos(angle) - across / 2,
              from + size / 2.0 + far * Math.sin(angle) - across / 2,
              across,
              across * (0.4 + random.nextDouble())));
    }
  }

  private static void engraving(BufferedImage image, Graphics2D g, Random around, Random random) {
    clouds(image, around, 190, 220);
    g.setColor(new Color(30, 30, 30));
    for (int patch = 0; patch < 60; patch++) {
      int x = random.nextInt(image.getWidth());
      int y = random.nextInt(image.getHeight());
      int size = 30 + random.nextInt(80);
      double slant = random.nextDouble() * 3;
      int step = 3 + random.nextInt(4);
      for (int i = 0; i < size; i += step) {
        g.drawLine(
            x + i, y, (int) (x + i + size * Math.cos(slant)), (int) (y + size * Math.sin(slant)));
      }
    }
  }

  /// Soft light and shade over the whole.
  private static void clouds(BufferedImage image, Random random, int dark, int light) {
    int cells = 5;
    double[][] grid = new double[cells + 1][cells + 1];
    for (double[] row : grid) {
      for (int i = 0; i < row.length; i++) {
        row[i] = dark + random.nextDouble() * (light - dark);
      }
    }
    for (int y = 0; y < image.getHeight(); y++) {
      double v = (double) y * cells / image.getHeight();
      for (int x = 0; x < image.getWidth(); x++) {
        double u = (double) x * cells / image.getWidth();
        int i = (int) u;
        int j = (int) v;
        double value =
            (grid[j][i] * (1 - u + i) + grid[j][i + 1] * (u - i)) * (1 - v + j)
                + (grid[j + 1][i] * (1 - u + i) + grid[j + 1][i + 1] * (u - i)) * (v - j);
        int grey = (int) value;
        image.setRGB(x, y, grey << 16 | Math.max(0, grey - 8) << 8 | Math.max(0, grey - 20));
      }
    }
  }

  private static void grain(BufferedImage image, Random random, int most) {
    int[] points = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    SplittableRandom quick = new SplittableRandom(random.nextLong());
    for (int i = 0; i < points.length; i++) {
      int noise = quick.nextInt(2 * most + 1) - most;
      points[i] =
          clamp((points[i] >> 16 & 0xFF) + noise) << 16
              | clamp((points[i] >> 8 & 0xFF) + noise) << 8
              | clamp((points[i] & 0xFF) + noise);
    }
  }

  private static Color grey(Random random, int value) {
    int grey = clamp(value + random.nextInt(30) - 15);
    return new Color(grey, clamp(grey - random.nextInt(25)), clamp(grey - random.nextInt(50)));
  }

  private static int clamp(int value) {
    return Math.clamp(value, 0, 255);
  }
}
