package io.quittance.plugins.b1;

import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tenant fills in. */
final class B1Form {

    static final String SERVER = "server";
    static final String COMPANY = "company";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String INVOICE_FIELD = "invoice-field";
    static final String STATUS_FIELD = "status-field";
    static final String PAID_FIELD = "paid-field";

    private static final Pattern OWN_FIELD = Pattern.compile("U_[A-Za-z0-9_]{1,48}");
    private static final Wording EMPTY = new Wording("A user-defined field of marketing documents. Nothing is written when empty.",
        "Ein benutzerdefiniertes Feld der Marketingbelege. Leer wird nichts geschrieben.");

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Text(SERVER, new Wording("Address of the Service Layer", "Adresse des Service Layer"),
            new Wording("Such as https://b1.example.com:50000, without a path.", "Etwa https://b1.example.com:50000, ohne Pfad."), true,
            Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))),
        new SettingsField.Text(COMPANY, new Wording("Company database", "Firmendatenbank"),
            new Wording("Its name, such as SBODEMODE.", "Ihr Name, etwa SBODEMODE."), true, Optional.empty()),
        new SettingsField.Text(USER, new Wording("User", "Benutzer"),
            new Wording("With the right to read and update sales orders and to read business partners.",
                "Mit dem Recht, Kundenaufträge zu lesen und zu ändern und Geschäftspartner zu lesen."), true, Optional.empty()),
        new SettingsField.Secret(PASSWORD, new Wording("Password", "Passwort"), new Wording("", ""), true),
        new SettingsField.Text(INVOICE_FIELD, new Wording("Field for the invoice's number", "Feld für die Rechnungsnummer"), EMPTY, false,
            Optional.of(OWN_FIELD)),
        new SettingsField.Text(STATUS_FIELD, new Wording("Field for the status", "Feld für den Status"), EMPTY, false,
            Optional.of(OWN_FIELD)),
        new SettingsField.Text(PAID_FIELD, new Wording("Field for the amount paid", "Feld für den bezahlten Betrag"), EMPTY, false,
            Optional.of(OWN_FIELD)));

    private B1Form() {
    }
}
