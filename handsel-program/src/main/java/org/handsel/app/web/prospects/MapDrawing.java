package org.handsel.app.web.prospects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.handsel.partnership.prospects.MapCell;
import org.handsel.partnership.prospects.ProspectQuery.Box;
import org.handsel.platform.Html;
import org.handsel.platform.ResourceTable;

/// Draws circles on a rough outline of the land as SVG: nothing is fetched from anywhere. The
/// projection is the plain one of degrees, narrowed by the cosine of the middle latitude.
/// Immutable.
final class MapDrawing {
  private static final double WIDTH = 1000;
  private static final int MOST = 400;
  private static final Box WORLD = new Box(-56, -170, 78, 180);

  private final List<double[]> land = new ArrayList<>();

  MapDrawing() {
    for (ResourceTable.Row row :
        ResourceTable.read(org.handsel.app.web.WebServer.class, "land.tsv", "land", "outline")
            .rows()) {
      String[] points = row.cell(1).split("[; ]", -1);
      double[] outline = new double[points.length];
      for (int i = 0; i < points.length; i++) {
        outline[i] = Double.parseDouble(points[i]);
      }
      land.add(outline);
    }
  }

  /// The part of the world that the circles need, with a margin.
  static Box frame(List<MapCell> cells) {
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (MapCell cell : cells) {
      south = Math.min(south, cell.north());
      north = Math.max(north, cell.north());
      west = Math.min(west, cell.east());
      east = Math.max(east, cell.east());
    }
    if (south > north) {
      return WORLD;
    }
    double high = Math.max(8, (north - south) * 1.2);
    double wide = Math.max(14, (east - west) * 1.15);
    double middle = (north + south) / 2;
    double centre = (east + west) / 2;
    return new Box(
        Math.max(WORLD.south(), middle - high / 2),
        Math.max(WORLD.west(), centre - wide / 2),
        Math.min(WORLD.north(), middle + high / 2),
        Math.min(WORLD.east(), centre + wide / 2));
  }

  /// How many circles are left out.
  static int left(List<MapCell> cells) {
    return Math.max(0, cells.size() - MOST);
  }

  /// @param link where a circle leads
  /// @param title what it says
  String svg(
      List<MapCell> cells,
      Box frame,
      String label,
      Function<MapCell, String> link,
      Function<MapCell, String> title) {
    double shrink = Math.cos(Math.toRadians((frame.north() + frame.south()) / 2));
    double scale = WIDTH / ((frame.east() - frame.west()) * shrink);
    double height = (frame.north() - frame.south()) * scale;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 %.0f %.0f\""
                + " role=\"group\" aria-label=\"%s\">",
            WIDTH,
            height,
            Html.escaped(label)));
    svg.append("<path class=\"land\" d=\"");
    for (double[] outline : land) {
      for (int i = 0; i < outline.length; i += 2) {
        svg.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                i == 0 ? "M" : "L",
                (outline[i] - frame.west()) * shrink * scale,
                (frame.north() - outline[i + 1]) * scale));
      }
      svg.append('Z');
    }
    svg.append("\"/>");
    int most = cells.stream().mapToInt(MapCell::institutions).max().orElse(1);
    for (MapCell cell : cells.subList(0, Math.min(MOST, cells.size()))) {
      // Area by number, so that ten thousand do not cover everything; small ones stay visible.
      double radius = 4 + 26 * Math.sqrt((double) cell.institutions() / Math.max(most, 40));
      svg.append(
          String.format(
              Locale.ROOT,
              "<a href=\"%s\" aria-label=\"%s\"><circle class=\"%s %s\" cx=\"%.1f\" cy=\"%.1f\""
                  + " r=\"%.1f\"><title>%s</title></circle></a>",
              Html.escaped(link.apply(cell)),
              Html.escaped(title.apply(cell)),
              shade(cell.best()),
              cell.country().isEmpty() ? "placed" : "country",
              (cell.east() - frame.west()) * shrink * scale,
              (frame.north() - cell.north()) * scale,
              radius,
              Html.escaped(title.apply(cell))));
    }
    return svg.append("</svg>").toString();
  }

  private static String shade(double best) {
    return best >= 60 ? "shade-4" : best >= 45 ? "shade-3" : best >= 30 ? "shade-2" : "shade-1";
  }
}
