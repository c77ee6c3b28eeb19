package io.quittance.invoice.control;

import io.quittance.config.Json;
import io.quittance.customer.Customer;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Seller;
import io.quittance.invoice.entity.InvoicePostings;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.ledger.Posting;
import io.quittance.ledger.boundary.Journal;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Freezes invoices: document, lines, taxes, claim and journal entry. One is a batch of one. */
@ApplicationScoped
public class InvoiceWriter {

    @Inject
    EntityManager entities;
    @Inject
    DocumentRows documents;
    @Inject
    ClaimRows claims;
    @Inject
    Journal journal;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /**
     * An invoice about to be frozen.
     *
     * @param record   as a draft, known to the EntityManager or about to be
     * @param open     what is to be paid of the total
     * @param imported then the books take what is open as an opening balance
     */
    public record Frozen(InvoiceRecord record, InvoiceNumber number, Customer customer, String buyerReference, String notes,
            LocalDate issueDate, DueDate due, InvoiceTotals totals, Money open, boolean imported) {

        InvoiceId id() {
            return record.id();
        }
    }

    /** @return the claims, in the same order */
    public List<ClaimId> freeze(List<Frozen> invoices, Seller seller) {
        Instant now = clock.instant();
        String sellerJson = json.write(seller);
        List<ClaimRows.NewClaim> made = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (Frozen invoice : invoices) {
            invoice.record().issue(invoice.number(), invoice.customer(), invoice.buyerReference(), invoice.issueDate(), invoice.due(),
                    invoice.totals().gross(), invoice.open(), now);
            entities.persist(invoice.record());
            ClaimRows.NewClaim claim = new ClaimRows.NewClaim(new ClaimId(ids.next()), invoice.id(), ClaimKind.PRINCIPAL, 1,
                    invoice.totals().gross(), invoice.open(), invoice.due().date());
            made.add(claim);
            if (!invoice.open().isZero()) {
                postings.add(posting(invoice, claim.id()));
            }
        }
        documents.add(invoices, sellerJson, now);
        claims.add(made);
        if (!postings.isEmpty()) {
            journal.postAll(postings);
        }
        return made.stream().map(ClaimRows.NewClaim::id).toList();
    }

    private static Posting posting(Frozen invoice, ClaimId claim) {
        InvoicePostings.Owner owner = new InvoicePostings.Owner(invoice.customer().id(), invoice.id(), claim);
        String number = invoice.number().text();
        return invoice.imported() ? InvoicePostings.opened(owner, invoice.open(), invoice.issueDate(), number)
                : InvoicePostings.issued(owner, invoice.totals(), invoice.issueDate(), number);
    }
}
