package io.quittance.books.control;

import io.quittance.books.Invariant;
import java.util.List;

/** Entries, claims and invoices. */
final class LedgerChecks {

    private static final String RECEIVABLES = "(SELECT l.claim_id, l.currency, l.amount_minor, e.cause_type FROM {t}journal_line l"
            + " JOIN {t}journal_entry e ON e.id = l.entry_id JOIN {t}ledger_account a ON a.code = l.account_code"
            + " WHERE a.role = 'RECEIVABLES')";

    private LedgerChecks() {
    }

    static final List<SqlCheck> ALL = List.of(
            new SqlCheck(Invariant.ENTRY_BALANCES, """
                    SELECT CONCAT('entry ', entry_id, ' in ', currency), 0, SUM(amount_minor) FROM {t}journal_line
                    GROUP BY entry_id, currency HAVING SUM(amount_minor) <> 0"""),
            new SqlCheck(Invariant.ENTRY_BALANCES, """
                    SELECT CONCAT('entry ', e.id), 'two lines or more', COUNT(l.entry_id) FROM {t}journal_entry e
                    LEFT JOIN {t}journal_line l ON l.entry_id = e.id GROUP BY e.id HAVING COUNT(l.entry_id) < 2"""),
            new SqlCheck(Invariant.ENTRY_BALANCES, """
                    SELECT CONCAT('line ', l.line_no, ' of entry ', l.entry_id), 'an entry, an account and the same day', 'none or another'
                    FROM {t}journal_line l LEFT JOIN {t}journal_entry e ON e.id = l.entry_id
                    LEFT JOIN {t}ledger_account a ON a.code = l.account_code
                    WHERE e.id IS NULL OR a.code IS NULL OR e.booked_on <> l.booked_on"""),
            new SqlCheck(Invariant.LOCKED_STAYS_SHUT, """
                    SELECT CONCAT('entry ', e.id, ' booked on ', e.booked_on), CONCAT('nothing new until ', d.day), e.posted_at
                    FROM {t}period_decision d JOIN {t}journal_entry e ON e.booked_on <= d.day
                    AND e.posted_at > d.decided_at + INTERVAL 5 SECOND WHERE d.kind = 'LOCKED'"""),
            new SqlCheck(Invariant.NOTHING_TWICE, """
                    SELECT CONCAT('journal key ', idempotency_key), 1, COUNT(*) FROM {t}journal_entry
                    GROUP BY idempotency_key HAVING COUNT(*) > 1"""),
            new SqlCheck(Invariant.RECEIVABLES_MATCH_CLAIMS, """
                    SELECT CONCAT('claim ', c.id), c.open_minor, COALESCE(r.booked, 0) FROM {t}claim c
                    LEFT JOIN (SELECT claim_id, currency, SUM(amount_minor) AS booked FROM %s l GROUP BY claim_id, currency) r
                    ON r.claim_id = c.id AND r.currency = c.currency WHERE c.open_minor <> COALESCE(r.booked, 0)""".formatted(RECEIVABLES)),
            new SqlCheck(Invariant.RECEIVABLES_MATCH_CLAIMS, """
                    SELECT CONCAT('receivables of claim ', COALESCE(r.claim_id, 'unknown'), ' in ', r.currency), 'a claim in that currency',
                    SUM(r.amount_minor) FROM %s r LEFT JOIN {t}claim c ON c.id = r.claim_id AND c.currency = r.currency
                    WHERE c.id IS NULL GROUP BY r.claim_id, r.currency""".formatted(RECEIVABLES)),
            new SqlCheck(Invariant.RECEIVABLES_MATCH_CLAIMS, """
                    SELECT CONCAT('receivables in ', currency), SUM(claims), SUM(ledger) FROM (
                    SELECT currency, open_minor AS claims, 0 AS ledger FROM {t}claim UNION ALL
                    SELECT currency, 0, amount_minor FROM %s r) both_sides
                    GROUP BY currency HAVING SUM(claims) <> SUM(ledger)""".formatted(RECEIVABLES)),
            new SqlCheck(Invariant.OPEN_IS_WHAT_IS_LEFT, """
                    SELECT CONCAT('claim ', c.id), CONCAT('from 0 to ', c.claimed_minor), c.open_minor FROM {t}claim c
                    WHERE c.open_minor < 0 OR c.open_minor > c.claimed_minor"""),
            new SqlCheck(Invariant.OPEN_IS_WHAT_IS_LEFT, """
                    SELECT CONCAT('claim ', c.id), COALESCE(i.booked, 0) - COALESCE(a.allocated, 0), c.open_minor FROM {t}claim c
                    LEFT JOIN (SELECT claim_id, SUM(amount_minor) AS booked FROM %s r WHERE cause_type <> 'payment'
                    GROUP BY claim_id) i ON i.claim_id = c.id
                    LEFT JOIN (SELECT claim_id, SUM(amount_minor) AS allocated FROM {t}allocation GROUP BY claim_id) a ON a.claim_id = c.id
                    WHERE c.open_minor <> COALESCE(i.booked, 0) - COALESCE(a.allocated, 0)""".formatted(RECEIVABLES)),
            new SqlCheck(Invariant.OPEN_IS_WHAT_IS_LEFT, """
                    SELECT CONCAT('movements of claim ', c.id), c.claimed_minor - c.open_minor, COALESCE(SUM(m.amount_minor), 0)
                    FROM {t}claim c JOIN {t}invoice_document d ON d.invoice_id = c.invoice_id AND d.imported = 0
                    LEFT JOIN {t}claim_movement m ON m.claim_id = c.id
                    GROUP BY c.id, c.claimed_minor, c.open_minor
                    HAVING c.claimed_minor - c.open_minor <> COALESCE(SUM(m.amount_minor), 0)"""),
            new SqlCheck(Invariant.INVOICE_MATCHES_CLAIMS, """
                    SELECT CONCAT('invoice ', i.id), CONCAT(COALESCE(SUM(c.claimed_minor), 0), '/', COALESCE(SUM(c.open_minor), 0)),
                    CONCAT(i.claimed_minor, '/', i.open_minor) FROM {t}invoice i LEFT JOIN {t}claim c ON c.invoice_id = i.id
                    WHERE i.status = 'ISSUED' GROUP BY i.id, i.claimed_minor, i.open_minor
                    HAVING i.claimed_minor <> COALESCE(SUM(c.claimed_minor), 0) OR i.open_minor <> COALESCE(SUM(c.open_minor), 0)"""),
            new SqlCheck(Invariant.INVOICE_MATCHES_CLAIMS, """
                    SELECT CONCAT('settlement of invoice ', id), CONCAT(open_minor, ' of ', claimed_minor, ' open'), settlement
                    FROM {t}invoice WHERE status = 'ISSUED' AND NOT (CASE
                    WHEN open_minor = 0 AND written_off_minor > 0 THEN settlement = 'WRITTEN_OFF'
                    WHEN open_minor = 0 AND credited_minor > 0 AND credited_minor = claimed_minor THEN settlement = 'CREDITED'
                    WHEN open_minor = 0 THEN settlement IN ('PAID', 'RECONCILED')
                    WHEN open_minor + credited_minor + written_off_minor < claimed_minor THEN settlement = 'PARTLY_PAID'
                    ELSE settlement = 'OPEN' END)"""),
            new SqlCheck(Invariant.INVOICE_MATCHES_CLAIMS, """
                    SELECT CONCAT('document of invoice ', d.invoice_id), d.gross_minor, COALESCE(SUM(c.claimed_minor), 0)
                    FROM {t}invoice_document d LEFT JOIN {t}claim c ON c.invoice_id = d.invoice_id AND c.kind IN ('PRINCIPAL', 'INSTALMENT')
                    GROUP BY d.invoice_id, d.gross_minor HAVING d.gross_minor <> COALESCE(SUM(c.claimed_minor), 0)"""),
            new SqlCheck(Invariant.INVOICE_MATCHES_CLAIMS, """
                    SELECT CONCAT('amounts of invoice ', d.invoice_id), d.gross_minor,
                    CONCAT(d.net_minor, ' and tax ', d.tax_minor, ' and rounding ', d.rounding_minor, ', lines ',
                    SUM(COALESCE(l.amount_minor, l.net_minor)))
                    FROM {t}invoice_document d JOIN {t}invoice_line l ON l.invoice_id = d.invoice_id
                    GROUP BY d.invoice_id, d.gross_minor, d.net_minor, d.tax_minor, d.rounding_minor, d.prices
                    HAVING d.gross_minor <> d.net_minor + d.tax_minor + d.rounding_minor
                    OR d.prices = 'GROSS' AND d.gross_minor <> SUM(COALESCE(l.amount_minor, l.net_minor))"""),
            new SqlCheck(Invariant.INVOICE_MATCHES_CLAIMS, """
                    SELECT CONCAT('due date of invoice ', i.id), MIN(c.due_date), i.due_date FROM {t}invoice i
                    JOIN {t}claim c ON c.invoice_id = i.id AND c.open_minor > 0 AND c.kind IN ('PRINCIPAL', 'INSTALMENT')
                    WHERE i.status = 'ISSUED' GROUP BY i.id, i.due_date HAVING MIN(c.due_date) <> i.due_date"""));
}
