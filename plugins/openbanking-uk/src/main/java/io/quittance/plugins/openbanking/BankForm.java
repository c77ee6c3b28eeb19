package io.quittance.plugins.openbanking;

import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tenant fills in: all of it stands in the bank's developer portal and in its well-known configuration. */
final class BankForm {

    static final String BANK = "bank";
    static final String API_BASE = "api-base";
    static final String ISSUER = "issuer";
    static final String AUTHORISE = "authorization-endpoint";
    static final String TOKEN = "token-endpoint";
    static final String JWKS = "jwks-uri";
    static final String CLIENT_ID = "client-id";
    static final String KEY_ID = "key-id";
    static final String SIGNING_KEY = "signing-key";
    static final String RESPONSE = "response-type";
    static final String FINANCIAL_ID = "financial-id";
    static final String HYBRID = "code id_token";

    private static final Optional<Pattern> ADDRESS = Optional.of(Pattern.compile("https?://[^\\s?#]{3,300}"));

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Text(BANK, new Wording("Bank", "Bank"), new Wording("Its name, for people.", "Ihr Name, für Menschen."), true,
            Optional.of(Pattern.compile(".{1,100}"))),
        address(API_BASE, "API address", "API-Adresse", "Up to and without /open-banking/v4.0.", "Bis vor /open-banking/v4.0."),
        address(ISSUER, "Issuer", "Aussteller", "“issuer” of the bank's well-known configuration.",
            "„issuer“ der Well-known-Konfiguration der Bank."),
        address(AUTHORISE, "Authorisation endpoint", "Autorisierungs-Adresse", "“authorization_endpoint” of the same.",
            "„authorization_endpoint“ daraus."),
        address(TOKEN, "Token endpoint", "Token-Adresse", "“token_endpoint” of the same.", "„token_endpoint“ daraus."),
        address(JWKS, "Keys of the bank", "Schlüssel der Bank", "“jwks_uri” of the same.", "„jwks_uri“ daraus."),
        new SettingsField.Text(CLIENT_ID, new Wording("Client id", "Client-ID"),
            new Wording("Given when your software was registered with the bank.",
                "Bei der Anmeldung Ihrer Software bei der Bank vergeben."), true, Optional.of(Pattern.compile("[!-~]{1,200}"))),
        new SettingsField.Text(KEY_ID, new Wording("Key id", "Schlüssel-ID"),
            new Wording("“kid” of your signing key in the directory.", "„kid“ Ihres Signaturschlüssels im Verzeichnis."), true,
            Optional.of(Pattern.compile("[!-~]{1,200}"))),
        new SettingsField.Secret(SIGNING_KEY, new Wording("Signing key", "Signaturschlüssel"),
            new Wording("The private RSA key as PKCS #8, with or without the lines BEGIN and END.",
                "Der private RSA-Schlüssel als PKCS #8, mit oder ohne die Zeilen BEGIN und END."), true),
        new SettingsField.Choice(RESPONSE, new Wording("Answer of the bank", "Antwort der Bank"),
            new Wording("What the bank supports (“response_types_supported”).", "Was die Bank unterstützt („response_types_supported“)."),
            true, List.of(new SettingsField.Option(HYBRID, new Wording("code id_token", "code id_token")),
                new SettingsField.Option("code", new Wording("code", "code")))),
        new SettingsField.Text(FINANCIAL_ID, new Wording("Financial id", "Financial-ID"),
            new Wording("Only where the bank asks for x-fapi-financial-id.", "Nur wo die Bank x-fapi-financial-id verlangt."), false,
            Optional.of(Pattern.compile("[!-~]{1,100}"))));

    private BankForm() {
    }

    private static SettingsField address(String key, String en, String de, String help, String hilfe) {
        return new SettingsField.Text(key, new Wording(en, de), new Wording(help, hilfe), true, ADDRESS);
    }
}
