package org.handsel.collection.harvest;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What a page of a repository says of itself; its records are only counted.
///
/// @param records records, deleted ones left out
/// @param deleted records called deleted
/// @param identifiers a number that is the same for pages with the same records in the same order;
///   0 without records
/// @param token with which the next page is asked for; empty when this is the last
/// @param size of the whole list, as the repository says; -1 when it does not
/// @param error code of an error; empty when there is none
/// @param message of that error
/// @param broken where and why the page is not well-formed; null when it is
record OaiPage(
    long records,
    long deleted,
    long identifiers,
    String token,
    long size,
    String error,
    String message,
    @Nullable String broken) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "<(?:[A-Za-z0-9_]+:)?resumptionToken(\\s[^>]*)?>([^<]*)</(?:[A-Za-z0-9_]+:)?resumptionToken\\s*>");
  private static final Pattern SIZE = Pattern.compile("completeListSize\\s*=\\s*[\"'](\\d{1,18})");

  static OaiPage of(byte[] bytes) {
    return new Reading().read(bytes);
  }

  boolean isAnswer() {
    return records > 0 || deleted > 0 || !error.isEmpty() || !token.isEmpty();
  }

  /// One reading of a page.
  private static final class Reading {
    private long records;
    private long deleted;
    private long identifiers;
    private String token = "";
    private long size = -1;
    private String error = "";
    private String message = "";
    private boolean known;

    OaiPage read(byte[] bytes) {
      String broken = null;
      try {
        XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
        int depth = 0;
        while (xml.hasNext()) {
          int event = xml.next();
          if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            if (start(xml, depth)) {
              // The text of the element was read to its end.
              depth--;
            }
          } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
          }
        }
      } catch (XMLStreamException wrong) {
        broken = reason(wrong);
        mend(new String(bytes, StandardCharsets.UTF_8));
      }
      if (broken == null && !known) {
        broken = "no answer of OAI-PMH: expected an element OAI-PMH";
      }
      return new OaiPage(records, deleted, identifiers, token, size, error, message, broken);
    }

    private boolean start(XMLStreamReader xml, int depth) throws XMLStreamException {
      String name = xml.getLocalName();
      if (depth == 1) {
        known = name.equals("OAI-PMH");
      } else if (depth == 2 && name.equals("error")) {
        error = attribute(xml, "code");
        message = xml.getElementText().strip();
        return true;
      } else if (name.equals("header") && (depth == 4 || depth == 3)) {
        if (attribute(xml, "status").equals("deleted")) {
          deleted++;
        } else {
          records++;
        }
      } else if (name.equals("identifier") && (depth == 5 || depth == 4)) {
        identifiers = identifiers * 1_000_003 + xml.getElementText().strip().hashCode() + 1;
        return true;
      } else if (name.equals("resumptionToken") && depth == 3) {
        String stated = attribute(xml, "completeListSize");
        size = stated.matches("\\d{1,18}") ? Long.parseLong(stated) : -1;
        token = xml.getElementText().strip();
        return true;
      }
      return false;
    }

    /// What a broken page still says: the token of the next one.
    private void mend(String text) {
      Matcher found = TOKEN.matcher(text);
      while (found.find()) {
        token =
            found
                .group(2)
                .strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
        Matcher stated = SIZE.matcher(found.group(1) == null ? "" : found.group(1));
        size = stated.find() ? Long.parseLong(stated.group(1)) : size;
      }
    }

    private static XMLInputFactory factory() {
      WstxInputFactory factory = new WstxInputFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 32 << 20);
      return factory;
    }

    private static String attribute(XMLStreamReader xml, String name) {
      String value = xml.getAttributeValue(null, name);
      return value == null ? "" : value;
    }

    private static String reason(XMLStreamException wrong) {
      String message = String.valueOf(wrong.getMessage());
      int place = message.indexOf("\n at [");
      return "line %d: %s"
          .formatted(
              wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNumber(),
              (place < 0 ? message : message.substring(0, place)).replaceAll("\\s+", " "));
    }
  }
}
