package io.quittance.plugins.openbanking;

import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.SharedContracts;
import io.quittance.testkit.gateway.GatewayWorld;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bank that holds us against the read/write document, and against what RFC 6749, 7521 and 7523 say of its token endpoint. */
final class BankWorld implements AutoCloseable {

    static final URI RETURN = URI.create("https://acme.example/app/connected");
    private static final String PATH = "openbanking-uk/account-info-openapi.json.gz";

    /** Written from the RFCs: the standard leaves OAuth to them. */
    private static final String OAUTH = """
        {"openapi": "3.0.0", "servers": [{"url": "/"}], "paths": {
          "/jwks": {"get": {"responses": {"200": {"description": "keys"}}}},
          "/token": {"post": {"requestBody": {"required": true, "content": {"application/x-www-form-urlencoded": {"schema": {
            "type": "object", "required": ["grant_type", "client_id", "client_assertion_type", "client_assertion"], "properties": {
              "grant_type": {"type": "string", "enum": ["client_credentials", "authorization_code", "refresh_token"]},
              "scope": {"type": "string", "enum": ["accounts"]}, "code": {"type": "string"}, "redirect_uri": {"type": "string"},
              "code_verifier": {"type": "string", "pattern": "^[A-Za-z0-9._~-]{43,128}$"}, "refresh_token": {"type": "string"},
              "client_id": {"type": "string"},
              "client_assertion_type": {"type": "string", "enum": ["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"]},
              "client_assertion": {"type": "string", "pattern": "^[\\\\w-]+\\\\.[\\\\w-]+\\\\.[\\\\w-]+$"}}}}}},
            "responses": {"200": {"description": "tokens"}}}}}}
        """;

    final ApiDocument document = document();
    final Bank bank = new Bank(document, GatewayWorld.NOW);
    final GatewayWorld world = new GatewayWorld(List.of(document, ApiDocument.of(Bank.json(OAUTH))), bank, BankWorld::settings);
    private final OpenBankingFeed feed = new OpenBankingFeed();

    private static final class Contract {
        private static final ApiDocument DOCUMENT = ApiDocument.shared(PATH);
    }

    private static ApiDocument document() {
        // before the holder class, whose initialisation must not be what is skipped
        SharedContracts.find(PATH);
        return Contract.DOCUMENT;
    }

    static Map<String, String> settings(URI bank) {
        Map<String, String> values = new HashMap<>();
        values.put("bank", "Test Bank");
        values.put("api-base", bank.toString());
        values.put("issuer", Bank.ISSUER);
        values.put("authorization-endpoint", bank + "/authorise");
        values.put("token-endpoint", bank + "/token");
        values.put("jwks-uri", bank + "/jwks");
        values.put("client-id", Bank.CLIENT);
        values.put("key-id", "ours-1");
        values.put("signing-key", Keys.entered());
        values.put("response-type", "code id_token");
        return values;
    }

    static Consent.Wish wish(Optional<Grant> renewed) {
        return new Consent.Wish(RETURN, "state-1", renewed, Locale.ENGLISH);
    }

    Consent.Opened begun() {
        return (Consent.Opened) feed.begin(wish(Optional.empty()), world.call());
    }

    Consent.Ended back(Consent.Opened page, Map<String, String> brought, String... settings) {
        return feed.finish(new Consent.Return(brought, page.pending(), RETURN), world.call(settings));
    }

    /** A consent that was given. */
    Grant granted() {
        Consent.Opened page = begun();
        return ((Consent.Granted) back(page, bank.authorise(page.page()))).grant();
    }

    @Override
    public void close() {
        world.close();
    }
}
