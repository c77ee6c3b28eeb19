package io.quittance.access;

/** What an actor may be allowed to do. Roles are lists of these, see {@code tenant-config/permissions/roles.yaml}. */
public enum Permission {
    CUSTOMER_READ,
    CUSTOMER_WRITE,
    INVOICE_READ,
    INVOICE_WRITE,
    INVOICE_ISSUE,
    /** Credit notes and write-offs; above the tenant's limit they wait for a second person. */
    INVOICE_CORRECT,
    /** Decide on what a colleague asked for: credit notes, write-offs and refunds above the tenant's limit. */
    CORRECTION_APPROVE,
    PAYMENT_READ,
    PAYMENT_RECORD,
    /** Give money back; above the tenant's limit it waits for a second person. */
    PAYMENT_REFUND,
    /** Take in and end payers' consents to be debited. */
    MANDATE_MANAGE,
    /** Prepare files by which the bank collects or transfers. */
    BANK_BATCH_PREPARE,
    /** Release what somebody else prepared for the bank, and take the file. */
    BANK_BATCH_RELEASE,
    LEDGER_READ,
    LEDGER_POST,
    /** Close, lock and reopen fiscal periods. */
    PERIOD_CLOSE,
    RECONCILIATION_READ,
    RECONCILIATION_RUN,
    /** Consent to have the business's bank accounts read, and end that. */
    BANK_FEED_MANAGE,
    REPORT_READ,
    IMPORT_RUN,
    REMINDER_READ,
    REMINDER_WRITE,
    GATEWAY_READ,
    GATEWAY_MANAGE,
    SETTINGS_READ,
    SETTINGS_WRITE,
    MEMBER_READ,
    MEMBER_MANAGE,
    AUDIT_READ,
    DEAD_LETTER_READ,
    DEAD_LETTER_REPLAY,
    ORDER_READ,
    /** Hand in orders, by the API or as files. */
    ORDER_WRITE,
    /** Edit, decide, replay and discard orders that wait for a person. */
    ORDER_REPLAY,
    WEBHOOK_READ,
    /** Say which systems are told what happened, and send again what they did not take. */
    WEBHOOK_MANAGE,

    /** Granted to signed links only: one debtor, one invoice. */
    PORTAL_VIEW,
    /** Granted to signed links only: one debtor, one invoice. */
    PORTAL_PAY,
    /** Granted to a gateway's verified callback only. */
    PAYMENT_INTAKE,
    /** Granted to a channel's verified delivery only. */
    ORDER_INTAKE,
    /** Granted to jobs only. */
    SYSTEM,

    /** Granted to anybody: a visitor may ask for a sign-up and look a tenant up by its slug. */
    SIGN_UP,
    /** Operators of the platform. */
    PLATFORM_READ,
    /** Operators of the platform. */
    PLATFORM_MANAGE
}
