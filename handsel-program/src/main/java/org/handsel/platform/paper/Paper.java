package org.handsel.platform.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// One PDF, made from a page of HTML that is well-formed XML and stands alone.
///
/// Its style names the font family `Handsel Sans`, which is a font of this machine; names in
/// scripts that a PDF writer cannot set go through [#text(String)]. Serves one document and one
/// thread.
public final class Paper {
  private final Fonts fonts;
  private final DrawnText drawn;

  /// @param fontFolders folders with font files that come before the system's
  /// @param width at which the lines of drawn names break, in points before scaling
  public Paper(List<Path> fontFolders, float width) {
    this.fonts = new Fonts(fontFolders);
    this.drawn = new DrawnText(fonts, width);
  }

  /// Text from elsewhere as markup: escaped, or drawn as outlines where its script needs shaping.
  public String text(String text) {
    return drawn.html(text);
  }

  /// Scripts that [#text(String)] met and that no font could draw.
  public Set<String> missing() {
    return fonts.missing();
  }

  /// The page as PDF. Nothing that the page names is fetched.
  public byte[] pdf(String html) {
    XRLog.setLoggingEnabled(false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .useFastMode()
            .useSVGDrawer(new BatikSVGDrawer())
            .withProducer("Handsel")
            .withHtmlContent(xml(html), null)
            .toStream(out);
    fonts
        .latin(false)
        .ifPresent(
            file -> builder.useFont(file.toFile(), "Handsel Sans", 400, FontStyle.NORMAL, true));
    fonts
        .latin(true)
        .ifPresent(
            file -> builder.useFont(file.toFile(), "Handsel Sans", 700, FontStyle.NORMAL, true));
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// The PDF writer reads XML: it takes the same page without the words only HTML knows.
  private static String xml(String html) {
    return html.replace("<!DOCTYPE html>", "").replaceAll("<meta http-equiv[^>]*>", "");
  }
}
