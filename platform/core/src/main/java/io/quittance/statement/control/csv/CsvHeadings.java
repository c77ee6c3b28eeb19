package io.quittance.statement.control.csv;

import io.quittance.statement.CsvRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What banks call their columns, in the languages of those that we have seen. */
final class CsvHeadings {

    /** In order: the first role takes the first column that one of its words fits, exactly before in part. */
    private static final List<Map.Entry<CsvRole, List<String>>> WORDS = List.of(
            Map.entry(CsvRole.DIRECTION, List.of("soll/haben", "debit/credit", "credit/debit", "dr/cr", "cr/dr", "d/c", "af bij", "af/bij",
                    "bevétel/kiadás", "s/h", "d/k", "debet/kredit", "cdflag", "direction")),
            Map.entry(CsvRole.AMOUNT, List.of("buchungsbetrag", "betrag", "amount", "transaction amount", "bedrag", "montant", "importe",
                    "importo", "částka", "tranzakció összege", "összeg", "kwota", "summa", "belopp", "beløb", "beløp", "umsatz", "value")),
            Map.entry(CsvRole.DEBIT, List.of("soll", "debit", "debit amount", "paid out", "money out", "withdrawal", "withdrawals", "débit",
                    "debet", "belastung", "ausgaben", "dare", "cargo", "outflow", "lastschrift")),
            Map.entry(CsvRole.CREDIT, List.of("haben", "credit", "credit amount", "paid in", "money in", "deposit", "deposits", "crédit",
                    "kredit", "gutschrift", "einnahmen", "avere", "abono", "inflow")),
            Map.entry(CsvRole.VALUE_ON, List.of("valutadatum", "wertstellung", "wertstellungstag", "valuta", "value date", "date de valeur",
                    "rentedatum", "execution date", "datum provedení", "értéknap", "fecha valor", "data valuta", "data waluty")),
            Map.entry(CsvRole.BOOKED_ON, List.of("buchungsdatum", "buchungstag", "buchung", "booking date", "posting date", "posted date",
                    "boekdatum", "datum zaúčtování", "date comptable", "data księgowania", "data contabile", "fecha operación",
                    "transaction date", "tranzakció dátuma", "data operacji", "bokføringsdato", "bogføringsdato", "date", "datum",
                    "data", "fecha",
                    "dátum", "dato")),
            Map.entry(CsvRole.BALANCE, List.of("saldo", "balance", "running balance", "kontostand", "solde", "egyenleg", "zůstatek",
                    "saldo nach buchung", "saldo na mutatie", "saldo po operacji")),
            Map.entry(CsvRole.CURRENCY, List.of("buchungswährung", "währung", "waehrung", "currency", "devizanem", "devise", "munt",
                    "valuta code",
                    "muntsoort", "waluta", "měna", "divisa", "tranzakció devizaneme")),
            Map.entry(CsvRole.PARTY_BIC, List.of("bic", "bic (swift-code)", "swift", "bic/swift", "blz", "bankleitzahl")),
            Map.entry(CsvRole.PARTY_ACCOUNT, List.of("kontonummer/iban", "iban zahlungsbeteiligter", "counterparty iban", "tegenrekening",
                    "tegenrekening iban/bban", "partner számlaszáma", "gegenkonto", "bank account details", "bankovní spojení",
                    "counter account", "iban", "kontonummer")),
            Map.entry(CsvRole.ACCOUNT, List.of("auftragskonto", "iban auftragskonto", "own account", "account number", "számlaszám",
                    "iban/bban", "rekeningnummer", "rekening", "account")),
            Map.entry(CsvRole.NAME, List.of("begünstigter/zahlungspflichtiger", "beguenstigter/zahlungspflichtiger",
                    "name zahlungsbeteiligter", "auftraggeber / begünstigter", "auftraggeber/empfänger", "empfänger", "counterparty",
                    "payee",
                    "counteraccount name", "název protiúčtu", "partner neve", "naam tegenpartij", "naam / omschrijving", "beneficiary",
                    "merchant",
                    "name")),
            Map.entry(CsvRole.END_TO_END, List.of("kundenreferenz (end-to-end)", "kundenreferenz", "end-to-end", "end to end id")),
            Map.entry(CsvRole.MANDATE, List.of("mandatsreferenz", "mandate reference", "machtigingskenmerk")),
            Map.entry(CsvRole.CREDITOR_ID, List.of("gläubiger id", "glaeubiger id", "gläubiger-id", "creditor id", "incassant id")),
            Map.entry(CsvRole.CREDITOR_REFERENCE, List.of("variable symbol 1", "variable symbol", "variabilní symbol 1",
                    "variabilní symbol",
                    "betalingskenmerk")),
            Map.entry(CsvRole.REFERENCE, List.of("transaction reference number", "referenční číslo transakce", "buchungsreferenz",
                    "transaction id", "transaktions-id", "volgnr", "bank reference", "reference")),
            Map.entry(CsvRole.STATUS, List.of("status", "info", "state")));
    private static final List<String> TEXTS = List.of("verwendungszweck", "buchungstext", "description", "details", "memo", "narrative",
            "omschrijving", "message", "zpráva", "libellé", "közlemény", "transaktionsbeschreibung", "beschreibung", "particulars",
            "causale",
            "concepto", "remittance", "részletek", "note", "poznámka", "text", "omschrijving-1", "tytuł", "opis");

    private CsvHeadings() {
    }

    /** What the columns hold by their headings; those that say nothing are ignored. */
    static List<CsvRole> roles(List<String> headings) {
        List<String> said = headings.stream().map(heading -> heading.toLowerCase(Locale.ROOT).replace("\u00A0", " ").strip()).toList();
        List<CsvRole> roles = new ArrayList<>(Collections.nCopies(said.size(), CsvRole.IGNORED));
        for (Map.Entry<CsvRole, List<String>> entry : WORDS) {
            int at = exact(said, roles, entry.getValue());
            if (at < 0) {
                at = partly(said, roles, entry.getValue());
            }
            if (at >= 0) {
                roles.set(at, entry.getKey());
            }
        }
        for (int i = 0; i < said.size(); i++) {
            String heading = said.get(i);
            if (roles.get(i) == CsvRole.IGNORED && TEXTS.stream().anyMatch(heading::contains)) {
                roles.set(i, CsvRole.TEXT);
            }
        }
        return roles;
    }

    private static int exact(List<String> said, List<CsvRole> roles, List<String> words) {
        for (String word : words) {
            for (int i = 0; i < said.size(); i++) {
                if (roles.get(i) == CsvRole.IGNORED && said.get(i).equals(word)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Such as {@code Amount CZK} or {@code Betrag (EUR)}: the word, then a blank or a bracket. */
    private static int partly(List<String> said, List<CsvRole> roles, List<String> words) {
        for (String word : words) {
            for (int i = 0; i < said.size(); i++) {
                if (roles.get(i) == CsvRole.IGNORED && word.length() > 3
                        && (said.get(i).startsWith(word + " ") || said.get(i).startsWith(word + "("))) {
                    return i;
                }
            }
        }
        return -1;
    }
}
