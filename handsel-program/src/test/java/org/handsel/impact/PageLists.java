package org.handsel.impact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes small page lists of an invented museum, in the layout of GLAMorousToHTML.
public final class PageLists {
  static final List<Object> HEADER =
      List.of(
          "Full institution name",
          "ProjectCode",
          "FullLanguageName",
          "ArticleURL",
          "ArticleTitle",
          "Images",
          "NumberOfImages");

  private PageLists() {}

  /// `PageLists FILE`: the sample of the documentation.
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), sample());
  }

  static List<List<Object>> sample() {
    return List.of(
        HEADER,
        row(
            "de.wikipedia",
            "German",
            "Hafen_von_Skarvik",
            3,
            "Skarvik_harbour_1903.jpg -- Skarvik_lighthouse.jpg -- Ice_on_the_fjord.jpg"),
        row(
            "en.wikipedia",
            "English",
            "Skarvik",
            2,
            "Skarvik_harbour_1903.jpg -- Ice_on_the_fjord.jpg"),
        row("nb.wikipedia", "Norwegian (Bokmål)", "Skarvik_fyr", 1, "Skarvik_lighthouse.jpg"),
        row(
            "ar.wikipedia",
            "Arabic",
            "ميناء_سكارفيك_القديم_في_النرويج",
            2,
            "Skarvik_harbour_1903.jpg -- Skarvik_lighthouse.jpg"),
        row("he.wikipedia", "Hebrew", "נמל_סקארוויק", 1, "Skarvik_harbour_1903.jpg"),
        row(
            "th.wikipedia",
            "Thai",
            "ท่าเรือสการ์วิกและประภาคารเก่าแก่",
            1,
            "Skarvik_harbour_1903.jpg"),
        row("zh.wikipedia", "Chinese", "斯卡維克港口與舊燈塔的歷史", 1, "Skarvik_lighthouse.jpg"),
        row("ja.wikipedia", "Japanese", "スカルヴィーク港", 1, "Ice_on_the_fjord.jpg"),
        row("ko.wikipedia", "Korean", "스카르비크_항구", 1, "Ice_on_the_fjord.jpg"),
        row("hi.wikipedia", "Hindi", "स्कार्विक_बंदरगाह", 1, "Skarvik_harbour_1903.jpg"),
        row("ru.wikipedia", "Russian", "Скарвик_(порт)", 1, "Skarvik_harbour_1903.jpg"),
        row("ka.wikipedia", "Georgian", "სკარვიკის_პორტი", 1, "Skarvik_lighthouse.jpg"));
  }

  static List<Object> row(String project, String language, String title, int count, String files) {
    return List.of(
        "Skarvik Museum",
        project,
        language,
        "https://" + project + ".org/wiki/" + title,
        title,
        files,
        count);
  }

  static void write(Path file, List<List<Object>> rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Skarvik");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          Object value = rows.get(r).get(c);
          if (value instanceof Number number) {
            sheet.value(r, c, number);
          } else {
            sheet.value(r, c, String.valueOf(value));
          }
        }
      }
    }
  }
}
