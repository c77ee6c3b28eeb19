package io.quittance.plugins.btcpay;

import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tenant fills in. */
final class BtcPayForm {

    static final String SERVER = "server";
    static final String STORE = "store-id";
    static final String API_KEY = "api-key";
    static final String WEBHOOK_SECRET = "webhook-secret";
    static final String MINUTES = "expiration-minutes";
    static final String SPEED = "speed-policy";

    private static final long USUAL_MINUTES = 15;
    private static final long LONGEST_MINUTES = 1_440;

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Text(SERVER, new Wording("Address of the server", "Adresse des Servers"),
            new Wording("Such as https://pay.example.org, without a path.", "Etwa https://pay.example.org, ohne Pfad."), true,
            Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))),
        new SettingsField.Text(STORE, new Wording("Store ID", "Store-ID"),
            new Wording("From BTCPay, Store settings, General.", "Aus BTCPay, Store settings, General."), true,
            Optional.of(Pattern.compile("[A-Za-z0-9]{20,64}"))),
        new SettingsField.Secret(API_KEY, new Wording("API key", "API-Schlüssel"),
            new Wording("With the permissions to view and create invoices and to view the store, of this store alone.",
                "Mit den Rechten, Rechnungen zu sehen und anzulegen und den Store zu sehen, nur für diesen Store."), true),
        new SettingsField.Secret(WEBHOOK_SECRET, new Wording("Webhook secret", "Webhook-Geheimnis"),
            new Wording("From BTCPay, Store settings, Webhooks, once the webhook with our address exists.",
                "Aus BTCPay, Store settings, Webhooks, sobald der Webhook mit unserer Adresse angelegt ist."), true),
        new SettingsField.Number(MINUTES, new Wording("Minutes for which the rate holds", "Minuten, für die der Kurs gilt"),
            new Wording("Afterwards the page expires. 15 when empty.", "Danach verfällt die Seite. Leer heißt 15."), false, 1,
            LONGEST_MINUTES),
        new SettingsField.Choice(SPEED, new Wording("Confirmations", "Bestätigungen"),
            new Wording("When a payment counts as settled. The store's own setting when empty.",
                "Ab wann eine Zahlung als abgeschlossen gilt. Leer heißt: wie im Store eingestellt."), false, List.of(
                new SettingsField.Option("HighSpeed", new Wording("At once", "Sofort")),
                new SettingsField.Option("MediumSpeed", new Wording("One", "Eine")),
                new SettingsField.Option("LowMediumSpeed", new Wording("Two", "Zwei")),
                new SettingsField.Option("LowSpeed", new Wording("Six", "Sechs")))));

    private BtcPayForm() {
    }

    static long minutes(Settings settings) {
        return settings.find(MINUTES).isPresent() ? settings.number(MINUTES) : USUAL_MINUTES;
    }
}
