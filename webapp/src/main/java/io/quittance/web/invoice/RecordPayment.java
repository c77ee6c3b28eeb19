package io.quittance.web.invoice;

import io.quittance.allocation.Exchange;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.language.Format;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The dialog that records money which came in past the gateways. */
@Named("recordPayment")
@ViewScoped
public class RecordPayment implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("amount", "method", "receivedOn", "reference", "exchange.rate",
            "exchange.invoiceRate", "exchange.source", "exchange.into");

    @Inject
    transient ManualPayments manual;

    @Inject
    transient InvoicePage page;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient Format format;

    @Inject
    transient Say say;

    /** Of this dialog: pressed twice, a payment is recorded once. */
    private String key;
    private BigDecimal amount;
    private PaymentMethod method;
    private LocalDate receivedOn;
    private String reference;
    private boolean restToOldest;
    private Currency currency;
    /** Units of what came in for one unit of the invoice's currency. */
    private BigDecimal rate;
    private BigDecimal invoiceRate;
    private String source;

    /** A fresh form, filled in with what is open. */
    public void begin() {
        key = UUID.randomUUID().toString();
        amount = page.getView().row().open().toDecimal();
        method = PaymentMethod.BANK_TRANSFER;
        receivedOn = tenant.get().today(clock);
        reference = "";
        restToOldest = false;
        currency = page.getView().row().open().currency();
        rate = null;
        invoiceRate = null;
        source = "";
    }

    public void save() {
        InvoiceView invoice = page.getView();
        Money paid;
        try {
            paid = Money.of(amount, currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            say.refused("payment.amount.tooFine", format.money(invoice.row().open()));
            return;
        }
        RecordOutcome outcome = manual.record(new ManualPayment(key, invoice.row().customer(), paid, method, receivedOn, reference,
                List.of(new InvoiceId(page.getId())), restToOldest, exchange(invoice)));
        switch (outcome) {
            case RecordOutcome.Recorded recorded when recorded.remainder().isPositive() ->
                    say.done("payment.recorded.remainder", format.money(paid), format.money(recorded.remainder()));
            case RecordOutcome.Recorded recorded -> say.done("payment.recorded", format.money(paid));
            case RecordOutcome.AlreadyRecorded earlier -> say.done("payment.recorded", format.money(paid));
            case RecordOutcome.Refused refused -> say.faults(refused.faults(), RecordPayment::input);
        }
        page.refresh();
    }

    private Optional<Exchange> exchange(InvoiceView invoice) {
        return isExchanged() ? Optional.of(new Exchange(invoice.row().open().currency(), rate, source, receivedOn,
                Optional.ofNullable(invoiceRate))) : Optional.empty();
    }

    private static String input(String field) {
        return INPUTS.contains(field) ? "recordPaymentForm:" + field.replace("exchange.", "") : null;
    }

    /** Whether the money came in another currency than the invoice's. */
    public boolean isExchanged() {
        return currency != null && !currency.equals(page.getView().row().open().currency());
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
        this.currency = currency;
    }

    public BigDecimal getRate() {
        return rate;
    }

    public void setRate(BigDecimal rate) {
        this.rate = rate;
    }

    public BigDecimal getInvoiceRate() {
        return invoiceRate;
    }

    public void setInvoiceRate(BigDecimal invoiceRate) {
        this.invoiceRate = invoiceRate;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public PaymentMethod[] getMethods() {
        return PaymentMethod.values();
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public PaymentMethod getMethod() {
        return method;
    }

    public void setMethod(PaymentMethod method) {
        this.method = method;
    }

    public LocalDate getReceivedOn() {
        return receivedOn;
    }

    public void setReceivedOn(LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public boolean isRestToOldest() {
        return restToOldest;
    }

    public void setRestToOldest(boolean restToOldest) {
        this.restToOldest = restToOldest;
    }
}
