package io.quittance.plugins.paypal;

import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsField.Option;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tenant fills in. */
final class PayPalForm {

    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String ENVIRONMENT = "environment";
    static final String BRAND = "brand-name";
    static final String FOREIGN = "foreign-payments";
    static final String API_BASE = "api-base";

    private static final String LIVE = "live";

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Choice(ENVIRONMENT, new Wording("Environment", "Umgebung"),
            new Wording("Sandbox moves no real money.", "In der Sandbox fließt kein echtes Geld."), true,
            List.of(new Option(LIVE, new Wording("Live", "Live")), new Option("sandbox", new Wording("Sandbox", "Sandbox")))),
        new SettingsField.Text(CLIENT_ID, new Wording("Client ID", "Client-ID"),
            new Wording("Of a REST app: PayPal Developer, Apps & Credentials.", "Einer REST-App: PayPal Developer, Apps & Credentials."),
            true, Optional.of(Pattern.compile("[A-Za-z0-9_-]{10,200}"))),
        new SettingsField.Secret(CLIENT_SECRET, new Wording("Client secret", "Client-Secret"),
            new Wording("Of the same app. “Transaction search” must be on in it for withdrawals to be read.",
                "Derselben App. Für Abbuchungen aufs Bankkonto muss „Transaction search“ in ihr eingeschaltet sein."), true),
        new SettingsField.Text(BRAND, new Wording("Name on PayPal's page", "Name auf der PayPal-Seite"),
            new Wording("Empty for the account's own name.", "Leer für den Namen des Kontos."), false,
            Optional.of(Pattern.compile(".{1,127}"))),
        new SettingsField.Switch(FOREIGN, new Wording("Record payments that did not start here", "Fremde Zahlungen erfassen"),
            new Wording("Other payments of the same app become receipts without a purpose. Off: they are left out.",
                "Andere Zahlungen derselben App werden Eingänge ohne Zweck. Aus: Sie bleiben unbeachtet.")),
        new SettingsField.Text(API_BASE, new Wording("API address", "API-Adresse"),
            new Wording("Leave empty for PayPal's own.", "Für PayPals eigene leer lassen."), false,
            Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))));

    private PayPalForm() {
    }

    static String base(Settings settings) {
        return settings.find(API_BASE).orElse(settings.text(ENVIRONMENT).equals(LIVE) ? "https://api-m.paypal.com"
            : "https://api-m.sandbox.paypal.com");
    }
}
