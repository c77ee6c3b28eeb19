package io.quittance.books.control;

import io.quittance.books.Invariant;
import java.util.List;

/** Payments, allocations and deliveries. */
final class PaymentChecks {

    private static final String WAS_CAPTURED = "('CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED', 'DISPUTED', 'CHARGED_BACK')";

    private PaymentChecks() {
    }

    static final List<SqlCheck> ALL = List.of(
            new SqlCheck(Invariant.NOTHING_TWICE, """
                    SELECT CONCAT('payment ', reference, ' of ', gateway), 1, COUNT(*) FROM {t}payment
                    GROUP BY gateway, reference HAVING COUNT(*) > 1"""),
            new SqlCheck(Invariant.NOTHING_TWICE, """
                    SELECT CONCAT('delivery ', delivery_id), 1, COUNT(*) FROM {t}gateway_delivery
                    GROUP BY installation, delivery_id HAVING COUNT(*) > 1"""),
            new SqlCheck(Invariant.NOTHING_TWICE, """
                    SELECT CONCAT('kept delivery ', delivery_id), 1, COUNT(*) FROM {p}webhook_inbox WHERE tenant_id = {id}
                    GROUP BY installation, delivery_id HAVING COUNT(*) > 1"""),
            new SqlCheck(Invariant.NOTHING_TWICE, """
                    SELECT CONCAT('payout ', reference, ' of ', gateway), 1, COUNT(*) FROM {t}gateway_payout
                    GROUP BY gateway, reference HAVING COUNT(*) > 1"""),
            new SqlCheck(Invariant.PAYMENT_IS_ACCOUNTED_FOR, """
                    SELECT CONCAT('payment ', p.id), p.gross_minor - p.taken_minor, COALESCE(SUM(a.amount_minor), 0) + p.unapplied_minor
                    FROM {t}payment p LEFT JOIN {t}allocation a ON a.payment_id = p.id AND a.currency = p.currency
                    WHERE p.state IN %s GROUP BY p.id, p.gross_minor, p.taken_minor, p.unapplied_minor
                    HAVING p.gross_minor - p.taken_minor <> COALESCE(SUM(a.amount_minor), 0) + p.unapplied_minor
                    OR COALESCE(SUM(a.amount_minor), 0) < 0 OR COALESCE(SUM(a.amount_minor), 0) > p.gross_minor""".formatted(WAS_CAPTURED)),
            new SqlCheck(Invariant.PAYMENT_IS_ACCOUNTED_FOR, """
                    SELECT CONCAT('payment ', p.id, ' in state ', p.state), 'no money', p.unapplied_minor FROM {t}payment p
                    WHERE p.state NOT IN %s AND (p.unapplied_minor <> 0 OR EXISTS
                    (SELECT 1 FROM {t}allocation a WHERE a.payment_id = p.id))""".formatted(WAS_CAPTURED)),
            new SqlCheck(Invariant.PAYMENT_IS_ACCOUNTED_FOR, """
                    SELECT CONCAT('allocation ', a.id), 'a payment and a claim of its currency', a.currency FROM {t}allocation a
                    LEFT JOIN {t}payment p ON p.id = a.payment_id AND p.currency = a.currency
                    LEFT JOIN {t}claim c ON c.id = a.claim_id AND c.currency = a.currency WHERE p.id IS NULL OR c.id IS NULL"""),
            new SqlCheck(Invariant.PAYMENT_IS_ACCOUNTED_FOR, """
                    SELECT CONCAT('share ', s.id), CONCAT('0 to ', s.amount_minor, ' taken back'), -COALESCE(SUM(b.amount_minor), 0)
                    FROM {t}allocation s JOIN {t}allocation b ON b.takes_back = s.id WHERE s.takes_back IS NULL
                    GROUP BY s.id, s.amount_minor HAVING -SUM(b.amount_minor) NOT BETWEEN 0 AND s.amount_minor"""),
            new SqlCheck(Invariant.PAYMENT_IS_ACCOUNTED_FOR, """
                    SELECT CONCAT('share ', a.id), 'the decision that it was made by', 'none' FROM {t}allocation a
                    LEFT JOIN {t}allocation_decision d ON d.id = a.decision_id AND d.payment_id = a.payment_id
                    WHERE a.decision_id IS NOT NULL AND d.id IS NULL"""),
            new SqlCheck(Invariant.PAYMENT_IS_ACCOUNTED_FOR, """
                    SELECT CONCAT('decision ', id), digest, SHA2(question, 256) FROM {t}allocation_decision
                    WHERE digest <> SHA2(question, 256)"""),
            new SqlCheck(Invariant.PAYMENT_IS_BOOKED, """
                    SELECT CONCAT('payment ', p.id), -p.gross_minor, COALESCE(SUM(l.amount_minor), 0) FROM {t}payment p
                    LEFT JOIN {t}journal_entry e ON e.idempotency_key = CONCAT('payment:', p.id, ':captured')
                    LEFT JOIN ({t}journal_line l JOIN {t}ledger_account k ON k.code = l.account_code
                    AND k.role IN ('RECEIVABLES', 'UNAPPLIED_CASH')) ON l.entry_id = e.id AND l.currency = p.currency
                    WHERE p.state IN %s GROUP BY p.id, p.gross_minor
                    HAVING COALESCE(SUM(l.amount_minor), 0) <> -p.gross_minor""".formatted(WAS_CAPTURED)),
            new SqlCheck(Invariant.PAYMENT_IS_BOOKED, """
                    SELECT CONCAT('entry ', e.id, ' (', e.idempotency_key, ')'), 'a captured payment', COALESCE(p.state, 'none')
                    FROM {t}journal_entry e LEFT JOIN {t}payment p ON p.id = e.cause_id
                    WHERE e.cause_type = 'payment' AND (p.id IS NULL OR p.state NOT IN %s)""".formatted(WAS_CAPTURED)),
            new SqlCheck(Invariant.PAYMENT_IS_BOOKED, """
                    SELECT CONCAT('payment ', p.id), 'state as of its events', p.state FROM {t}payment p
                    LEFT JOIN {t}payment_event v ON v.payment_id = p.id AND v.event_key = 'captured'
                    WHERE p.gateway <> 'manual' AND (v.payment_id IS NOT NULL) <> (p.state IN %s)""".formatted(WAS_CAPTURED)),
            new SqlCheck(Invariant.PAYMENT_IS_BOOKED, """
                    SELECT CONCAT('refund ', f.id), 'one event of its payment', COUNT(v.payment_id) FROM {t}refund f
                    LEFT JOIN {t}payment_event v ON v.payment_id = f.payment_id
                    AND v.event_key = CONCAT('refunded:', COALESCE(f.reference, CONCAT('hand-', f.id)))
                    WHERE f.state = 'SETTLED' GROUP BY f.id HAVING COUNT(v.payment_id) <> 1"""),
            new SqlCheck(Invariant.UNAPPLIED_MATCHES_PAYMENTS, """
                    SELECT CONCAT('unapplied cash in ', currency), SUM(payments), -SUM(ledger) FROM (
                    SELECT currency, unapplied_minor AS payments, 0 AS ledger FROM {t}payment UNION ALL
                    SELECT l.currency, 0, l.amount_minor FROM {t}journal_line l JOIN {t}ledger_account a ON a.code = l.account_code
                    WHERE a.role = 'UNAPPLIED_CASH') both_sides GROUP BY currency HAVING SUM(payments) <> -SUM(ledger)"""),
            new SqlCheck(Invariant.MESSAGES_ARE_KEPT, """
                    SELECT CONCAT('invoice ', a.subject_id), 'a message in the outbox', 'none' FROM {t}audit_event a
                    LEFT JOIN {t}outbox o ON o.dedupe_key = CONCAT('invoice-issued:', a.subject_id)
                    WHERE a.subject = 'invoice' AND a.action = 'issued' AND a.after_json LIKE '%"mail":true%' AND o.id IS NULL"""),
            new SqlCheck(Invariant.DELIVERIES_MATCH, """
                    SELECT CONCAT('kept delivery ', w.delivery_id), 'applied in the tenant', 'not applied' FROM {p}webhook_inbox w
                    LEFT JOIN {t}gateway_delivery d ON d.installation = w.installation AND d.delivery_id = w.delivery_id
                    WHERE w.tenant_id = {id} AND w.state = 'APPLIED' AND d.delivery_id IS NULL"""),
            new SqlCheck(Invariant.DELIVERIES_MATCH, """
                    SELECT CONCAT('applied delivery ', d.delivery_id), 'kept before it was acknowledged', 'never kept'
                    FROM {t}gateway_delivery d LEFT JOIN {p}webhook_inbox w ON w.installation = d.installation
                    AND w.delivery_id = d.delivery_id AND w.tenant_id = {id} WHERE w.delivery_id IS NULL"""),
            new SqlCheck(Invariant.DELIVERIES_MATCH, """
                    SELECT CONCAT('delivery ', d.delivery_id), 'not applied', CONCAT('applied, though ', w.state) FROM {t}gateway_delivery d
                    JOIN {p}webhook_inbox w ON w.installation = d.installation AND w.delivery_id = d.delivery_id AND w.tenant_id = {id}
                    WHERE w.state IN ('DEAD', 'DISCARDED')"""));
}
