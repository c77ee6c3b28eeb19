package io.quittance.imports.control;

import io.quittance.imports.RowFault.Reason;
import io.quittance.imports.entity.InvoiceCandidate;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Understands the rows of a file of invoices. */
final class InvoiceRowReader implements RowReader<InvoiceCandidate> {

    /** As long as an invoice number may be. */
    private static final int LONGEST_NUMBER = 35;
    private static final int LONGEST_TEXT = 200;

    private final Currency fallback;
    private final LocalDate today;

    /**
     * @param fallback currency of rows that name none
     * @param today    the tenant's civil day: the day of payments that name none
     */
    InvoiceRowReader(Currency fallback, LocalDate today) {
        this.fallback = fallback;
        this.today = today;
    }

    @Override
    public Optional<InvoiceCandidate> read(Cells row) {
        String number = row.requiredText("number", LONGEST_NUMBER).orElse("");
        String customer = row.requiredText("customer_number", 60).orElse("");
        Optional<LocalDate> issued = row.requiredDate("issue_date");
        Optional<LocalDate> due = row.requiredDate("due_date");
        if (issued.isPresent() && due.isPresent() && due.get().isBefore(issued.get())) {
            row.fault(Reason.DUE_BEFORE_ISSUE, "due_date", row.cell("due_date"));
        }
        Optional<Currency> currency = row.currency("currency", fallback);
        Optional<Money> gross = currency.flatMap(known -> row.positiveAmount("amount", known));
        Optional<Money> tax = gross.map(amount -> tax(row, amount));
        Optional<Money> paid = gross.flatMap(amount -> paid(row, amount));
        LocalDate paidOn = paidOn(row, issued);
        PaymentMethod method = row.oneOf("method", PaymentMethod.class).orElse(PaymentMethod.BANK_TRANSFER);
        String reference = row.text("reference", LONGEST_TEXT).orElse("");
        boolean disputed = row.yes("disputed");
        String description = row.text("description", LONGEST_TEXT).orElse("");
        String name = row.text("customer_name", LONGEST_TEXT).orElse(customer);
        String email = row.email("customer_email").orElse("");
        if (!row.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InvoiceCandidate(number, customer, name, email, issued.orElseThrow(), due.orElseThrow(),
                gross.orElseThrow(), tax.orElseThrow(), paid.orElseThrow(), paidOn, method, reference, disputed, description));
    }

    private static Money tax(Cells row, Money gross) {
        Money tax = row.amountNotNegative("tax", gross.currency()).orElse(Money.zero(gross.currency()));
        if (tax.compareTo(gross) > 0) {
            row.fault(Reason.TAX_EXCEEDS_AMOUNT, "tax", row.cell("tax"));
        }
        return tax;
    }

    /** What was paid, from the paid or the open amount or both; a bare date of payment says that all of it was. */
    private static Optional<Money> paid(Cells row, Money gross) {
        Optional<Money> paid = row.amountNotNegative("paid_amount", gross.currency());
        Optional<Money> open = row.amountNotNegative("open_amount", gross.currency());
        if (!row.faults().isEmpty()) {
            return Optional.empty();
        }
        if (paid.isPresent() && open.isPresent() && !paid.get().plus(open.get()).equals(gross)) {
            row.fault(Reason.PARTS_DIFFER, "open_amount", row.cell("open_amount"), gross, paid.get(), open.get());
            return Optional.empty();
        }
        Money nothing = Money.zero(gross.currency());
        Money known = paid.or(() -> open.map(gross::minus)).orElse(row.cell("paid_on").isEmpty() ? nothing : gross);
        if (known.isNegative() || known.compareTo(gross) > 0) {
            String column = paid.isPresent() ? "paid_amount" : "open_amount";
            row.fault(Reason.OPEN_EXCEEDS_AMOUNT, column, row.cell(column));
            return Optional.empty();
        }
        return Optional.of(known);
    }

    private LocalDate paidOn(Cells row, Optional<LocalDate> issued) {
        LocalDate paidOn = row.date("paid_on").orElse(today);
        if (row.cell("paid_on").isEmpty()) {
            return paidOn;
        }
        if (paidOn.isAfter(today)) {
            row.fault(Reason.PAID_IN_FUTURE, "paid_on", row.cell("paid_on"));
        } else if (issued.isPresent() && paidOn.isBefore(issued.get())) {
            row.fault(Reason.PAID_BEFORE_ISSUE, "paid_on", row.cell("paid_on"));
        }
        return paidOn;
    }

    @Override
    public String key(InvoiceCandidate candidate) {
        return candidate.number();
    }

    @Override
    public String keyColumn() {
        return "number";
    }
}
