package io.quittance.report;

import io.quittance.customer.Customer;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer's account in one currency over a period: what the sub-ledger of receivables and unapplied cash says.
 *
 * @param from    first civil day in the tenant's zone
 * @param to      last civil day
 * @param opening owed when the first day began; negative when the customer had money with us
 * @param closing owed when the last day ended
 * @param aging   what of it is open on claims, by how long it is due; with the unapplied money it makes up the closing balance
 */
public record Statement(Customer customer, LocalDate from, LocalDate to, Money opening, List<StatementLine> lines, Money closing,
        Aging aging) {

    /**
     * What was open when the last day ended.
     *
     * @param unapplied money of the customer that pays no claim yet, not negative
     */
    public record Aging(Money notDue, Money to30, Money to60, Money to90, Money older, Money unapplied) {

        /** All of it, less the unapplied money. */
        public Money total() {
            return notDue.plus(to30).plus(to60).plus(to90).plus(older).minus(unapplied);
        }
    }

    public Statement {
        lines = List.copyOf(lines);
    }
}
