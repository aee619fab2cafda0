package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikiAddressTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://commons.wikimedia.org,https://commons.wikimedia.org/w/api.php",
    "commons.wikimedia.org,https://commons.wikimedia.org/w/api.php",
    "https://commons.wikimedia.org/wiki/Main_Page,https://commons.wikimedia.org/w/api.php",
    "https://commons.wikimedia.org/wiki/Café_A?x=1#y,https://commons.wikimedia.org/w/api.php",
    "http://127.0.0.1:8080,http://127.0.0.1:8080/w/api.php",
    "http://127.0.0.1:8080/api.php,http://127.0.0.1:8080/api.php",
    "https://wiki.example.org/mediawiki/api.php,https://wiki.example.org/mediawiki/api.php"
  })
  void theApiIsLookedForWhereItUsuallyIs(String given, String first) {
    assertThat(WikiAddress.parse(given).candidates().getFirst()).isEqualTo(URI.create(first));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ftp://example.org", "https://user:pass@example.org", "http://", "a b c"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> WikiAddress.parse(text))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("--wiki");
  }

  @Test
  void loopbackIsKnown() {
    assertThat(WikiAddress.parse("http://localhost:1").loopback()).isTrue();
    assertThat(WikiAddress.parse("http://127.0.0.1:1").loopback()).isTrue();
    assertThat(WikiAddress.parse("http://127.example.org").loopback()).isFalse();
  }
}
