package io.quittance.books.control;

import io.quittance.books.Invariant;
import java.util.List;

/** Credit notes, write-offs and the second person's decisions. */
final class CorrectionChecks {

    private static final String BOOKED = "(SELECT e.id, e.idempotency_key, e.cause_type, e.cause_id, l.claim_id, l.amount_minor, a.role"
            + " FROM {t}journal_entry e JOIN {t}journal_line l ON l.entry_id = e.id JOIN {t}ledger_account a ON a.code = l.account_code"
            + " WHERE e.cause_type IN ('credit-note', 'write-off'))";

    private CorrectionChecks() {
    }

    static final List<SqlCheck> ALL = List.of(
            new SqlCheck(Invariant.CREDITS_FIT, """
                    SELECT CONCAT('credit notes of invoice ', n.invoice_id, ' at ', t.category, ' ', t.percent, ' %'),
                    CONCAT('at most ', x.taxable_minor, ' and tax ', x.tax_minor),
                    CONCAT(SUM(t.taxable_minor), ' and tax ', SUM(t.tax_minor)) FROM {t}credit_note n
                    JOIN {t}credit_note_tax t ON t.credit_note_id = n.id
                    JOIN {t}invoice_document d ON d.invoice_id = n.invoice_id AND d.imported = 0
                    LEFT JOIN {t}invoice_tax x ON x.invoice_id = n.invoice_id AND x.category = t.category AND x.percent = t.percent
                    GROUP BY n.invoice_id, t.category, t.percent, x.taxable_minor, x.tax_minor
                    HAVING x.taxable_minor IS NULL OR ABS(SUM(t.taxable_minor)) > ABS(x.taxable_minor)
                    OR ABS(SUM(t.tax_minor)) > ABS(x.tax_minor)"""),
            new SqlCheck(Invariant.CREDITS_FIT, """
                    SELECT CONCAT('credited of line ', l.invoice_position, ' of invoice ', n.invoice_id), CONCAT('at most ', i.net_minor),
                    SUM(l.net_minor) FROM {t}credit_note n JOIN {t}credit_note_line l ON l.credit_note_id = n.id
                    LEFT JOIN {t}invoice_line i ON i.invoice_id = n.invoice_id AND i.position = l.invoice_position
                    WHERE l.invoice_position IS NOT NULL GROUP BY n.invoice_id, l.invoice_position, i.net_minor
                    HAVING i.net_minor IS NULL OR ABS(SUM(l.net_minor)) > ABS(i.net_minor)"""),
            new SqlCheck(Invariant.CREDITS_FIT, """
                    SELECT CONCAT('room of invoice ', invoice_id, ' per ', what), SUM(notes), SUM(room) FROM (
                    SELECT invoice_id, SUBSTRING_INDEX(part, ':', 1) AS what, 0 AS notes, credited_minor AS room FROM {t}credit_room
                    UNION ALL SELECT n.invoice_id, 'net', ABS(t.taxable_minor), 0 FROM {t}credit_note n
                    JOIN {t}credit_note_tax t ON t.credit_note_id = n.id
                    UNION ALL SELECT n.invoice_id, 'tax', ABS(t.tax_minor), 0 FROM {t}credit_note n
                    JOIN {t}credit_note_tax t ON t.credit_note_id = n.id
                    UNION ALL SELECT n.invoice_id, 'line', ABS(l.net_minor), 0 FROM {t}credit_note n
                    JOIN {t}credit_note_line l ON l.credit_note_id = n.id AND l.invoice_position IS NOT NULL) both_sides
                    GROUP BY invoice_id, what HAVING SUM(notes) <> SUM(room)"""),
            new SqlCheck(Invariant.CREDITS_FIT, """
                    SELECT CONCAT('credit note ', n.number), CONCAT(n.net_minor, ' net, tax ', n.tax_minor),
                    CONCAT(l.net, ' net of lines, ', t.net, ' taxed, tax ', t.tax) FROM {t}credit_note n
                    LEFT JOIN (SELECT credit_note_id, SUM(net_minor) AS net FROM {t}credit_note_line GROUP BY credit_note_id) l
                    ON l.credit_note_id = n.id
                    LEFT JOIN (SELECT credit_note_id, SUM(taxable_minor) AS net, SUM(tax_minor) AS tax FROM {t}credit_note_tax
                    GROUP BY credit_note_id) t ON t.credit_note_id = n.id
                    WHERE n.gross_minor <> n.net_minor + n.tax_minor + n.rounding_minor OR COALESCE(l.net, 0) <> n.net_minor
                    OR COALESCE(t.net, 0) <> n.net_minor OR COALESCE(t.tax, 0) <> n.tax_minor"""),
            new SqlCheck(Invariant.CREDITS_FIT, """
                    SELECT CONCAT('credit note ', n.number), CONCAT('booked ', n.net_minor, ', tax ', n.tax_minor, ', rounding ',
                    n.rounding_minor, ', ', -n.gross_minor),
                    CONCAT(COALESCE(SUM(CASE WHEN b.role = 'REVENUE' THEN b.amount_minor END), 0), ', tax ',
                    COALESCE(SUM(CASE WHEN b.role = 'TAX_PAYABLE' THEN b.amount_minor END), 0), ', rounding ',
                    COALESCE(SUM(CASE WHEN b.role = 'ROUNDING' THEN b.amount_minor END), 0), ', ',
                    COALESCE(SUM(CASE WHEN b.role = 'RECEIVABLES' THEN b.amount_minor END), 0))
                    FROM {t}credit_note n LEFT JOIN %s b ON b.idempotency_key = CONCAT('credit-note:', n.id, ':issued')
                    GROUP BY n.id, n.number, n.net_minor, n.tax_minor, n.gross_minor, n.rounding_minor
                    HAVING COALESCE(SUM(CASE WHEN b.role = 'REVENUE' THEN b.amount_minor END), 0) <> n.net_minor
                    OR COALESCE(SUM(CASE WHEN b.role = 'TAX_PAYABLE' THEN b.amount_minor END), 0) <> n.tax_minor
                    OR COALESCE(SUM(CASE WHEN b.role = 'ROUNDING' THEN b.amount_minor END), 0) <> n.rounding_minor
                    OR COALESCE(SUM(CASE WHEN b.role = 'RECEIVABLES' THEN b.amount_minor END), 0) <> -n.gross_minor""".formatted(BOOKED)),
            new SqlCheck(Invariant.CREDITS_FIT, """
                    SELECT CONCAT('entry ', e.id), 'a credit note', 'none' FROM {t}journal_entry e
                    LEFT JOIN {t}credit_note n ON n.id = e.cause_id AND e.idempotency_key = CONCAT('credit-note:', n.id, ':issued')
                    WHERE e.cause_type = 'credit-note' AND n.id IS NULL"""),
            new SqlCheck(Invariant.OPEN_IS_WHAT_IS_LEFT, """
                    SELECT CONCAT('claim ', c.id),
                    CONCAT(COALESCE(b.credited, 0), ' credited, ', COALESCE(b.written_off, 0), ' written off'),
                    CONCAT(c.credited_minor, ' credited, ', c.written_off_minor, ' written off') FROM {t}claim c
                    LEFT JOIN (SELECT claim_id, -SUM(CASE WHEN cause_type = 'credit-note' THEN amount_minor ELSE 0 END) AS credited,
                    -SUM(CASE WHEN cause_type = 'write-off' THEN amount_minor ELSE 0 END) AS written_off
                    FROM %s l WHERE role = 'RECEIVABLES' GROUP BY claim_id) b ON b.claim_id = c.id
                    WHERE c.credited_minor <> COALESCE(b.credited, 0) OR c.written_off_minor <> COALESCE(b.written_off, 0)"""
                    .formatted(BOOKED)),
            new SqlCheck(Invariant.INVOICE_MATCHES_CLAIMS, """
                    SELECT CONCAT('invoice ', i.id), CONCAT(SUM(c.credited_minor), ' credited, ', SUM(c.written_off_minor), ' written off'),
                    CONCAT(i.credited_minor, ' credited, ', i.written_off_minor, ' written off') FROM {t}invoice i
                    JOIN {t}claim c ON c.invoice_id = i.id GROUP BY i.id, i.credited_minor, i.written_off_minor
                    HAVING i.credited_minor <> SUM(c.credited_minor) OR i.written_off_minor <> SUM(c.written_off_minor)"""),
            new SqlCheck(Invariant.WRITE_OFFS_ARE_BOOKED, """
                    SELECT CONCAT('write-off ', w.id), CONCAT(w.amount_minor, ' and ', -w.amount_minor),
                    CONCAT(COALESCE(SUM(CASE WHEN b.role = 'BAD_DEBT' THEN b.amount_minor END), 0), ' and ',
                    COALESCE(SUM(CASE WHEN b.role = 'RECEIVABLES' THEN b.amount_minor END), 0))
                    FROM {t}write_off w LEFT JOIN %s b ON b.idempotency_key = CONCAT('write-off:', w.id) GROUP BY w.id, w.amount_minor
                    HAVING COALESCE(SUM(CASE WHEN b.role = 'BAD_DEBT' THEN b.amount_minor END), 0) <> w.amount_minor
                    OR COALESCE(SUM(CASE WHEN b.role = 'RECEIVABLES' THEN b.amount_minor END), 0) <> -w.amount_minor""".formatted(BOOKED)),
            new SqlCheck(Invariant.WRITE_OFFS_ARE_BOOKED, """
                    SELECT CONCAT('invoice ', i.id), COALESCE(SUM(w.amount_minor), 0), i.written_off_minor FROM {t}invoice i
                    LEFT JOIN {t}write_off w ON w.invoice_id = i.id GROUP BY i.id, i.written_off_minor
                    HAVING COALESCE(SUM(w.amount_minor), 0) <> i.written_off_minor"""),
            new SqlCheck(Invariant.WRITE_OFFS_ARE_BOOKED, """
                    SELECT CONCAT('entry ', b.id), 'a write-off', 'none' FROM %s b LEFT JOIN {t}write_off w ON w.id = b.cause_id
                    WHERE b.cause_type = 'write-off' AND w.id IS NULL""".formatted(BOOKED)),
            new SqlCheck(Invariant.DISCOUNTS_ARE_BOOKED, """
                    SELECT CONCAT('discount step ', s.id), CONCAT(s.amount_minor, ', tax ', COALESCE(x.tax, 0)),
                    CONCAT(-COALESCE(b.receivable, 0), ', tax ', COALESCE(b.tax, 0)) FROM {t}discount_step s
                    LEFT JOIN (SELECT step_id, SUM(tax_minor) AS tax FROM {t}discount_step_tax GROUP BY step_id) x ON x.step_id = s.id
                    LEFT JOIN (SELECT e.cause_id, SUM(CASE WHEN a.role = 'RECEIVABLES' THEN l.amount_minor END) AS receivable,
                    SUM(CASE WHEN a.role = 'TAX_PAYABLE' THEN l.amount_minor END) AS tax FROM {t}journal_entry e
                    JOIN {t}journal_line l ON l.entry_id = e.id JOIN {t}ledger_account a ON a.code = l.account_code
                    WHERE e.cause_type = 'discount' GROUP BY e.cause_id) b ON b.cause_id = s.id
                    WHERE s.amount_minor <> -COALESCE(b.receivable, 0) OR COALESCE(x.tax, 0) <> COALESCE(b.tax, 0)"""),
            new SqlCheck(Invariant.DISCOUNTS_ARE_BOOKED, """
                    SELECT CONCAT('discounts of invoice ', d.invoice_id), CONCAT('from 0 to ', d.amount_minor), SUM(s.amount_minor)
                    FROM {t}invoice_discount d JOIN {t}discount_step s ON s.invoice_id = d.invoice_id
                    GROUP BY d.invoice_id, d.amount_minor HAVING SUM(s.amount_minor) NOT BETWEEN 0 AND d.amount_minor"""),
            new SqlCheck(Invariant.CREDITS_FIT, """
                    SELECT CONCAT('cancelled invoice ', i.number), CONCAT(i.claimed_minor, ' credited'), CONCAT(i.credited_minor,
                    ' credited, ', i.open_minor, ' open') FROM {t}invoice i WHERE i.status = 'CANCELLED' AND i.number IS NOT NULL
                    AND (i.open_minor <> 0 OR EXISTS (SELECT 1 FROM {t}claim c WHERE c.invoice_id = i.id
                    AND c.kind IN ('PRINCIPAL', 'INSTALMENT') AND c.credited_minor <> c.claimed_minor))"""),
            new SqlCheck(Invariant.TWO_PEOPLE_DECIDED, """
                    SELECT CONCAT('request ', r.id), 'approved by another and applied once',
                    CONCAT('approved by ', COALESCE(r.decided_by, 'nobody'), ', applied ',
                    COUNT(n.id) + COUNT(w.id) + COUNT(v.request_key) + COUNT(f.id), ' times')
                    FROM {t}approval_request r LEFT JOIN {t}credit_note n
                    ON n.request_key IN (r.request_key, CONCAT('approval:', r.id)) LEFT JOIN {t}write_off w
                    ON w.request_key IN (r.request_key, CONCAT('approval:', r.id))
                    LEFT JOIN (SELECT DISTINCT request_key FROM {t}interest_waiver) v ON v.request_key = r.request_key
                    LEFT JOIN {t}refund f ON f.request_key = r.request_key
                    WHERE r.state = 'APPROVED' GROUP BY r.id, r.decided_by, r.asked_by
                    HAVING COUNT(n.id) + COUNT(w.id) + COUNT(v.request_key) + COUNT(f.id) <> 1
                    OR r.decided_by IS NULL OR r.decided_by = r.asked_by"""),
            new SqlCheck(Invariant.TWO_PEOPLE_DECIDED, """
                    SELECT CONCAT('applied under ', k.request_key), 'an approved request', r.state FROM (
                    SELECT request_key FROM {t}credit_note UNION ALL SELECT request_key FROM {t}write_off
                    UNION ALL SELECT request_key FROM {t}interest_waiver UNION ALL SELECT request_key FROM {t}refund) k
                    JOIN {t}approval_request r ON k.request_key = r.request_key WHERE r.state <> 'APPROVED'"""),
            new SqlCheck(Invariant.TWO_PEOPLE_DECIDED, """
                    SELECT CONCAT('request ', e.subject_id), 'kept, since the audit trail tells of it', 'gone' FROM {t}audit_event e
                    LEFT JOIN {t}approval_request r ON r.id = e.subject_id
                    WHERE e.subject = 'approval' AND e.action = 'asked' AND r.id IS NULL"""),
            new SqlCheck(Invariant.MESSAGES_ARE_KEPT, """
                    SELECT CONCAT('credit note ', n.number), 'a message in the outbox', 'none' FROM {t}credit_note n
                    LEFT JOIN {t}outbox o ON o.dedupe_key = CONCAT('credit-note-issued:', n.id) WHERE n.mailed = 1 AND o.id IS NULL"""));
}
