package io.quittance.imports.control;

import io.quittance.imports.RowFault.Reason;
import io.quittance.imports.entity.PaymentCandidate;
import io.quittance.payment.PaymentMethod;
import java.time.LocalDate;
import java.util.Optional;

/** Understands the rows of a file of payments, as far as that goes without the invoices. */
final class PaymentRowReader implements RowReader<PaymentCandidate> {

    private final LocalDate today;

    PaymentRowReader(LocalDate today) {
        this.today = today;
    }

    @Override
    public Optional<PaymentCandidate> read(Cells row) {
        String invoice = row.requiredText("invoice_number", 35).orElse("");
        Optional<LocalDate> paidOn = row.requiredDate("paid_on");
        if (paidOn.isPresent() && paidOn.get().isAfter(today)) {
            row.fault(Reason.PAID_IN_FUTURE, "paid_on", row.cell("paid_on"));
        }
        String amount = row.requiredText("amount", 40).orElse("");
        PaymentMethod method = row.oneOf("method", PaymentMethod.class).orElse(PaymentMethod.BANK_TRANSFER);
        String reference = row.text("reference", 200).orElse("");
        if (!row.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PaymentCandidate(invoice, paidOn.orElseThrow(), amount, row.cell("currency"), method, reference));
    }

    /** Two equal payments on one day are possible; the invoice's open amount and the payment's own key bound them. */
    @Override
    public String key(PaymentCandidate candidate) {
        return "";
    }

    @Override
    public String keyColumn() {
        return "";
    }
}
