package io.quittance.ledger;

/** What an account is for. A tenant's chart gives each role a code and a name; postings speak of roles. */
public enum AccountRole {
    /** What customers owe. Every line names its customer, invoice and claim: the sub-ledger sums to it. */
    RECEIVABLES(AccountKind.ASSET),
    /** Captured by a gateway, not yet on the bank account. */
    GATEWAY_CLEARING(AccountKind.ASSET),
    BANK(AccountKind.ASSET),
    /** Cash and cheques taken in, not yet on the bank account. */
    CASH_IN_TRANSIT(AccountKind.ASSET),
    /** Received from customers, not yet applied to an invoice: we owe it to them. */
    UNAPPLIED_CASH(AccountKind.LIABILITY),
    /** Between two currencies: what settled in one, at the rate of the invoices, is what came in in the other. */
    CURRENCY_CLEARING(AccountKind.ASSET),
    TAX_PAYABLE(AccountKind.LIABILITY),
    REVENUE(AccountKind.INCOME),
    /** What gateways and banks keep. */
    FEES(AccountKind.EXPENSE),
    DISCOUNTS(AccountKind.EXPENSE),
    FX_GAIN(AccountKind.INCOME),
    FX_LOSS(AccountKind.EXPENSE),
    BAD_DEBT(AccountKind.EXPENSE),
    /** Minor units of gross prices that are neither net amount nor tax, since taxes are rounded. */
    ROUNDING(AccountKind.INCOME),
    /** Interest that debtors owe for paying late; no turnover, no tax. */
    LATE_INTEREST(AccountKind.INCOME),
    /** Fixed sums that debtors owe for paying late; no turnover, no tax. */
    LATE_FEES(AccountKind.INCOME),
    /** The other side of what was owed before Quittance kept the books. */
    OPENING_BALANCE(AccountKind.EQUITY);

    private final AccountKind kind;

    AccountRole(AccountKind kind) {
        this.kind = kind;
    }

    public AccountKind kind() {
        return kind;
    }
}
