package org.handsel.collection.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a picture's file says of itself in EXIF, IPTC and XMP. It is read and never altered, and it
/// is what a program or a person once wrote there: an offer, not a fact.
///
/// @param created when the picture was taken or the original made, `1911`, `1911-05` or
///   `1911-05-03`; empty when nothing usable is said. The day of a scan is not told from that of a
///   photograph
/// @param creators who is named as its maker, each once
/// @param rights what is said of copyright and licence, each once
/// @param caption title or description; empty when there is none
/// @param latitude degrees north; null together with the longitude when no place is said
/// @param longitude degrees east
public record Embedded(
    String created,
    List<String> creators,
    List<String> rights,
    String caption,
    @Nullable Double latitude,
    @Nullable Double longitude) {
  public static final Embedded NOTHING = new Embedded("", List.of(), List.of(), "", null, null);

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[:-]?(?:(\\d{2})[:-]?(?:(\\d{2}))?)?(?!\\d).*", Pattern.DOTALL);
  private static final int LONGEST = 500;

  /// What cameras and programs write where nobody wrote anything.
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?i)\\s*|picasa|unknown|none|n/a|default|author|artist|owner('s)? name|copyright|©"
              + "|olympus digital camera|sony dsc|digital camera|samsung|canon.*|nikon.*"
              + "|exif_jpeg_picture|charset=.*|[\\W_]+");

  public Embedded {
    creators = List.copyOf(creators);
    rights = List.copyOf(rights);
  }

  public boolean isEmpty() {
    return equals(NOTHING);
  }

  /// Reads what stands in a file; nothing when it holds none, or none that can be read.
  ///
  /// @throws IOException when the file cannot be read
  static Embedded of(Path file) throws IOException {
    try {
      return of(ImageMetadataReader.readMetadata(file.toFile()));
    } catch (ImageProcessingException | RuntimeException | StackOverflowError broken) {
      return NOTHING;
    }
  }

  private static Embedded of(Metadata metadata) {
    List<String> dates = new ArrayList<>();
    List<String> creators = new ArrayList<>();
    List<String> rights = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    each(metadata, ExifSubIFDDirectory.class, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL, dates);
    each(metadata, IptcDirectory.class, IptcDirectory.TAG_DATE_CREATED, dates);
    each(metadata, ExifIFD0Directory.class, ExifIFD0Directory.TAG_ARTIST, creators);
    each(metadata, IptcDirectory.class, IptcDirectory.TAG_BY_LINE, creators);
    each(metadata, ExifIFD0Directory.class, ExifIFD0Directory.TAG_COPYRIGHT, rights);
    each(metadata, IptcDirectory.class, IptcDirectory.TAG_COPYRIGHT_NOTICE, rights);
    each(metadata, IptcDirectory.class, IptcDirectory.TAG_CAPTION, captions);
    each(metadata, ExifIFD0Directory.class, ExifIFD0Directory.TAG_IMAGE_DESCRIPTION, captions);
    for (XmpDirectory xmp : metadata.getDirectoriesOfType(XmpDirectory.class)) {
      xmp(xmp.getXmpProperties(), dates, creators, rights, captions);
    }
    GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation place = gps == null ? null : gps.getGeoLocation();
    boolean placed =
        place != null
            && !place.isZero()
            && Math.abs(place.getLatitude()) <= 90
            && Math.abs(place.getLongitude()) <= 180;
    return new Embedded(
        dates.stream().map(Embedded::date).filter(d -> !d.isEmpty()).findFirst().orElse(""),
        creators,
        rights,
        captions.isEmpty() ? "" : captions.getFirst(),
        placed && place != null ? place.getLatitude() : null,
        placed && place != null ? place.getLongitude() : null);
  }

  private static <T extends Directory> void each(
      Metadata metadata, Class<T> type, int tag, List<String> into) {
    for (T directory : metadata.getDirectoriesOfType(type)) {
      String[] several = directory.getStringArray(tag);
      if (several == null) {
        add(directory.getString(tag), into);
      } else {
        for (String one : several) {
          add(one, into);
        }
      }
    }
  }

  private static void xmp(
      Map<String, String> properties,
      List<String> dates,
      List<String> creators,
      List<String> rights,
      List<String> captions) {
    properties.forEach((name, value) -> {
      String plain = name.replaceFirst("\\[.*", "");
      if (name.contains("/xml:lang") || name.contains("?xml:lang")) {
        return;
      }
      switch (plain) {
        case "dc:creator" -> add(value, creators);
        case "dc:rights", "xmpRights:WebStatement", "cc:license", "xmpRights:UsageTerms" ->
            add(value, rights);
        case "photoshop:DateCreated", "exif:DateTimeOriginal" -> add(value, dates);
        case "dc:description", "dc:title" -> add(value, captions);
        default -> {}
      }
    });
  }

  private static void add(@Nullable String text, List<String> into) {
    String plain = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (plain.length() > LONGEST) {
      plain = plain.substring(0, LONGEST);
    }
    if (!NOBODY.matcher(plain).matches() && !into.contains(plain)) {
      into.add(plain);
    }
  }

  private static String date(String text) {
    Matcher date = DATE.matcher(text.strip());
    if (!date.matches()) {
      return "";
    }
    int year = Integer.parseInt(date.group(1));
    int month = date.group(2) == null ? 0 : Integer.parseInt(date.group(2));
    int day = date.group(3) == null ? 0 : Integer.parseInt(date.group(3));
    if (year < 1000 || year > 2100 || month > 12 || day > 31) {
      return "";
    }
    return month == 0
        ? "%04d".formatted(year)
        : day == 0
            ? "%04d-%02d".formatted(year, month)
            : "%04d-%02d-%02d".formatted(year, month, day);
  }
}
