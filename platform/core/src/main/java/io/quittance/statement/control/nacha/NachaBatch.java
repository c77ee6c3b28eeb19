package io.quittance.statement.control.nacha;

import io.quittance.statement.ReferenceKind;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.EntryDraft;
import io.quittance.statement.control.StatementDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** A batch: its header, its entries with their addenda, its control record. */
final class NachaBatch {

    private static final int CENTS = 2;
    /** Of the change codes that Nacha has given out. */
    private static final Set<String> CHANGES = Set.of("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12",
            "C13", "C14", "C61", "C62", "C63", "C64", "C65", "C66", "C67", "C68", "C69");
    private static final int[] CHECK_WEIGHTS = {3, 7, 1, 3, 7, 1, 3, 7};

    private final StatementDraft draft;
    private final NachaTotals totals = new NachaTotals();
    private final Optional<LocalDate> effective;
    private final String company;
    private final String kind;
    private EntryDraft current;

    NachaBatch(String header, int place, Optional<LocalDate> effective) {
        this.effective = effective;
        company = header.substring(40, 50).strip();
        kind = header.substring(50, 53);
        draft = new StatementDraft(StatementFormat.NACHA, place).account(company).currency("USD").number(header.substring(87, 94));
    }

    StatementDraft draft() {
        return draft;
    }

    NachaTotals totals() {
        return totals;
    }

    void entry(String line, int number) {
        Optional<BigDecimal> amount = Amounts.implied(line.substring(29, 39), CENTS);
        Optional<BigDecimal> bank = Amounts.implied(line.substring(3, 11), 0);
        String code = line.substring(1, 3);
        current = null;
        if (amount.isEmpty() || bank.isEmpty() || !code.matches("[2-58][1-9]")) {
            draft.block("statement.line", number, line.strip());
            totals.line();
            return;
        }
        BigDecimal signed = isCredit(code) ? amount.get() : amount.get().negate();
        totals.entry(bank.get(), signed);
        if (line.charAt(11) != check(line.substring(3, 11))) {
            draft.block("statement.checkDigit", number, line.substring(3, 12));
        }
        boolean international = kind.equals("IAT");
        current = new EntryDraft().amount(signed).days(effective, Optional.empty()).code(kind.strip() + " " + code)
                .reference(ReferenceKind.BANK, line.substring(79, 94))
                .reference(ReferenceKind.CUSTOMER, international ? "" : line.substring(39, 54))
                .counterparty(name(line, international), international ? line.substring(39, 74) : line.substring(12, 29),
                        line.substring(3, 12));
        draft.add(current);
    }

    /** In trade exchange the first places hold the count of addenda. */
    private String name(String line, boolean international) {
        if (international) {
            return "";
        }
        return kind.equals("CTX") || kind.equals("ENR") ? line.substring(58, 74) : line.substring(54, 76);
    }

    /** Codes ending in 1 to 4 are credits; in the accounting records of 80 and more, the odd ones. */
    private static boolean isCredit(String code) {
        int last = code.charAt(1) - '0';
        return code.charAt(0) == '8' ? last % 2 == 1 : last <= 4;
    }

    /** Weighted sum to the next ten, as the American Bankers Association has it. */
    private static char check(String bank) {
        int sum = 0;
        for (int i = 0; i < CHECK_WEIGHTS.length; i++) {
            sum += CHECK_WEIGHTS[i] * (bank.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    void addenda(String line, int number) {
        totals.line();
        if (current == null) {
            draft.block("statement.stray", number);
            return;
        }
        String type = line.substring(1, 3);
        String code = line.substring(3, 6);
        switch (type) {
            case "99" -> current.returned(code).reversal(true).reference(ReferenceKind.TRANSACTION, line.substring(6, 21))
                    .remittance(line.substring(35, 79));
            case "98" -> {
                current.returned(code).reference(ReferenceKind.TRANSACTION, line.substring(6, 21)).remittance(line.substring(35, 64));
                if (!CHANGES.contains(code)) {
                    draft.block("statement.changeCode", number, code);
                }
            }
            default -> current.remittance(line.substring(3, type.equals("05") ? 83 : 79));
        }
    }

    void control(String line) {
        totals.expect(draft, "8", line.substring(4, 10), line.substring(10, 20), line.substring(20, 32), line.substring(32, 44));
        String closing = line.substring(44, 54).strip();
        if (!closing.equals(company)) {
            draft.block("statement.company", closing, company);
        }
    }
}
