package io.quittance.statement.control.nacha;

import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.StatementDraft;
import java.math.BigDecimal;

/** What a batch or a file must say of itself: entries and addenda, hash of the banks' numbers, debits and credits in cents. */
final class NachaTotals {

    private static final int CENTS = 2;
    private static final BigDecimal HASH_WRAPS = BigDecimal.TEN.pow(10);

    private long lines;
    private BigDecimal hash = BigDecimal.ZERO;
    private BigDecimal debits = BigDecimal.ZERO;
    private BigDecimal credits = BigDecimal.ZERO;

    void line() {
        lines++;
    }

    void entry(BigDecimal bank, BigDecimal signed) {
        lines++;
        hash = hash.add(bank);
        if (signed.signum() < 0) {
            debits = debits.subtract(signed);
        } else {
            credits = credits.add(signed);
        }
    }

    void add(NachaTotals other) {
        lines += other.lines;
        hash = hash.add(other.hash);
        debits = debits.add(other.debits);
        credits = credits.add(other.credits);
    }

    /** Holds the figures of a control record to what was read. */
    void expect(StatementDraft draft, String name, String count, String hashed, String debit, String credit) {
        Amounts.implied(count, 0).ifPresentOrElse(stated -> draft.expectCount(name + " (6, 7)", stated.longValueExact(), lines),
                () -> draft.block("statement.amount", count));
        Amounts.implied(hashed.strip(), 0).ifPresentOrElse(
                stated -> draft.expectCount(name + " (hash)", stated.longValueExact(), hash.remainder(HASH_WRAPS).longValueExact()),
                () -> draft.block("statement.amount", hashed));
        Amounts.implied(debit.strip(), CENTS).ifPresentOrElse(stated -> draft.expect(name + " (D)", stated, debits),
                () -> draft.block("statement.amount", debit));
        Amounts.implied(credit.strip(), CENTS).ifPresentOrElse(stated -> draft.expect(name + " (C)", stated, credits),
                () -> draft.block("statement.amount", credit));
    }
}
