package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.customer.Customer;
import io.quittance.invoice.ImportedInvoice;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an invoice from elsewhere must hold to. */
public final class ImportRules {

    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_DESCRIPTION = 2000;

    private ImportRules() {
    }

    /** @return every fault */
    public static List<Fault> check(ImportedInvoice invoice, Optional<Customer> customer) {
        List<Fault> faults = new ArrayList<>();
        if (!InvoiceNumber.isNumber(invoice.number())) {
            faults.add(Fault.of("number", invoice.number(), "invoice.number", InvoiceNumber.LONGEST));
        }
        if (customer.isEmpty()) {
            faults.add(Fault.of("customer", invoice.customer(), "customer.unknown"));
        }
        if (invoice.dueDate().isBefore(invoice.issueDate())) {
            faults.add(Fault.of("dueDate", invoice.dueDate(), "invoice.dueBeforeIssue", invoice.issueDate()));
        }
        if (!invoice.gross().isPositive()) {
            faults.add(Fault.of("gross", invoice.gross(), "money.notPositive"));
        }
        if (!invoice.open().currency().equals(invoice.gross().currency())) {
            faults.add(Fault.of("open", invoice.open(), "money.currencyDiffers", invoice.gross().currency()));
        } else if (invoice.open().isNegative() || invoice.open().compareTo(invoice.gross()) > 0) {
            faults.add(Fault.of("open", invoice.open(), "invoice.openOutside", invoice.gross()));
        }
        longest(faults, "buyerReference", invoice.buyerReference(), LONGEST_REFERENCE);
        longest(faults, "description", invoice.description(), LONGEST_DESCRIPTION);
        faults.addAll(DraftRules.lines(invoice.lines()));
        if (faults.isEmpty() && !invoice.lines().isEmpty()) {
            total(invoice).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Fault> total(ImportedInvoice invoice) {
        try {
            Money total = InvoiceTotals.of(invoice.lines(), invoice.gross().currency()).gross();
            return total.equals(invoice.gross()) ? Optional.empty()
                    : Optional.of(Fault.of("gross", invoice.gross(), "invoice.linesDiffer", total));
        } catch (ArithmeticException beyondLong) {
            return Optional.of(Fault.of("lines", invoice.lines().size(), "money.tooLarge"));
        }
    }

    private static void longest(List<Fault> faults, String field, String value, int most) {
        if (value.length() > most) {
            faults.add(Fault.of(field, value.substring(0, most), "text.tooLong", most));
        }
    }
}
