package io.quittance.plugins.mollie;

import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tenant fills in. */
final class MollieForm {

    static final String API_KEY = "api-key";
    static final String ORGANISATION = "organisation-token";
    static final String METHODS = "methods";
    static final String NOTICES = "webhook-url";
    static final String FOREIGN = "foreign-payments";
    static final String API_BASE = "api-base";

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Secret(API_KEY, new Wording("API key", "API-Schlüssel"),
            new Wording("Starts with live_ or test_: from Mollie, Developers, API keys, of the profile that is to be paid.",
                "Beginnt mit live_ oder test_: aus Mollie, Entwickler, API-Schlüssel, vom Profil, das bezahlt werden soll."), true),
        new SettingsField.Secret(ORGANISATION, new Wording("Organisation access token", "Organisationstoken"),
            new Wording("Starts with access_, with the permissions settlements.read and payments.read: Mollie shows settlements and "
                + "fees to no API key. Empty: none are read.", "Beginnt mit access_, mit den Rechten settlements.read und "
                + "payments.read: Auszahlungen und Gebühren zeigt Mollie keinem API-Schlüssel. Leer: Es werden keine gelesen."), false),
        new SettingsField.Text(METHODS, new Wording("Payment methods", "Zahlungsarten"),
            new Wording("Empty for all that are active in Mollie, or names with commas between: ideal,creditcard,banktransfer.",
                "Leer für alle in Mollie aktiven, oder Namen mit Kommas: ideal,creditcard,banktransfer."), false,
            Optional.of(Pattern.compile("[a-z0-9]{1,40}(,[a-z0-9]{1,40}){0,19}"))),
        new SettingsField.Text(NOTICES, new Wording("Address for notices", "Adresse für Meldungen"),
            new Wording("The address on this page, for charges without the payer. Empty: we ask Mollie by ourselves.",
                "Die Adresse auf dieser Seite, für Einzüge ohne den Zahler. Leer: Wir fragen selbst bei Mollie nach."), false,
            Optional.of(Pattern.compile("https://[^\\s]{1,300}"))),
        new SettingsField.Switch(FOREIGN, new Wording("Record payments that did not start here", "Fremde Zahlungen erfassen"),
            new Wording("Other payments of the same profile, when Mollie tells us of them, become receipts without a purpose.",
                "Andere Zahlungen desselben Profils, von denen Mollie uns berichtet, werden Eingänge ohne Zweck.")),
        new SettingsField.Text(API_BASE, new Wording("API address", "API-Adresse"),
            new Wording("Leave empty for https://api.mollie.com.", "Für https://api.mollie.com leer lassen."), false,
            Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))));

    private MollieForm() {
    }

    /** The names that were chosen; empty for all that are active. */
    static List<String> methods(Settings settings) {
        return settings.find(METHODS).map(methods -> Arrays.stream(methods.split(",")).distinct().toList()).orElse(List.of());
    }
}
