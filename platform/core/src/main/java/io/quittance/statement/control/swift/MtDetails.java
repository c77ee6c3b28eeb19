package io.quittance.statement.control.swift;

import io.quittance.statement.ReferenceKind;
import io.quittance.statement.control.EntryDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86: free text, or one of the conventions of the banks.
 *
 * <p>Numbered sub-fields behind a separator (Germany and Austria {@code ?}, Triodos {@code >}, Poland {@code <}, {@code ^}
 * or {@code ~}); words between slashes (Netherlands and others); free text with a few words that are common.
 *
 * @see "Deutsche Kreditwirtschaft, DFÜ-Abkommen Anlage 3, 8.2.3 Belegung des Feldes 86"
 * @see "Betaalvereniging Nederland, Implementation guidelines MT940 structured field 86"
 */
final class MtDetails {

    private static final Pattern NUMBERED = Pattern.compile("^(?:([0-9]{3})\\h*)?([?><^~\u00A0])([0-9]{2})");
    private static final int FULL_SUBFIELD = 27;
    private static final Pattern SEPA = Pattern.compile(
            "\\b(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|RREF|PURP|BREF|RTRN|IBAN|BIC)\\+");
    private static final Pattern SLASHED = Pattern.compile(
            "/(EREF|MARF|CSID|CNTP|REMI|ORDP|BENM|NAME|IBAN|BIC|PREF|RTRN|ISDT|PURP|ULTD|ULTC"
            + "|ULTB|TRTP|SVCL|BUSP|TRCD|ADDR|ACCW|IREF|CREF|KREF|MREF|CHGS|OCMT|EXCH|ID|OAMT|INFO|ORDERER|TYPE|SVWZ|NRTX)/");
    private static final Pattern IBAN = Pattern.compile("\\b(?:IBAN|REK|REKENING|KONTO|ACCOUNT)[: +]+([A-Z]{2}[0-9]{2}[A-Z0-9]{10,30})\\b");
    private static final Pattern NAME = Pattern.compile("\\b(?:NAAM|NAME|AUFTRAGGEBER|BEG(?:UE|Ü)NSTIGTER): *(.{1,140}?)"
            + "(?=\\s{2,}|/|\\n|$| OMSCHRIJVING:| KENMERK:| MACHTIGING:| MITTEILUNGEN:| REFERENZ)");

    private MtDetails() {
    }

    static void read(String value, EntryDraft entry) {
        String flat = value.replace("\n", "");
        Matcher numbered = NUMBERED.matcher(flat.stripLeading());
        if (numbered.find()) {
            numbered(flat.stripLeading(), numbered, entry);
        } else if (value.startsWith("/") && SLASHED.matcher(value).lookingAt()) {
            slashed(flat, entry);
        } else {
            free(value, entry);
        }
    }

    private static void numbered(String text, Matcher start, EntryDraft entry) {
        String separator = Pattern.quote(start.group(2));
        Map<Integer, String> fields = new LinkedHashMap<>();
        for (String part : text.substring(start.start(2)).split(separator + "(?=[0-9]{2})")) {
            if (part.length() >= 2) {
                fields.merge(Integer.parseInt(part.substring(0, 2)), part.substring(2), String::concat);
            }
        }
        if (start.group(1) != null) {
            entry.code(start.group(1));
        }
        StringBuilder purpose = new StringBuilder();
        fields.forEach((number, text2) -> {
            if (number >= 20 && number <= 29 || number >= 60 && number <= 65) {
                boolean glued = purpose.isEmpty() || purpose.charAt(purpose.length() - 1) == '\u0000';
                purpose.append(glued ? "" : " ").append(text2).append(text2.length() >= FULL_SUBFIELD ? "\u0000" : "");
            }
        });
        purpose(purpose.toString().replace("\u0000 ", "").replace("\u0000", ""), entry);
        String account = fields.getOrDefault(38, "").isBlank() ? fields.getOrDefault(31, "") : fields.get(38);
        String name = fields.getOrDefault(32, "") + fields.getOrDefault(33, "");
        entry.counterparty(name, account.replace(" ", ""), fields.getOrDefault(30, "").replace(" ", ""));
        entry.returned(fields.getOrDefault(34, ""));
        entry.remittance(fields.getOrDefault(0, ""));
    }

    /** SEPA's words in the purpose; what stands before the first is text. */
    private static void purpose(String text, EntryDraft entry) {
        Matcher word = SEPA.matcher(text);
        int from = 0;
        String name = "SVWZ";
        while (word.find()) {
            part(name, text.substring(from, word.start()), entry);
            name = word.group(1);
            from = word.end();
        }
        part(name, text.substring(from), entry);
    }

    private static void part(String word, String text, EntryDraft entry) {
        switch (word) {
            case "EREF" -> entry.reference(ReferenceKind.END_TO_END, text);
            case "KREF", "CREF", "PREF" -> entry.reference(ReferenceKind.CUSTOMER, text);
            case "MREF", "MARF" -> entry.reference(ReferenceKind.MANDATE, text);
            case "CRED", "CSID" -> entry.reference(ReferenceKind.CREDITOR_ID, text);
            case "BREF", "IREF" -> entry.reference(ReferenceKind.BANK, text);
            case "RTRN" -> entry.returned(text);
            case "IBAN" -> entry.counterparty("", text.replace(" ", ""), "");
            case "BIC" -> entry.counterparty("", "", text);
            case "NAME" -> entry.counterparty(text, "", "");
            default -> entry.remittance(text);
        }
    }

    private static void slashed(String text, EntryDraft entry) {
        Matcher word = SLASHED.matcher(text);
        String name = "";
        int from = 0;
        int search = 0;
        while (word.find(search)) {
            slashedPart(name, text.substring(from, word.start()), entry);
            name = word.group(1);
            from = word.end();
            search = word.end() - 1;
        }
        slashedPart(name, text.substring(from), entry);
    }

    private static void slashedPart(String name, String raw, EntryDraft entry) {
        String text = raw.replaceAll("^/+|/+$", "");
        if (text.isBlank()) {
            return;
        }
        switch (name) {
            case "CNTP" -> {
                String[] parts = raw.split("/");
                entry.counterparty(parts.length > 2 ? parts[2] : "", parts[0], parts.length > 1 ? parts[1] : "");
            }
            case "REMI" -> remittance(text, entry);
            case "ORDP", "BENM" -> entry.counterparty(text, "", "");
            case "EREF", "MARF", "CSID", "PREF", "IREF", "CREF", "KREF", "MREF", "RTRN", "IBAN", "BIC", "NAME" -> part(name, text, entry);
            case "ISDT", "PURP", "SVCL", "CHGS" -> { }
            default -> entry.remittance(text);
        }
    }

    /** {@code USTD//text} or {@code STRD/CUR/reference}. */
    private static void remittance(String text, EntryDraft entry) {
        if (text.startsWith("STRD/")) {
            String[] parts = text.split("/");
            entry.reference(ReferenceKind.CREDITOR, parts[parts.length - 1]);
        }
        entry.remittance(text.replaceFirst("^USTD/+", ""));
    }

    private static void free(String value, EntryDraft entry) {
        value.lines().forEach(entry::remittance);
        String flat = value.replace("\n", " ");
        Matcher account = IBAN.matcher(flat);
        Matcher name = NAME.matcher(value);
        entry.counterparty(name.find() ? name.group(1) : "", account.find() ? account.group(1) : "", "");
    }
}
