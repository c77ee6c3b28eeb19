package io.quittance.plugins.stripe;

import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a tenant fills in. */
final class StripeForm {

    static final String SECRET_KEY = "secret-key";
    static final String WEBHOOK_SECRET = "webhook-secret";
    static final String WEBHOOK_SECRET_PREVIOUS = "webhook-secret-previous";
    static final String METHODS = "methods";
    static final String BANK_COUNTRY = "bank-transfer-country";
    static final String DESCRIPTOR = "statement-descriptor";
    static final String FOREIGN = "foreign-payments";
    static final String API_BASE = "api-base";

    /** Stripe's name for a bank transfer to an account number of the payer's own. */
    static final String BANK_TRANSFER = "customer_balance";

    private static final String AUTOMATIC = "automatic";

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Secret(SECRET_KEY, new Wording("Secret key", "Geheimer Schlüssel"),
            new Wording("From Stripe, Developers, API keys; better a restricted key (rk_…) with the permissions that the README lists.",
                "Aus Stripe, Entwickler, API-Schlüssel; besser ein eingeschränkter (rk_…) mit den Rechten aus der README."), true),
        new SettingsField.Secret(WEBHOOK_SECRET, new Wording("Webhook signing secret", "Webhook-Signaturgeheimnis"),
            new Wording("Starts with whsec_: from Stripe, Developers, Webhooks, once the endpoint with our address exists.",
                "Beginnt mit whsec_: aus Stripe, Entwickler, Webhooks, sobald der Endpunkt mit unserer Adresse angelegt ist."), true),
        new SettingsField.Secret(WEBHOOK_SECRET_PREVIOUS, new Wording("Previous signing secret", "Vorheriges Signaturgeheimnis"),
            new Wording("Only while the secret is being rolled: both are accepted until this is emptied.",
                "Nur während das Geheimnis gewechselt wird: Beide gelten, bis dieses Feld geleert ist."), false),
        new SettingsField.Text(METHODS, new Wording("Payment methods", "Zahlungsarten"),
            new Wording("“automatic” for what is switched on in Stripe, or names with commas between: card,sepa_debit,customer_balance. "
                + "Wallets come with card.", "„automatic“ für das, was in Stripe eingeschaltet ist, oder Namen mit Kommas: "
                + "card,sepa_debit,customer_balance. Wallets kommen mit card."),
            false, Optional.of(Pattern.compile("automatic|[a-z0-9_]{1,40}(,[a-z0-9_]{1,40}){0,19}"))),
        new SettingsField.Text(BANK_COUNTRY, new Wording("Country of bank transfers", "Land für Überweisungen"),
            new Wording("For customer_balance in euro: BE, DE, ES, FR, IE or NL. DE when empty.",
                "Für customer_balance in Euro: BE, DE, ES, FR, IE oder NL. Leer heißt DE."), false,
            Optional.of(Pattern.compile("BE|DE|ES|FR|IE|NL"))),
        new SettingsField.Text(DESCRIPTOR, new Wording("Statement descriptor", "Text auf dem Kontoauszug"),
            new Wording("Up to 22 letters, digits, blanks, dots and hyphens, with at least one letter; card payers see it.",
                "Bis zu 22 Buchstaben, Ziffern, Leerzeichen, Punkte und Bindestriche, mindestens ein Buchstabe; Kartenzahler sehen ihn."),
            false, Optional.of(Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 .-]{1,22}"))),
        new SettingsField.Switch(FOREIGN, new Wording("Record payments that did not start here", "Fremde Zahlungen erfassen"),
            new Wording("Other payments of the same Stripe account become receipts without a purpose. Off: they are left out.",
                "Andere Zahlungen desselben Stripe-Kontos werden Eingänge ohne Zweck. Aus: Sie bleiben unbeachtet.")),
        new SettingsField.Text(API_BASE, new Wording("API address", "API-Adresse"),
            new Wording("Leave empty for https://api.stripe.com.", "Für https://api.stripe.com leer lassen."), false,
            Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))));

    private StripeForm() {
    }

    /** The names that were chosen; empty for Stripe's own choice. */
    static List<String> methods(Settings settings) {
        return settings.find(METHODS).filter(methods -> !methods.equals(AUTOMATIC))
            .map(methods -> Arrays.stream(methods.split(",")).distinct().toList()).orElse(List.of());
    }

    /** Every secret that a delivery may be signed with now. */
    static List<String> webhookSecrets(Settings settings) {
        return Stream.concat(Stream.of(settings.text(WEBHOOK_SECRET)), settings.find(WEBHOOK_SECRET_PREVIOUS).stream()).toList();
    }
}
