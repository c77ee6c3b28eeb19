package io.quittance.plugins.adyen;

import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsField.Option;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a tenant fills in. */
final class AdyenForm {

    static final String ENVIRONMENT = "environment";
    static final String PREFIX = "live-prefix";
    static final String ACCOUNT = "merchant-account";
    static final String API_KEY = "api-key";
    static final String HMAC_KEY = "hmac-key";
    static final String HMAC_KEY_PREVIOUS = "hmac-key-previous";
    static final String REPORT_KEY = "report-key";
    static final String CAPTURE = "capture";
    static final String METHODS = "methods";
    static final String API_BASE = "api-base";

    private static final String LIVE = "live";
    private static final String LATER = "later";

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Choice(ENVIRONMENT, new Wording("Environment", "Umgebung"),
            new Wording("Test moves no real money.", "In der Testumgebung fließt kein echtes Geld."), true,
            List.of(new Option(LIVE, new Wording("Live", "Live")), new Option("test", new Wording("Test", "Test")))),
        new SettingsField.Text(PREFIX, new Wording("Live endpoint prefix", "Präfix der Live-Adresse"),
            new Wording("Like 1797a841fbb37ca7-AcmeCompany: Adyen, Developers, API URLs. Needed for live alone.",
                "Wie 1797a841fbb37ca7-AcmeCompany: Adyen, Developers, API URLs. Nur für live nötig."), false,
            Optional.of(Pattern.compile("[A-Za-z0-9-]{1,100}"))),
        new SettingsField.Text(ACCOUNT, new Wording("Merchant account", "Händlerkonto"),
            new Wording("Its name in Adyen, exactly.", "Sein Name in Adyen, genau."), true,
            Optional.of(Pattern.compile("[A-Za-z0-9_.-]{1,80}"))),
        new SettingsField.Secret(API_KEY, new Wording("API key", "API-Schlüssel"),
            new Wording("Of a web service user with the roles that the README lists.",
                "Eines Webservice-Nutzers mit den Rollen aus der README."), true),
        new SettingsField.Secret(HMAC_KEY, new Wording("Webhook HMAC key", "HMAC-Schlüssel des Webhooks"),
            new Wording("64 hexadecimal digits: from the standard webhook, once it exists with our address.",
                "64 hexadezimale Ziffern: aus dem Standard-Webhook, sobald er mit unserer Adresse angelegt ist."), true),
        new SettingsField.Secret(HMAC_KEY_PREVIOUS, new Wording("Previous HMAC key", "Vorheriger HMAC-Schlüssel"),
            new Wording("Only while the key is being changed: both are accepted until this is emptied.",
                "Nur während der Schlüssel gewechselt wird: Beide gelten, bis dieses Feld geleert ist."), false),
        new SettingsField.Secret(REPORT_KEY, new Wording("Report key", "Schlüssel für Berichte"),
            new Wording("API key of a report user: reads the settlement details report. Empty: no payouts, no fees.",
                "API-Schlüssel eines Report-Nutzers: liest den Bericht „Settlement details“. Leer: keine Auszahlungen und Gebühren."),
            false),
        new SettingsField.Choice(CAPTURE, new Wording("Capture", "Einzug"),
            new Wording("“Immediately”: authorised money is ours. “Later”: it is when Adyen reports the capture.",
                "„Sofort“: Autorisiertes Geld ist unseres. „Später“: erst, wenn Adyen den Einzug meldet."), false,
            List.of(new Option("immediate", new Wording("Immediately", "Sofort")), new Option(LATER, new Wording("Later", "Später")))),
        new SettingsField.Text(METHODS, new Wording("Payment methods", "Zahlungsarten"),
            new Wording("Empty for all that are active in Adyen, or names with commas between: scheme,ideal,paypal.",
                "Leer für alle in Adyen aktiven, oder Namen mit Kommas: scheme,ideal,paypal."), false,
            Optional.of(Pattern.compile("[A-Za-z0-9_]{1,40}(,[A-Za-z0-9_]{1,40}){0,19}"))),
        new SettingsField.Text(API_BASE, new Wording("API address", "API-Adresse"),
            new Wording("Leave empty for Adyen's own.", "Für Adyens eigene leer lassen."), false,
            Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))));

    private AdyenForm() {
    }

    private static boolean isLive(Settings settings) {
        return settings.text(ENVIRONMENT).equals(LIVE);
    }

    /** Start of every address of the interface. */
    static String checkout(Settings settings) {
        return settings.find(API_BASE).map(base -> base + "/v72").orElseGet(() -> isLive(settings)
            ? "https://" + settings.find(PREFIX).orElse("unset") + "-checkout-live.adyenpayments.com/checkout/v72"
            : "https://checkout-test.adyen.com/v72");
    }

    /** Start of every report's address. */
    static String reports(Settings settings) {
        return settings.find(API_BASE).orElse(isLive(settings) ? "https://ca-live.adyen.com" : "https://ca-test.adyen.com")
            + "/reports/download/MerchantAccount/";
    }

    static boolean capturesLater(Settings settings) {
        return settings.find(CAPTURE).filter(LATER::equals).isPresent();
    }

    /** The names that were chosen; empty for all that are active. */
    static List<String> methods(Settings settings) {
        return settings.find(METHODS).map(methods -> Arrays.stream(methods.split(",")).distinct().toList()).orElse(List.of());
    }

    /** Every key that a delivery may be signed with now. */
    static List<String> hmacKeys(Settings settings) {
        return Stream.concat(Stream.of(settings.text(HMAC_KEY)), settings.find(HMAC_KEY_PREVIOUS).stream()).toList();
    }
}
