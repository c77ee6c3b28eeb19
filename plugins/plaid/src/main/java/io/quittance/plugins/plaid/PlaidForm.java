package io.quittance.plugins.plaid;

import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tenant fills in. */
final class PlaidForm {

    static final String CLIENT_ID = "client-id";
    static final String SECRET = "secret";
    static final String ENVIRONMENT = "environment";
    static final String CLIENT_NAME = "client-name";
    static final String COUNTRIES = "countries";
    static final String API_BASE = "api-base";

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Text(CLIENT_ID, new Wording("Client id", "Client-ID"),
            new Wording("From the Plaid dashboard, Developers, Keys: letters and digits.",
                "Aus dem Plaid-Dashboard, Developers, Keys: Buchstaben und Ziffern."), true,
            Optional.of(Pattern.compile("[A-Za-z0-9]{1,64}"))),
        new SettingsField.Secret(SECRET, new Wording("Secret", "Secret"),
            new Wording("Of the environment chosen below.", "Der unten gewählten Umgebung."), true),
        new SettingsField.Choice(ENVIRONMENT, new Wording("Environment", "Umgebung"), Wording.NONE, true, List.of(
            new SettingsField.Option("production", new Wording("Production", "Produktion")),
            new SettingsField.Option("sandbox", new Wording("Sandbox", "Sandbox")))),
        new SettingsField.Text(CLIENT_NAME, new Wording("Name at the bank", "Name bei der Bank"),
            new Wording("Under which the owner of the accounts sees who wants to read them.",
                "Unter dem der Inhaber der Konten sieht, wer sie lesen will."), true, Optional.of(Pattern.compile(".{1,30}"))),
        new SettingsField.Text(COUNTRIES, new Wording("Countries", "Länder"),
            new Wording("Codes with commas between, such as US,CA,GB. Empty: US.",
                "Kürzel mit Kommas, etwa US,CA,GB. Leer: US."), false, Optional.of(Pattern.compile("[A-Z]{2}(,[A-Z]{2}){0,19}"))),
        new SettingsField.Text(API_BASE, new Wording("API address", "API-Adresse"),
            new Wording("Leave empty for Plaid's own.", "Für die eigene von Plaid leer lassen."), false,
            Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))));

    private PlaidForm() {
    }

    static List<String> countries(Settings settings) {
        return settings.find(COUNTRIES).map(codes -> Arrays.stream(codes.split(",")).distinct().toList()).orElse(List.of("US"));
    }
}
