package org.handsel.collection.image;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads an SVG from beginning to end and stops at the first thing in it that acts, or that would
/// fetch something: scripts, event handlers, references out of the file, pages within the picture,
/// external entities. A wiki refuses these, and whoever opens the file would run them.
///
/// Nothing is fetched. Entities of the document type are expanded, so that nothing hides in them,
/// within narrow limits.
final class SvgReading {
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final Set<String> ACTING = Set.of("script", "handler", "listener");
  private static final Set<String> ANIMATING =
      Set.of("set", "animate", "animatetransform", "animatemotion", "animatecolor", "discard");
  private static final Pattern OUTSIDE = Pattern.compile("<!ENTITY\\s[^>]*\\s(SYSTEM|PUBLIC)\\s");
  private static final Pattern HANDLER = Pattern.compile("on[a-z]{2,}");
  private static final Pattern PICTURE =
      Pattern.compile("data:image/(png|jpe?g|gif|webp|tiff)[;,].*", Pattern.DOTALL);
  private static final Pattern ADDRESS =
      Pattern.compile("url\\(\\s*[\"']?\\s*([^\"')]{0,60})", Pattern.CASE_INSENSITIVE);
  private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]*\\.?[0-9]+)\\s*(px)?\\s*");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))", Pattern.DOTALL);
  private static final int LONGEST_STYLE = 4_000_000;
  private static final int LONGEST_ATTRIBUTE = 200_000_000;
  private static final int SHOWN = 60;

  private final StringBuilder style = new StringBuilder();
  private @Nullable String found;
  private @Nullable String asked;
  private int styles;
  private double width;
  private double height;

  /// Size, defect, and what was found.
  Shape shape(InputStream in) throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      while (found == null && xml.hasNext()) {
        event(xml.next(), xml);
      }
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof IOException unreadable
          && !(unreadable instanceof CharConversionException)) {
        throw unreadable;
      }
      if (asked == null) {
        return size(Defect.DAMAGED, "");
      }
    } catch (RuntimeException broken) {
      // What the parser throws at document types, characters and charsets that it cannot read.
      return size(Defect.DAMAGED, "");
    }
    String what = found == null ? asked : found;
    return what == null ? size(null, "") : size(Defect.ACTIVE, what);
  }

  private WstxInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    XMLResolver nothing = (publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]);
    // The document type of SVG itself is named by most files, and needs no reading.
    factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, nothing);
    factory.setProperty(
        WstxInputProperties.P_ENTITY_RESOLVER,
        (XMLResolver)
            (publicId, systemId, base, name) -> {
              asked = "external entity " + systemId;
              return new ByteArrayInputStream(new byte[0]);
            });
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 2000);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 3);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
    return factory;
  }

  private Shape size(@Nullable Defect defect, String detail) {
    boolean known = width >= 1 && height >= 1 && width < 1e9 && height < 1e9;
    return new Shape(
        known ? (int) Math.round(width) : 0,
        known ? (int) Math.round(height) : 0,
        defect,
        1,
        detail);
  }

  private void event(int event, XMLStreamReader xml) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> element(xml);
      case XMLStreamConstants.END_ELEMENT -> {
        if (lower(xml.getLocalName()).equals("style")) {
          styles--;
          css("style", style.toString());
          style.setLength(0);
        }
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (styles > 0 && style.length() < LONGEST_STYLE) {
          style.append(xml.getText());
        }
      }
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        if (lower(xml.getPITarget()).equals("xml-stylesheet")) {
          found = "style sheet of its own: " + cut(String.valueOf(xml.getPIData()));
        }
      }
      case XMLStreamConstants.DTD -> {
        if (OUTSIDE.matcher(String.valueOf(xml.getText())).find()) {
          found = "external entity in the document type";
        }
      }
      case XMLStreamConstants.ENTITY_REFERENCE ->
          found = "entity &" + xml.getLocalName() + "; that leads out of the file";
      default -> {}
    }
  }

  private void element(XMLStreamReader xml) {
    String name = lower(xml.getLocalName());
    if (ACTING.contains(name)) {
      found = "<" + name + ">";
      return;
    }
    if (XHTML.equals(xml.getNamespaceURI())) {
      found = "page within the picture: <" + name + ">";
      return;
    }
    if (name.equals("style")) {
      styles++;
    }
    boolean first = width == 0 && height == 0 && name.equals("svg");
    for (int i = 0; i < xml.getAttributeCount() && found == null; i++) {
      attribute(name, lower(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
    }
    if (first) {
      measure(xml);
    }
  }

  private void attribute(String element, String name, String value) {
    if (HANDLER.matcher(name).matches()) {
      found = "event handler " + name + " of <" + element + ">";
      return;
    }
    String plain = plain(value);
    switch (name) {
      case "href", "src", "base" -> reference(element, name, plain);
      case "attributename" -> {
        if (ANIMATING.contains(element)
            && (plain.endsWith("href") || HANDLER.matcher(plain).matches())) {
          found = "<" + element + "> that changes " + plain;
        }
      }
      default -> {
        if (name.equals("style") || value.indexOf('(') >= 0) {
          css(name + " of <" + element + ">", value);
        } else if (ANIMATING.contains(element) && plain.contains("javascript:")) {
          found = "script in <" + element + ">";
        }
      }
    }
  }

  private void reference(String element, String name, String plain) {
    boolean inside = plain.isEmpty() || plain.startsWith("#") || PICTURE.matcher(plain).matches();
    boolean link =
        element.equals("a") && (plain.startsWith("http://") || plain.startsWith("https://"));
    if (!inside && !link) {
      found =
          (plain.startsWith("javascript:") ? "script in " : "reference out of the file in ")
              + name
              + " of <"
              + element
              + ">: "
              + cut(plain);
    }
  }

  /// Style sheets fetch by `@import` and `url`; old browsers run what stands in some of them.
  private void css(String place, String text) {
    // Escapes and comments are how such things are hidden.
    String plain = lower(unescaped(COMMENT.matcher(text).replaceAll("")));
    if (plain.contains("@import")
        || plain.contains("expression(")
        || plain.contains("javascript:")
        || plain.contains("-moz-binding")) {
      found = "style that fetches or acts in " + place;
      return;
    }
    Matcher address = ADDRESS.matcher(plain);
    while (found == null && address.find()) {
      String target = plain(address.group(1));
      if (!target.isEmpty()
          && !target.startsWith("#")
          && !target.startsWith("data:image/")
          && !target.startsWith("data:font/")
          && !target.startsWith("data:application/")) {
        found = "reference out of the file in " + place + ": " + cut(target);
      }
    }
  }

  private static String unescaped(String css) {
    if (css.indexOf('\\') < 0) {
      return css;
    }
    return ESCAPE
        .matcher(css)
        .replaceAll(escape -> {
          String digits = escape.group(1);
          int character =
              digits == null ? escape.group(2).codePointAt(0) : Integer.parseInt(digits, 16);
          return Matcher.quoteReplacement(
              Character.isValidCodePoint(character) ? Character.toString(character) : "");
        });
  }

  private void measure(XMLStreamReader xml) {
    double[] size = {
      length(xml.getAttributeValue(null, "width")), length(xml.getAttributeValue(null, "height"))
    };
    String box = xml.getAttributeValue(null, "viewBox");
    if ((size[0] < 1 || size[1] < 1) && box != null) {
      String[] parts = box.strip().split("[\\s,]+");
      if (parts.length == 4) {
        size[0] = length(parts[2]);
        size[1] = length(parts[3]);
      }
    }
    width = size[0];
    height = size[1];
  }

  /// In pixels; 0 for other units and for shares of the window.
  private static double length(@Nullable String text) {
    Matcher length = LENGTH.matcher(text == null ? "" : text);
    return length.matches() && length.group(1).length() < 12
        ? Double.parseDouble(length.group(1))
        : 0;
  }

  /// Browsers pass over blanks and control characters in addresses.
  private static String plain(String text) {
    String head = text.length() > 2000 ? text.substring(0, 2000) : text;
    return lower(head.replaceAll("[\\p{Cntrl}\\s]+", ""));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String cut(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
