package org.handsel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// Debian's Chromium without a screen, with a profile of its own.
public final class Browser implements AutoCloseable {
  /// A window as on a phone, and as on a desk.
  public enum Size {
    PHONE(390, 844),
    DESK(1440, 900);

    final Dimension dimension;

    Size(int width, int height) {
      this.dimension = new Dimension(width, height);
    }
  }

  /// How a page may be met.
  public record Look(Size size, String theme) {
    /// All ways, or one of each kind.
    public static List<Look> all(boolean everywhere) {
      return everywhere
          ? List.of(
              new Look(Size.PHONE, "light"),
              new Look(Size.PHONE, "dark"),
              new Look(Size.DESK, "light"),
              new Look(Size.DESK, "dark"))
          : List.of(new Look(Size.DESK, "light"));
    }
  }

  private final ChromeDriver driver;
  private final URI base;
  private final String axe;

  private Browser(ChromeDriver driver, URI base, String axe) {
    this.driver = driver;
    this.base = base;
    this.axe = axe;
  }

  /// @param profile folder for what the browser keeps
  public static Browser open(URI base, Path profile) {
    assertThat(Path.of("/usr/bin/chromium")).as("Debian's package chromium").exists();
    assertThat(Path.of("/usr/bin/chromedriver")).as("Debian's package chromium-driver").exists();
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--lang=en",
        "--user-data-dir=" + profile);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .withSilent(true)
                .build(),
            options);
    // On a busy machine a check of a long page takes its time.
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new Browser(driver, base, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      driver.quit();
      throw new IllegalStateException(e);
    }
  }

  public ChromeDriver driver() {
    return driver;
  }

  public Browser size(Size size) {
    // The window's own frame would take some of it; a phone is narrower than any window may be.
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            size.dimension.getWidth(),
            "height",
            size.dimension.getHeight(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    return this;
  }

  /// What the operating system asks for: `light` or `dark`.
  public Browser prefers(String theme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    return this;
  }

  public Browser go(String path) {
    driver.get(base.resolve(path).toString());
    return this;
  }

  /// What axe finds against WCAG 2.2 A and AA and its own good practices: rule, help and place.
  public List<String> barriers() {
    driver.executeScript(axe);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run().then(result => done(result.violations.map(v => v.id + ': ' + v.help + ' '
                + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | '))))
              .catch(e => done(['axe failed: ' + e]));
            """);
    List<String> barriers = new ArrayList<>();
    ((List<?>) found).forEach(one -> barriers.add(String.valueOf(one)));
    return barriers;
  }

  /// Addresses of everything that the page loaded, itself included.
  public List<String> loaded() {
    Object found =
        driver.executeScript(
            "return performance.getEntries().filter(e => e.entryType === 'resource' || e.entryType"
                + " === 'navigation').map(e => e.name)");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /// What the page said to the console at warning level or above.
  public List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream().map(Object::toString).toList();
  }

  /// Turns the page that is shown round, as a language from right to left does.
  public Browser turned() {
    driver.executeScript("document.documentElement.dir = 'rtl'");
    return this;
  }

  /// Whether the page is wider than the window.
  public boolean overflows() {
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  /// Texts of what gets the focus when the tab key is pressed again and again.
  public List<String> tabOrder(int times) {
    List<String> order = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      driver.switchTo().activeElement().sendKeys(Keys.TAB);
      order.add(driver.switchTo().activeElement().getText());
    }
    return order;
  }

  /// Keeps a picture of the page, for people to look at.
  public void picture(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
