package io.quittance.banking.control;

import io.quittance.Fault;
import io.quittance.banking.MandateDetails;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerKind;
import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles.Scheme;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a mandate must hold to. */
final class MandateRules {

    private static final int LONGEST_HOLDER = 70;
    /** An older one would have lapsed. */
    private static final Period OLDEST = Period.ofMonths(36);

    private MandateRules() {
    }

    static List<Fault> check(MandateDetails details, Optional<Customer> customer, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (customer.isEmpty()) {
            faults.add(Fault.of("customer", details.customer(), "customer.unknown"));
        }
        if (!details.reference().isEmpty() && !details.reference().matches("[A-Za-z0-9+?:().,' -][A-Za-z0-9+?/:().,' -]{0,34}")) {
            faults.add(Fault.of("reference", details.reference(), "mandate.reference"));
        }
        if (details.holder().isEmpty() || details.holder().length() > LONGEST_HOLDER) {
            faults.add(Fault.of("holder", details.holder(), details.holder().isEmpty() ? "text.missing" : "text.tooLong", LONGEST_HOLDER));
        }
        if (Iban.parse(details.iban()).filter(Iban::inSepa).isEmpty()) {
            faults.add(Fault.of("iban", details.iban(), "iban.sepa"));
        }
        if (!details.bic().isEmpty() && Bic.parse(details.bic()).isEmpty()) {
            faults.add(Fault.of("bic", details.bic(), "bic.wrong"));
        }
        if (details.signedOn() == null || details.signedOn().isAfter(today) || details.signedOn().plus(OLDEST).isBefore(today)) {
            faults.add(Fault.of("signedOn", details.signedOn(), "mandate.signedOn"));
        }
        if (details.scheme() == null || details.scheme() == Scheme.B2B
                && customer.filter(found -> found.details().kind() == CustomerKind.CONSUMER).isPresent()) {
            faults.add(Fault.of("scheme", details.scheme(), "mandate.scheme"));
        }
        return faults;
    }
}
