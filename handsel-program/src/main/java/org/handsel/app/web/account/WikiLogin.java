package org.handsel.app.web.account;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCECodeChallengeMethod;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The login with a wiki account by OAuth 2.0 as MediaWiki's extension OAuth speaks it
/// (`/authorize`, `/access_token`, `/resource/profile` below `rest.php/oauth2`), with PKCE and
/// state. Asks for nothing but who the person is. Safe for use by many threads.
public final class WikiLogin {
  private final OAuth20Service service;
  private final String profile;
  private final Tokens tokens = new Tokens();

  /// @param url address of `rest.php/oauth2` of the wiki
  /// @param callback address of this workbench to which the wiki sends the person back
  public WikiLogin(String url, String client, String secret, String callback) {
    String base = url.replaceAll("/+$", "");
    this.profile = base + "/resource/profile";
    this.service =
        new ServiceBuilder(client).apiSecret(secret).callback(callback).build(new MediaWiki(base));
  }

  /// One person on the way to the wiki; kept in a cookie of theirs until they come back.
  ///
  /// @param state random text that must come back
  /// @param verifier the secret half of PKCE
  /// @param address where to send the person
  public record Way(String state, String verifier, String address) {}

  /// Who came back.
  ///
  /// @param id the wiki's own id of the person
  public record Person(String id, String name) {}

  private static final class MediaWiki extends DefaultApi20 {
    private final String base;

    MediaWiki(String base) {
      this.base = base;
    }

    @Override
    public String getAccessTokenEndpoint() {
      return base + "/access_token";
    }

    @Override
    protected String getAuthorizationBaseUrl() {
      return base + "/authorize";
    }
  }

  public Way begin() {
    String state = tokens.fresh();
    PKCE pkce = pkce(tokens.fresh());
    String address = service.createAuthorizationUrlBuilder().state(state).pkce(pkce).build();
    return new Way(state, pkce.getCodeVerifier(), address);
  }

  /// Asks the wiki who came back.
  ///
  /// @param code as the wiki gave it
  /// @throws HandselException when the wiki does not answer, or does not know the code
  public Person finish(String code, String verifier) {
    try {
      OAuth2AccessToken token =
          service.getAccessToken(AccessTokenRequestParams.create(code).pkceCodeVerifier(verifier));
      OAuthRequest request = new OAuthRequest(Verb.GET, profile);
      service.signRequest(token, request);
      try (Response response = service.execute(request)) {
        JsonNode answer = Json.mapper().readTree(response.getBody());
        String id = answer.path("sub").asString("");
        String name = answer.path("username").asString("");
        if (response.getCode() != 200 || id.isEmpty() || name.isEmpty()) {
          throw HandselException.environment(
              "%s: expected who the person is, found status %d."
                  .formatted(profile, response.getCode()));
        }
        return new Person(id, name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HandselException.environment("login by the wiki: interrupted", e);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: no answer (%s).".formatted(profile, DurableFiles.reason(e)), e);
    } catch (ExecutionException | RuntimeException e) {
      if (e instanceof HandselException known) {
        throw known;
      }
      throw HandselException.environment(
          e instanceof JacksonException
              ? profile + ": the answer is not JSON."
              : profile + ": the wiki refused the login.",
          e);
    }
  }

  private static PKCE pkce(String verifier) {
    PKCE pkce = new PKCE();
    pkce.setCodeChallengeMethod(PKCECodeChallengeMethod.S256);
    pkce.setCodeVerifier(verifier);
    pkce.setCodeChallenge(Tokens.hash(verifier));
    return pkce;
  }
}
