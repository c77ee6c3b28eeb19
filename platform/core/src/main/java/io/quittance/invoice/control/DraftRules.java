package io.quittance.invoice.control;

import io.quittance.Currencies;
import io.quittance.Fault;
import io.quittance.customer.Customer;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.tax.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What an invoice must hold to before it is drafted, and the more it must hold to before it is issued. */
public final class DraftRules {

    private static final int MOST_LINES = 1000;
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_NOTES = 4000;

    private DraftRules() {
    }

    /** The currency of that ISO 4217 code, if it can be invoiced. */
    public static Optional<Currency> currency(String code) {
        return Currencies.find(code);
    }

    /** @return every fault, in the order of the form */
    public static List<Fault> check(DraftInvoice draft, Optional<Customer> customer) {
        List<Fault> faults = new ArrayList<>();
        if (customer.isEmpty()) {
            faults.add(Fault.of("customer", draft.customer(), "customer.unknown"));
        }
        Optional<Currency> currency = currency(draft.currency());
        if (currency.isEmpty()) {
            faults.add(Fault.of("currency", draft.currency(), "currency.unknown"));
        }
        if (draft.issueDate().isPresent() && draft.dueDate().isPresent() && draft.dueDate().get().isBefore(draft.issueDate().get())) {
            faults.add(Fault.of("dueDate", draft.dueDate().get(), "invoice.dueBeforeIssue", draft.issueDate().get()));
        }
        longest(faults, "buyerReference", draft.buyerReference(), LONGEST_REFERENCE);
        longest(faults, "notes", draft.notes(), LONGEST_NOTES);
        faults.addAll(lines(draft.lines()));
        if (faults.isEmpty() && total(draft, currency.get()).isEmpty()) {
            faults.add(Fault.of("lines", draft.lines().size(), "money.tooLarge"));
        }
        return faults;
    }

    /** What issuing asks beyond {@link #check}. @param today the tenant's civil day */
    public static List<Fault> checkIssue(DraftInvoice draft, Customer customer, InvoiceTotals totals, LocalDate today, boolean mail) {
        List<Fault> faults = new ArrayList<>();
        LocalDate issueDate = draft.issueDate().orElse(today);
        if (issueDate.isAfter(today)) {
            faults.add(Fault.of("issueDate", issueDate, "invoice.issuedInFuture", today));
        }
        if (draft.dueDate().isPresent() && draft.dueDate().get().isBefore(issueDate)) {
            faults.add(Fault.of("dueDate", draft.dueDate().get(), "invoice.dueBeforeIssue", issueDate));
        }
        if (draft.lines().isEmpty()) {
            faults.add(Fault.of("lines", "", "invoice.noLines"));
        } else if (!totals.gross().isPositive()) {
            faults.add(Fault.of("lines", totals.gross(), "invoice.nothingToPay"));
        }
        boolean buyerOwesTax = totals.taxes().stream().map(tax -> tax.rate().category())
                .anyMatch(category -> category == TaxCategory.AE || category == TaxCategory.K);
        if (buyerOwesTax && customer.details().taxId().isBlank()) {
            faults.add(Fault.of("customer.taxId", "", "tax.buyerIdMissing"));
        }
        if (mail && customer.details().emails().isEmpty()) {
            faults.add(Fault.of("customer.emails", "", "invoice.noRecipient"));
        }
        return faults;
    }

    public static List<Fault> lines(List<LineInput> lines) {
        List<Fault> faults = new ArrayList<>();
        if (lines.size() > MOST_LINES) {
            faults.add(Fault.of("lines", lines.size(), "list.tooLong", MOST_LINES));
        }
        for (int i = 0; i < lines.size(); i++) {
            String container = "lines[" + i + "]";
            line(lines.get(i)).forEach(fault -> faults.add(fault.within(container)));
        }
        return faults;
    }

    private static List<Fault> line(LineInput line) {
        List<Fault> faults = new ArrayList<>();
        if (line.description() == null || line.description().isBlank()) {
            faults.add(Fault.of("description", "", "text.missing"));
        } else {
            longest(faults, "description", line.description(), LONGEST_DESCRIPTION);
        }
        number(faults, "quantity", line.quantity());
        longest(faults, "unit", line.unit(), LONGEST_UNIT);
        number(faults, "unitPrice", line.unitPrice());
        if (line.unitPrice() != null && line.unitPrice().signum() < 0) {
            faults.add(Fault.of("unitPrice", line.unitPrice().toPlainString(), "money.negative"));
        }
        number(faults, "discountPercent", line.discountPercent());
        if (line.discountPercent().signum() < 0 || line.discountPercent().compareTo(HUNDRED) > 0) {
            faults.add(Fault.of("discountPercent", line.discountPercent().toPlainString(), "number.outside", 0, 100));
        }
        if (line.tax() == null) {
            faults.add(Fault.of("tax", "", "tax.missing"));
        }
        return faults;
    }

    private static void number(List<Fault> faults, String field, BigDecimal value) {
        if (value == null) {
            faults.add(Fault.of(field, "", "number.missing"));
        } else if (value.stripTrailingZeros().scale() > MOST_DECIMALS) {
            faults.add(Fault.of(field, value.toPlainString(), "number.tooPrecise", MOST_DECIMALS));
        } else if (value.abs().compareTo(LARGEST) > 0) {
            faults.add(Fault.of(field, value.toPlainString(), "number.tooLarge", LARGEST.toPlainString()));
        }
    }

    private static Optional<InvoiceTotals> total(DraftInvoice draft, Currency currency) {
        try {
            return Optional.of(draft.totals(currency));
        } catch (ArithmeticException beyondLong) {
            return Optional.empty();
        }
    }

    private static void longest(List<Fault> faults, String field, String value, int most) {
        if (value.length() > most) {
            faults.add(Fault.of(field, value.substring(0, 40) + "…", "text.tooLong", most));
        }
    }
}
