package io.quittance.books.control;

import io.quittance.books.Invariant;
import java.util.List;

/** Fees and interest: what is claimed of them was accrued and not waived, and all of it is booked. */
final class InterestChecks {

    private InterestChecks() {
    }

    static final List<SqlCheck> ALL = List.of(
            new SqlCheck(Invariant.INTEREST_IS_BOOKED, """
                    SELECT CONCAT('claim ', c.id), COALESCE(a.accrued, 0) - COALESCE(w.waived, 0), c.claimed_minor FROM {t}claim c
                    LEFT JOIN (SELECT claim_id, SUM(amount_minor) AS accrued FROM {t}interest_accrual GROUP BY claim_id) a
                    ON a.claim_id = c.id
                    LEFT JOIN (SELECT claim_id, SUM(amount_minor) AS waived FROM {t}interest_waiver GROUP BY claim_id) w
                    ON w.claim_id = c.id
                    WHERE c.kind IN ('FEE', 'INTEREST') AND c.claimed_minor <> COALESCE(a.accrued, 0) - COALESCE(w.waived, 0)"""),
            new SqlCheck(Invariant.INTEREST_IS_BOOKED, """
                    SELECT CONCAT('invoice ', invoice_id, ', ', what), SUM(owed), -SUM(booked) FROM (
                    SELECT invoice_id, CASE kind WHEN 'FEE' THEN 'LATE_FEES' ELSE 'LATE_INTEREST' END AS what, claimed_minor AS owed,
                    0 AS booked FROM {t}claim WHERE kind IN ('FEE', 'INTEREST') UNION ALL
                    SELECT l.invoice_id, a.role, 0, l.amount_minor FROM {t}journal_line l JOIN {t}ledger_account a
                    ON a.code = l.account_code AND a.role IN ('LATE_FEES', 'LATE_INTEREST')) both_sides
                    GROUP BY invoice_id, what HAVING SUM(owed) <> -SUM(booked)"""));
}
