package io.quittance.document;

import io.quittance.invoice.InvoiceView;
import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.CreditorReference;
import io.quittance.spi.bank.EpcCode;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.money.Money;
import java.util.Optional;

/** Which transfer pays an invoice: to the account that its document names. */
public final class TransferCode {

    private TransferCode() {
    }

    /** Empty where the document names no account, the amount is not in euro, or the reference is none that banks check. */
    public static Optional<EpcCode> of(InvoiceView invoice, Money amount) {
        Optional<Iban> account = Iban.parse(invoice.seller().iban()).filter(Iban::inSepa);
        Optional<CreditorReference> reference = CreditorReference.parse(invoice.paymentReference());
        if (account.isEmpty() || reference.isEmpty() || invoice.seller().name().isBlank() || !EpcCode.isPayable(amount)) {
            return Optional.empty();
        }
        return Optional.of(new EpcCode(invoice.seller().name(), account.get(), Bic.parse(invoice.seller().bic()), amount, reference.get()));
    }
}
