package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.handsel.collection.mapping.Mapping;
import org.handsel.platform.Progress;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A raw export becomes three rendered items in a browser: sent, mapped by click and by key, taken
/// back, looked at; on a database that a subclass chooses.
abstract class MappingWays {
  @TempDir Path home;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url();

  /// Whether every page is looked at in light and dark, on a phone and on a desk.
  abstract boolean everywhere();

  private static <T> T await(Browser browser, java.util.function.Function<WebDriver, T> what) {
    return new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
        .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
        .ignoring(org.openqa.selenium.NoSuchElementException.class)
        .until(what);
  }

  private static WebElement radio(Browser browser, String field) {
    return browser
        .driver()
        .findElement(By.cssSelector("input[name='from'][value='" + field + "']"));
  }

  private static void map(Browser browser, String field, String to) {
    // The last one's answer may still replace the page; its own sentence tells when it has.
    radio(browser, field).click();
    WebElement button = browser.driver().findElement(By.id("to-" + to.replace('.', '-')));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
    button.click();
    await(browser, driver -> driver.findElement(By.id("said")).getText().contains(to));
  }

  @Test
  void rawExportBecomesThreeRenderedItems() throws Exception {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    Path raw = Shared.root().resolve("samples/skarvik/skarvik.csv");
    try (Bench bench = Bench.on(url(), home, clock);
        Browser browser = Browser.open(bench.server().url(), home.resolve("profile"))) {
      browser.size(Browser.Size.DESK).go("/mappings");
      browser.driver().findElement(By.id("file")).sendKeys(raw.toAbsolutePath().toString());
      browser.driver().findElement(By.cssSelector("main button.primary")).click();
      await(browser, driver -> driver.findElement(By.id("delivered")).isDisplayed());
      browser.driver().findElement(By.cssSelector("main button.primary")).click();
      // The preview comes by itself.
      await(browser, driver -> driver.findElements(By.cssSelector("#trial article")).size() == 3);
      Path profile = home.resolve("mappings/skarvik.csv/mapping.yaml");
      String begun = Files.readString(profile);
      // Emptied, to be mapped by hand.
      Files.writeString(profile, "# By hand.\nid: Inventory no.\nfields:\n  source: Link\n");
      browser.go("/mappings/skarvik.csv");
      List<String> columns =
          browser.driver().findElements(By.cssSelector("input[name='from']")).stream()
              .map(input -> String.valueOf(input.getDomAttribute("value")))
              .toList();
      assertThat(columns).contains("Inventory no.", "Title", "Maker");
      map(browser, "Title", "fields.title");
      map(browser, "Maker", "fields.creator");
      map(browser, "Date", "fields.date");
      // And by key alone.
      radio(browser, "Technique").sendKeys(Keys.SPACE);
      browser.driver().findElement(By.id("to-fields-medium")).sendKeys(Keys.ENTER);
      await(
          browser, driver -> driver.findElement(By.id("said")).getText().contains("fields.medium"));
      browser.driver().findElement(By.cssSelector("#paper > summary")).click();
      browser.driver().findElement(By.id("filename")).sendKeys("{title} - Skarvik - {id}");
      browser.driver().findElement(By.id("template")).sendKeys("Artwork");
      browser
          .driver()
          .findElement(By.id("release"))
          .sendKeys("https://creativecommons.org/publicdomain/zero/1.0/");
      WebElement save = browser.driver().findElement(By.cssSelector("#paper button.primary"));
      browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", save);
      save.click();
      await(
          browser,
          driver ->
              driver.findElements(By.cssSelector("#trial pre")).size() == 3
                  && driver
                      .findElement(By.cssSelector("#trial pre"))
                      .getText()
                      .contains("{{Cc-zero}}"));
      assertThat(Files.readString(profile)).startsWith("# By hand.\n").contains("creator:");
      // A step too many is taken back.
      map(browser, "Subject", "fields.place");
      browser.driver().findElement(By.id("undo")).click();
      await(browser, driver -> driver.findElement(By.id("said")).getText().contains("Taken back"));
      assertThat(Files.readString(profile)).doesNotContain("place:");
      assertThat(
              Mapping.run(
                      home.resolve("collections/skarvik.csv"),
                      profile,
                      home.resolve("out"),
                      Progress.NONE)
                  .items())
          .isPositive();
      assertThat(begun).contains("fields:");
      browser.driver().findElement(By.cssSelector("button.link")).click();
      await(browser, driver -> String.valueOf(driver.getCurrentUrl()).contains("/tables/"));
      looks(browser);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void peopleAreDecidedByKeyAndTakenBack() throws Exception {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    Path persons =
        Files.writeString(
            home.resolve("library.jsonl"),
            """
            {"id":"Q42","name":"Lindqvist, Elin","birth":"1861","death":"1932","occupations":["painter"]}
            {"id":"Q43","name":"Lindqvist, Elin","birth":"1790","death":"1851","occupations":["printer"]}
            {"id":"n77","name":"Aasland, Odd","birth":"1870","identifiers":{"wikidata":"Q77"}}
            {"id":"Q79","name":"Dahl, Maria","birth":"1811"}
            """);
    Files.createDirectories(home.resolve("collections"));
    Files.writeString(
        home.resolve("collections/museum.csv"),
        "Nr,Von\n1,\"Lindqvist, Elin\"\n2,\"Lindqvist, Elin\"\n3,\"Aasland, Odd\"\n4,Werkstatt\n");
    String table = "/mappings/museum.csv/tables/creator";
    try (Bench bench = Bench.knowing(url(), home, clock, persons);
        Browser browser = Browser.open(bench.server().url(), home.resolve("profile"))) {
      browser.size(Browser.Size.DESK).go("/mappings/museum.csv");
      browser.driver().findElement(By.cssSelector("main button.primary")).click();
      await(browser, driver -> driver.findElements(By.cssSelector("#trial")).size() == 1);
      Files.writeString(
          home.resolve("mappings/museum.csv/mapping.yaml"),
          "id: Nr\nfields:\n  creator: {from: Von, transforms: [flip-name]}\n");
      browser.go("/mappings/museum.csv");
      browser.driver().findElement(By.cssSelector("button.link")).click();
      await(browser, driver -> String.valueOf(driver.getCurrentUrl()).contains("/tables/"));
      browser.go(table + "/people");
      browser.picture(Path.of("target/screenshots/mapping-people-first.png"));
      press(browser, "1", "Odd Aasland");
      assertThat(Files.readString(home.resolve("mappings/museum.csv/creator.tsv")))
          .containsPattern("Elin Lindqvist\t2\tmapped\tQ4[23]");
      press(browser, "s", "Werkstatt");
      press(browser, "n", "Odd Aasland");
      press(browser, "z", "Odd Aasland");
      assertThat(Files.readString(home.resolve("mappings/museum.csv/creator.tsv")))
          .contains("Werkstatt\t1\ttodo");
      browser.go(table);
      browser
          .driver()
          .findElement(By.cssSelector("form[action$='/people/propose'] button"))
          .click();
      await(
          browser,
          driver -> driver.findElement(By.tagName("main")).getText().contains("It is Q77"));
      for (Browser.Look look : Browser.Look.all(everywhere())) {
        for (String path : List.of(table, table + "/people")) {
          browser.prefers(look.theme()).size(look.size()).go(path);
          assertThat(browser.barriers()).as("%s %s", path, look).isEmpty();
          assertThat(browser.overflows()).as("%s %s", path, look).isFalse();
          browser.picture(
              Path.of(
                  "target/screenshots/people%s-%s-%s.png"
                      .formatted(
                          path.endsWith("people") ? "" : "-table",
                          look.theme(),
                          look.size().toString().toLowerCase(java.util.Locale.ROOT))));
          turned(browser, "people" + (path.endsWith("people") ? "" : "-table"), look);
        }
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void press(Browser browser, String key, String next) {
    WebElement body = browser.driver().findElement(By.tagName("body"));
    body.sendKeys(key);
    await(
        browser,
        driver ->
            driver.findElement(By.tagName("h1")).getText().contains(next)
                && driver.findElements(By.cssSelector("body")).stream()
                    .noneMatch(one -> one.equals(body)));
  }

  private void looks(Browser browser) {
    for (Browser.Look look : Browser.Look.all(everywhere())) {
      for (String path :
          List.of(
              "/mappings",
              "/mappings/skarvik.csv",
              "/mappings/skarvik.csv/preview",
              "/mappings/skarvik.csv/text",
              "/mappings/skarvik.csv/tables/title")) {
        browser.prefers(look.theme()).size(look.size()).go(path);
        await(
            browser,
            driver -> driver.findElements(By.cssSelector("[hx-trigger='load']")).isEmpty());
        browser
            .driver()
            .executeScript("document.querySelectorAll('main details').forEach(d => d.open = true)");
        assertThat(browser.barriers()).as("%s %s", path, look).isEmpty();
        assertThat(browser.overflows()).as("%s %s", path, look).isFalse();
        browser.picture(
            Path.of(
                "target/screenshots/mapping%s-%s-%s.png"
                    .formatted(
                        path.replaceAll("[^a-z]+", "-"),
                        look.theme(),
                        look.size().toString().toLowerCase(java.util.Locale.ROOT))));
        turned(browser, "mapping" + path.replaceAll("[^a-z]+", "-"), look);
      }
    }
  }

  private static void turned(Browser browser, String name, Browser.Look look) {
    browser
        .turned()
        .picture(
            Path.of(
                "target/screenshots/%s-rtl-%s.png"
                    .formatted(name, look.size().toString().toLowerCase(java.util.Locale.ROOT))));
    assertThat(browser.overflows()).as("%s %s, right to left", name, look).isFalse();
  }
}
