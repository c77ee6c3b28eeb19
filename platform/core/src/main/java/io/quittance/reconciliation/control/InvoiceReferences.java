package io.quittance.reconciliation.control;

import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Finds the invoices that a bank line names by their whole numbers. */
@ApplicationScoped
public class InvoiceReferences {

    private static final int MOST_WORDS = 40;

    @Inject
    InvoiceList invoices;
    @Inject
    Settlement settlement;

    /** Claims of the named invoices that are open in that currency, in the order they are named. */
    List<OpenClaim> openClaims(References said, Currency currency) {
        return said.candidates(MOST_WORDS).stream()
                .filter(InvoiceNumber::isNumber)
                .map(word -> invoices.byNumber(new InvoiceNumber(word)))
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(invoice -> settlement.claims(invoice).stream())
                .filter(claim -> claim.open().isPositive() && claim.open().currency().equals(currency))
                .toList();
    }
}
