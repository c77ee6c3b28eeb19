package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.ImportOutcome;
import io.quittance.invoice.ImportedInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.live.LiveChanges;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges invoices that come from elsewhere one by one, and writes the good ones of a batch together. */
@ApplicationScoped
public class OpeningBalances {

    private static final String KIND = "invoice";

    @Inject
    InvoiceRows rows;
    @Inject
    InvoiceWriter writer;
    @Inject
    InvoiceEvents events;
    @Inject
    SellerProfile seller;
    @Inject
    Customers customers;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    public List<ImportOutcome> bring(List<ImportedInvoice> invoices) {
        Set<String> taken = new HashSet<>(rows.taken(invoices.stream().map(ImportedInvoice::number).toList()));
        Map<CustomerId, Optional<Customer>> known = new HashMap<>();
        List<ImportOutcome> outcomes = new ArrayList<>();
        Map<Integer, InvoiceWriter.Frozen> good = new LinkedHashMap<>();
        for (ImportedInvoice invoice : invoices) {
            Optional<Customer> customer = known.computeIfAbsent(invoice.customer(), customers::find);
            List<Fault> faults = ImportRules.check(invoice, customer);
            if (!faults.isEmpty()) {
                outcomes.add(new ImportOutcome.Refused(faults));
            } else if (!taken.add(invoice.number())) {
                outcomes.add(new ImportOutcome.Duplicate(invoice.number()));
            } else {
                good.put(outcomes.size(), frozen(invoice, customer.orElseThrow()));
                outcomes.add(null);
            }
        }
        write(good, outcomes);
        return List.copyOf(outcomes);
    }

    private void write(Map<Integer, InvoiceWriter.Frozen> good, List<ImportOutcome> outcomes) {
        if (good.isEmpty()) {
            return;
        }
        List<ClaimId> claims = writer.freeze(List.copyOf(good.values()), seller.read());
        Map<InvoiceId, Map<String, String>> facts = new LinkedHashMap<>();
        List<String> numbers = new ArrayList<>();
        int next = 0;
        for (Map.Entry<Integer, InvoiceWriter.Frozen> entry : good.entrySet()) {
            InvoiceWriter.Frozen invoice = entry.getValue();
            outcomes.set(entry.getKey(), new ImportOutcome.Imported(invoice.id(), claims.get(next++)));
            facts.put(invoice.id(), Map.of("number", invoice.number().text(), "amount", invoice.totals().gross().toString(),
                    "open", invoice.open().toString()));
            numbers.add(invoice.number().text());
        }
        events.noteAll("imported", facts);
        // One row for the batch: each invoice's own figures are frozen in its document and noted in its timeline.
        audit.record("imported", KIND, facts.keySet().iterator().next().value(), null, Map.of("numbers", numbers));
        changes.announce(KIND, 0);
    }

    private InvoiceWriter.Frozen frozen(ImportedInvoice invoice, Customer customer) {
        ZoneId zone = tenant.get().zone();
        InvoiceRecord record = new InvoiceRecord(new InvoiceId(ids.next()), clock.instant(), zone);
        return new InvoiceWriter.Frozen(record, new InvoiceNumber(invoice.number()), customer, invoice.buyerReference(), "",
                invoice.issueDate(), new DueDate(invoice.dueDate(), zone), totals(invoice), invoice.open(), true);
    }

    /** Without lines: the gross amount as one line outside of our own tax reckoning. */
    private static InvoiceTotals totals(ImportedInvoice invoice) {
        if (!invoice.lines().isEmpty()) {
            return InvoiceTotals.of(invoice.lines(), invoice.gross().currency());
        }
        Money gross = invoice.gross();
        String description = invoice.description().isEmpty() ? invoice.number() : invoice.description();
        InvoiceLine line = new InvoiceLine(1, description, BigDecimal.ONE, "", gross.toDecimal(), BigDecimal.ZERO,
                TaxRate.untaxed(TaxCategory.O), gross);
        return new InvoiceTotals(List.of(line), List.of(), gross, Money.zero(gross.currency()), gross);
    }
}
