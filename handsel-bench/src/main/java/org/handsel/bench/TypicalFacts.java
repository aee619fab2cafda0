package org.handsel.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/// What one writes in Java in an afternoon: commons-compress, Woodstox, two regular expressions and
/// buffered writers. It writes pages, categories with sort keys and the text of the same templates,
/// and knows nothing of comments, nested braces or redirects of templates. One thread, as its
/// libraries have it.
final class TypicalFacts {
  private static final Pattern CATEGORY =
      Pattern.compile(
          "\\[\\[\\s*(?:Category|Kategorie)\\s*:\\s*([^\\]|\\[{\\n]+)(?:\\|([^\\]]*))?\\]\\]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\{\\{\\s*(Personendaten|Persondata|Normdaten|Authority"
              + " control)\\s*(?:\\|([^{}]*))?\\}\\}",
          Pattern.CASE_INSENSITIVE);

  private final BufferedWriter pages;
  private final BufferedWriter categories;
  private final BufferedWriter templates;

  private TypicalFacts(Path out) throws IOException {
    Files.createDirectories(out);
    pages = Files.newBufferedWriter(out.resolve("pages.tsv"));
    categories = Files.newBufferedWriter(out.resolve("categories.tsv"));
    templates = Files.newBufferedWriter(out.resolve("templates.tsv"));
  }

  public static void main(String[] args) throws IOException, XMLStreamException {
    TypicalFacts facts = new TypicalFacts(Path.of(args[1]));
    try (InputStream in =
        new BZip2CompressorInputStream(
            new BufferedInputStream(Files.newInputStream(Path.of(args[0])), 1 << 20), true)) {
      facts.read(in);
    }
    try (facts.pages;
        facts.categories;
        facts.templates) {
      Measured.sayMemory();
    }
  }

  private void read(InputStream in) throws IOException, XMLStreamException {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
    StringBuilder content = new StringBuilder();
    String element = "";
    String title = "";
    String id = "";
    String namespace = "";
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          element = xml.getLocalName();
          id = element.equals("page") ? "" : id;
          content.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (element.equals("text")
              || element.equals("title")
              || element.equals("id")
              || element.equals("ns")) {
            content.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          switch (xml.getLocalName()) {
            case "title" -> title = content.toString();
            case "ns" -> namespace = content.toString();
            case "id" -> id = id.isEmpty() ? content.toString() : id;
            case "text" -> page(id, namespace, title, content.toString());
            default -> {
              // Of no interest.
            }
          }
          element = "";
          content.setLength(0);
        }
        default -> {
          // Of no interest.
        }
      }
    }
  }

  private void page(String id, String namespace, String title, String text) throws IOException {
    pages.write(id + "\t" + namespace + "\t" + title + "\n");
    Matcher category = CATEGORY.matcher(text);
    while (category.find()) {
      String key = category.group(2) == null ? "" : category.group(2);
      categories.write(id + "\t" + title + "\t" + category.group(1).strip() + "\t" + key + "\n");
    }
    Matcher template = TEMPLATE.matcher(text);
    while (template.find()) {
      String arguments = template.group(2) == null ? "" : template.group(2);
      for (String argument : arguments.split("\\|")) {
        String[] parts = argument.split("=", 2);
        templates.write(
            String.join(
                "\t",
                id,
                title,
                template.group(1),
                parts[0].strip(),
                parts.length > 1 ? parts[1].strip() : ""));
        templates.write('\n');
      }
    }
  }
}
