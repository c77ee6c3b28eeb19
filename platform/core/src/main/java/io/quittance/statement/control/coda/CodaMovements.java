package io.quittance.statement.control.coda;

import io.quittance.statement.ReferenceKind;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.EntryDraft;
import io.quittance.statement.control.StatementDraft;
import java.math.BigDecimal;
import java.util.Optional;

/** Puts the records 21, 22, 23 and 31 to 33 of a movement together, and the details of a collective one below it. */
final class CodaMovements {

    private static final String WHOLE = "0000";
    private static final String DIRECT_DEBIT = "127";

    private final StatementDraft draft;
    private EntryDraft entry;
    private EntryDraft current;
    private boolean structured;
    private boolean detail;
    private final StringBuilder communication = new StringBuilder();
    private final StringBuilder information = new StringBuilder();

    CodaMovements(StatementDraft draft) {
        this.draft = draft;
    }

    void movement(String line) {
        switch (line.charAt(1)) {
            case '1' -> first(line);
            case '2' -> second(line);
            case '3' -> third(line);
            default -> draft.block("statement.line", 0, line.strip());
        }
    }

    private void first(String line) {
        end();
        detail = !line.substring(6, 10).equals(WHOLE);
        Optional<BigDecimal> amount = CodaReader.amount(line, 31);
        if (amount.isEmpty() || detail && entry == null) {
            draft.block("statement.line", 0, line.strip());
            return;
        }
        current = new EntryDraft().amount(amount.get())
                .days(Days.dayMonthYear(line.substring(115, 121)), Days.dayMonthYear(line.substring(47, 53)))
                .code(line.substring(53, 61))
                .reference(ReferenceKind.BANK, line.substring(10, 31));
        structured = line.charAt(61) == '1';
        communication.append(line, 62, 115);
        if (!detail) {
            entry = current;
            draft.add(entry);
        }
    }

    private void second(String line) {
        if (current == null) {
            draft.block("statement.line", 0, line.strip());
            return;
        }
        communication.append(line, 10, 63);
        current.reference(ReferenceKind.CUSTOMER, line.substring(63, 98)).counterparty("", "", line.substring(98, 109).strip())
                .returned(line.substring(113, 117).strip());
    }

    private void third(String line) {
        if (current == null) {
            draft.block("statement.line", 0, line.strip());
            return;
        }
        current.counterparty(line.substring(47, 82), line.substring(10, 44).strip(), "");
        communication.append(line, 82, 125);
    }

    void information(String line) {
        switch (line.charAt(1)) {
            case '1' -> information.append(' ').append(line, 40, 113);
            case '2' -> information.append(' ').append(line, 10, 115);
            default -> information.append(' ').append(line, 10, 100);
        }
    }

    /** Finishes the movement whose records have come. */
    void end() {
        if (current != null) {
            String said = communication.toString();
            if (structured) {
                structured(said);
            } else {
                current.remittance(said.replaceAll("\\s{2,}", " "));
            }
            current.remittance(information.toString().replaceAll("\\s{2,}", " "));
            if (detail) {
                entry.detail(current);
            }
        }
        current = null;
        communication.setLength(0);
        information.setLength(0);
    }

    /** Type 101 and 102 carry the twelve digits of a payment's reference, 127 a SEPA direct debit; others stay text. */
    private void structured(String said) {
        String type = said.substring(0, 3);
        if (type.equals("101") || type.equals("102")) {
            String reference = said.substring(3, 15);
            current.reference(ReferenceKind.CREDITOR, reference).remittance(reference);
        } else if (type.equals(DIRECT_DEBIT) && said.length() >= 149) {
            current.reference(ReferenceKind.CREDITOR_ID, said.substring(12, 47)).reference(ReferenceKind.MANDATE, said.substring(47, 82))
                    .remittance(said.substring(82, 144)).returned(said.substring(145, 149));
        } else {
            current.remittance(said.substring(3).replaceAll("\\s{2,}", " "));
        }
    }
}
