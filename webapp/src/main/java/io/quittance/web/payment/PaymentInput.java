package io.quittance.web.payment;

import io.quittance.Currencies;
import io.quittance.allocation.Exchange;
import io.quittance.allocation.ManualPayment;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.InputFault;
import io.quittance.web.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Money that came in past the gateways. Invoices are those that the payer named; the rest goes to the oldest due unless told not to. */
public record PaymentInput(String customer, Money amount, PaymentMethod method, LocalDate receivedOn, Optional<String> reference,
        Optional<List<String>> invoices, Optional<Boolean> restToOldest, Optional<ExchangeInput> exchange) {

    /**
     * How the money settles invoices in another currency. Rates are units of the money that came in for one unit of that currency,
     * as decimal numbers in text: 0.93 when euro settle dollars and a dollar costs 93 cents.
     *
     * @param currency    of the invoices, ISO 4217
     * @param rate        on the day of the payment
     * @param source      who says so
     * @param date        of the rate
     * @param invoiceRate at which the invoices stand in the books; may be left out where it was stated before
     */
    public record ExchangeInput(String currency, BigDecimal rate, String source, LocalDate date, Optional<BigDecimal> invoiceRate) {

        Exchange exchange() {
            Currency into = Currencies.find(currency)
                    .orElseThrow(() -> Refusal.ofInput("exchange.currency", currency, "parameter.currency"));
            return new Exchange(into, rate, source, date, invoiceRate);
        }
    }

    private static final String ID = "[1-9][0-9]{0,17}";

    ManualPayment payment(String key) {
        List<InputFault> faults = new ArrayList<>();
        if (!customer.matches(ID)) {
            faults.add(InputFault.of("customer", customer, "parameter.id"));
        }
        List<String> named = invoices.orElse(List.of());
        for (int i = 0; i < named.size(); i++) {
            if (!named.get(i).matches(ID)) {
                faults.add(InputFault.of("invoices[" + i + "]", named.get(i), "parameter.id"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofInput(faults);
        }
        return new ManualPayment(key, new CustomerId(Long.parseLong(customer)), amount, method, receivedOn, reference.orElse(""),
                named.stream().map(Long::valueOf).map(InvoiceId::new).toList(), restToOldest.orElse(true),
                exchange.map(ExchangeInput::exchange));
    }
}
