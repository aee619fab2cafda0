package org.handsel.partnership.prospects;

import org.jspecify.annotations.Nullable;

/// Which institutions the list shows, and in which order; null asks for any.
///
/// @param text beginnings of words of name or place, or an identifier; empty for all
/// @param type such as `museum`
/// @param country code of two letters; empty text for those without one
/// @param holdings `digital`, `free`, `described`, `open`, `told` or `untold`
/// @param stage `none`, `0` to `5`, `not-yet`, `paused` or `done`
/// @param claim `free`, `mine` or `others`
/// @param box only what lies in it, or null
public record ProspectQuery(
    String text,
    @Nullable String type,
    @Nullable String country,
    @Nullable String holdings,
    @Nullable String stage,
    @Nullable String claim,
    @Nullable Box box,
    Order order,
    Weights weights) {

  /// What the list is ordered by.
  public enum Order {
    LIKELY,
    LEAST,
    MOST;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A part of the world in degrees.
  public record Box(double south, double west, double north, double east) {
    boolean holds(double latitude, double longitude) {
      return latitude >= south && latitude < north && longitude >= west && longitude < east;
    }
  }

  /// All institutions in the usual order.
  public static ProspectQuery all(Weights weights) {
    return new ProspectQuery("", null, null, null, null, null, null, Order.LIKELY, weights);
  }
}
