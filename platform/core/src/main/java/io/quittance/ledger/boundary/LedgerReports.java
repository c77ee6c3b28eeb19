package io.quittance.ledger.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.ledger.AccountLedger;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.Cause;
import io.quittance.ledger.JournalEntryId;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.LedgerAccount;
import io.quittance.ledger.OpenItem;
import io.quittance.ledger.TrialBalanceRow;
import io.quittance.ledger.control.BalanceQueries;
import io.quittance.ledger.control.ChartOfAccounts;
import io.quittance.ledger.control.LedgerQueries;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads the books. Every figure is per currency; unlike currencies are never added. */
@Boundary
public class LedgerReports {

    @Inject
    LedgerQueries queries;
    @Inject
    BalanceQueries balances;
    @Inject
    ChartOfAccounts chart;

    @Requires(Permission.LEDGER_READ)
    public List<LedgerAccount> accounts() {
        return chart.all();
    }

    /** All accounts that have lines, by code and currency, with everything booked and known by then. */
    @Requires(Permission.LEDGER_READ)
    public List<TrialBalanceRow> trialBalance(AsOf asOf) {
        return balances.trialBalance(asOf);
    }

    /** What was owed, claim by claim: the sub-ledger of the receivables account. */
    @Requires(Permission.LEDGER_READ)
    public List<OpenItem> openItems(AsOf asOf) {
        return balances.openItems(asOf);
    }

    /**
     * A page of one account's lines in one currency, booked between two days, both included.
     *
     * @return empty when the chart has no such account
     */
    @Requires(Permission.LEDGER_READ)
    public Optional<AccountLedger> account(String code, Currency currency, LocalDate from, LocalDate to, int offset, int limit) {
        return chart.find(code).map(account -> queries.account(account, currency, from, to, offset, limit));
    }

    /** Every line that bears on an invoice, in the order of posting: what its amounts are made of. */
    @Requires({Permission.LEDGER_READ, Permission.INVOICE_READ})
    public List<JournalLine> behindInvoice(long invoice) {
        return queries.behindInvoice(invoice);
    }

    /** Every line posted because of a thing, such as a payment. */
    @Requires({Permission.LEDGER_READ, Permission.PAYMENT_READ})
    public List<JournalLine> behindCause(Cause cause) {
        return queries.behindCause(cause);
    }

    /** The lines of one entry; empty when there is none. */
    @Requires(Permission.LEDGER_READ)
    public List<JournalLine> entry(JournalEntryId entry) {
        return queries.entry(entry);
    }
}
