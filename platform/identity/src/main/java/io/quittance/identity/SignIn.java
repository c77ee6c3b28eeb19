package io.quittance.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;

/** Signs people in at Keycloak: OpenID Connect, authorisation code with PKCE S256. Holds nothing between the steps. */
@ApplicationScoped
public class SignIn {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);
    /** All of the person's organisations at once: choosing among them afterwards needs no other token. */
    private static final Scope SCOPE = new Scope("openid", "profile", "email", "organization:*");

    @Inject
    OidcSettings settings;

    @Inject
    Realm realm;

    @Inject
    RealmKeys keys;

    @Inject
    TokenVerifier verifier;

    @Inject
    Clock clock;

    /** @return {@link SignInOutcome.Begun} or {@link SignInOutcome.Unavailable} */
    public SignInOutcome begin(String returnTo, Locale language) {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier secret = new CodeVerifier();
        try {
            URI location = new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, new ClientID(settings.clientId()), callback())
                    .endpointURI(realm.reachable().getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(nonce)
                    .codeChallenge(secret, CodeChallengeMethod.S256)
                    .customParameter("ui_locales", language.getLanguage())
                    .build()
                    .toURI();
            return new SignInOutcome.Begun(location,
                    new PendingSignIn(state.getValue(), nonce.getValue(), secret.getValue(), returnTo, clock.instant()));
        } catch (IOException away) {
            return new SignInOutcome.Unavailable(String.valueOf(away.getMessage()));
        }
    }

    /**
     * @param query   the callback's raw query
     * @param pending what this browser's session holds for the state that the query names
     */
    public SignInOutcome complete(String query, PendingSignIn pending) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(URI.create(callback() + "?" + query));
            if (!new State(pending.state()).equals(response.getState())) {
                return new SignInOutcome.Refused("the answer belongs to another sign-in");
            }
            Issuer issuer = response.getIssuer();
            if (issuer != null && !issuer.getValue().equals(settings.issuer().toString())) {
                return new SignInOutcome.Refused("the answer comes from another issuer");
            }
            if (response instanceof AuthenticationErrorResponse error) {
                return new SignInOutcome.Refused(String.valueOf(error.getErrorObject().getCode()));
            }
            AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
            return redeem(new AuthorizationCodeGrant(code, callback(), new CodeVerifier(pending.verifier())), new Nonce(pending.nonce()));
        } catch (ParseException | IllegalArgumentException malformed) {
            return new SignInOutcome.Refused("the answer is malformed");
        }
    }

    /** Trades the refresh token for the next tokens, with the same scope; a refresh token is good for one trade. */
    public SignInOutcome refresh(Tokens tokens) {
        return redeem(new RefreshTokenGrant(new RefreshToken(tokens.refresh())), null);
    }

    /** Where the browser goes to be signed out at Keycloak as well. */
    public URI signOut(Tokens tokens) {
        URI endpoint = URI.create(settings.issuer() + "/protocol/openid-connect/logout");
        return URI.create(endpoint
                + "?id_token_hint=" + encode(tokens.id())
                + "&client_id=" + encode(settings.clientId())
                + "&post_logout_redirect_uri=" + encode(settings.baseUrl() + "/"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI callback() {
        return URI.create(settings.baseUrl() + "/signin/callback");
    }

    private SignInOutcome redeem(AuthorizationGrant grant, Nonce nonce) {
        try {
            TokenRequest request = new TokenRequest.Builder(
                    realm.internal(realm.known().getTokenEndpointURI()),
                    new ClientSecretBasic(new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                    grant).build();
            HTTPResponse answer = Realm.patient(request.toHTTPRequest()).send();
            if (answer.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
                return new SignInOutcome.Unavailable("Keycloak answers " + answer.getStatusCode());
            }
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                return new SignInOutcome.Refused(String.valueOf(response.toErrorResponse().getErrorObject().getCode()));
            }
            return check(((OIDCTokenResponse) response).getOIDCTokens(), nonce);
        } catch (IOException away) {
            return new SignInOutcome.Unavailable(String.valueOf(away.getMessage()));
        } catch (ParseException malformed) {
            return new SignInOutcome.Refused("Keycloak's answer is malformed");
        }
    }

    private SignInOutcome check(OIDCTokens tokens, Nonce nonce) {
        JWT id = tokens.getIDToken();
        if (id == null || tokens.getRefreshToken() == null) {
            return new SignInOutcome.Refused("Keycloak sent no id or refresh token");
        }
        try {
            new IDTokenValidator(new Issuer(settings.issuer()), new ClientID(settings.clientId()),
                    new JWSVerificationKeySelector<>(ALGORITHMS, keys.source()), null).validate(id, nonce);
        } catch (BadJOSEException | JOSEException wrong) {
            return new SignInOutcome.Refused(String.valueOf(wrong.getMessage()));
        }
        String access = tokens.getAccessToken().getValue();
        return switch (verifier.verify(access)) {
            case TokenOutcome.Verified(VerifiedToken token) when token.party().equals(settings.clientId()) -> new SignInOutcome.SignedIn(
                    new Tokens(access, tokens.getRefreshToken().getValue(), id.getParsedString(), token));
            case TokenOutcome.Verified other -> new SignInOutcome.Refused("the token was issued to another client");
            case TokenOutcome.Refused(String reason) -> new SignInOutcome.Refused(reason);
            case TokenOutcome.KeysUnavailable away -> new SignInOutcome.Unavailable("the realm's keys cannot be fetched");
        };
    }
}
