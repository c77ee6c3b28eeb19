package io.quittance.plugins.bank;

import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles.Account;
import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tenant fills in. */
final class BankForm {

    static final String HOLDER = "account-holder";
    static final String IBAN = "iban";
    static final String BIC = "bic";
    static final String CREDITOR = "creditor-identifier";
    static final String NOTICE = "notice-days";
    static final String FORMAT = "format";
    static final String SINGLE = "single-booking";

    /** Of September 2019, which the rulebooks want since November 2023; the older one is for banks that have not moved. */
    static final String NEW_FORMAT = "2019";
    private static final String OLD_FORMAT = "2009";
    private static final long USUAL_NOTICE = 14;
    private static final long LONGEST_NOTICE = 60;

    static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Text(HOLDER, new Wording("Account holder", "Kontoinhaber"),
            new Wording("As the bank has it, up to 70 characters.", "Wie bei der Bank geführt, bis zu 70 Zeichen."), true,
            Optional.of(Pattern.compile(".{1,70}"))),
        new SettingsField.Text(IBAN, new Wording("IBAN", "IBAN"),
            new Wording("Of the account that takes in money and pays refunds: two letters, two digits and the account.",
                "Des Kontos, das Geld einnimmt und Erstattungen zahlt: zwei Buchstaben, zwei Ziffern und das Konto."), true,
            Optional.of(Pattern.compile("[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{11,38}"))),
        new SettingsField.Text(BIC, new Wording("BIC", "BIC"),
            new Wording("8 or 11 characters; may be left empty within the European Economic Area.",
                "8 oder 11 Zeichen; im Europäischen Wirtschaftsraum entbehrlich."), false,
            Optional.of(Pattern.compile("[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?"))),
        new SettingsField.Text(CREDITOR, new Wording("Creditor identifier", "Gläubiger-Identifikationsnummer"),
            new Wording("For direct debits only, such as DE98ZZZ09999999999; the central bank gives it.",
                "Nur für Lastschriften, etwa DE98ZZZ09999999999; die Zentralbank vergibt sie."), false,
            Optional.of(Pattern.compile("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{3}[A-Za-z0-9]{1,28}"))),
        new SettingsField.Number(NOTICE, new Wording("Days of notice before a debit", "Tage Vorankündigung vor einer Lastschrift"),
            new Wording("Calendar days between telling the payer and collecting. 14 when empty; fewer only where it is agreed.",
                "Kalendertage zwischen Ankündigung und Einzug. Leer heißt 14; weniger nur, wenn es vereinbart ist."),
            false, 1, LONGEST_NOTICE),
        new SettingsField.Choice(FORMAT, new Wording("Format of the files", "Format der Dateien"),
            new Wording("The newer one unless your bank asks for the older.",
                "Das neuere, wenn die Bank nicht das ältere verlangt."), false,
            List.of(new SettingsField.Option(NEW_FORMAT, new Wording("pain.001.001.09 and pain.008.001.08",
                    "pain.001.001.09 und pain.008.001.08")),
                new SettingsField.Option(OLD_FORMAT, new Wording("pain.001.001.03 and pain.008.001.02",
                    "pain.001.001.03 und pain.008.001.02")))),
        new SettingsField.Switch(SINGLE, new Wording("Book each order by itself", "Jeden Auftrag einzeln buchen"),
            new Wording("Off: the bank books a group of orders as one line of the statement, if you have agreed so.",
                "Aus: Die Bank bucht eine Gruppe von Aufträgen als eine Zeile des Auszugs, falls so vereinbart.")));

    private BankForm() {
    }

    /** The tenant's account; empty when its number is none. */
    static Optional<Account> account(Settings settings) {
        return Iban.parse(settings.text(IBAN))
            .map(iban -> new Account(settings.text(HOLDER), iban, settings.find(BIC).flatMap(Bic::parse)));
    }

    static boolean isNewFormat(Settings settings) {
        return !settings.find(FORMAT).orElse(NEW_FORMAT).equals(OLD_FORMAT);
    }

    static long noticeDays(Settings settings) {
        return settings.find(NOTICE).isPresent() ? settings.number(NOTICE) : USUAL_NOTICE;
    }
}
