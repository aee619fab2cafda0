package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;

/// An access token instead of a password.
class TokenLoginTest {
  @Test
  void aTokenIsItsAccount() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Wiki wiki = open(sandbox)) {
      Account account = wiki.login(Login.bearer(sandbox.bot().password()));

      assertThat(account.name()).isEqualTo(sandbox.bot().user());
      assertThat(wiki.create("File talk:A.jpg", "text", "by token").orThrow("edit")).isPositive();
      sandbox.forgetLogins();
      assertThat(wiki.create("File talk:B.jpg", "text", "by token").orThrow("edit")).isPositive();
    }
  }

  @Test
  void aTokenThatTheWikiDoesNotKnowIsRefusedWithoutShowingIt() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Wiki wiki = open(sandbox)) {
      assertThatThrownBy(() -> wiki.login(Login.bearer("a-secret-that-is-wrong")))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("mwoauth-invalid-authorization")
          .hasMessageNotContaining("a-secret");
    }
  }

  @Test
  void aTokenWithLineBreaksIsNoHeader() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Wiki wiki = open(sandbox)) {
      assertThatThrownBy(() -> wiki.login(Login.bearer("one\r\nX-Other: two")))
          .isInstanceOf(HandselException.class)
          .hasMessageNotContaining("X-Other");
    }
  }

  @Test
  void neitherPasswordNorTokenIsShown() {
    assertThat(new Login("me", "hidden-one").toString()).doesNotContain("hidden-one");
    assertThat(Login.bearer("hidden-two").toString()).doesNotContain("hidden-two");
  }

  private static Wiki open(Sandbox sandbox) {
    return Wiki.open(
        WikiAddress.parse(sandbox.api().toString()), WikiSettings.of("tester@example.org"));
  }
}
