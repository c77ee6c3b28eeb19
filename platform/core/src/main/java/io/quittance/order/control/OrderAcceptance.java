package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.ImportOutcome;
import io.quittance.invoice.ImportedInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.boundary.InvoiceImport;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.InvoiceSettings;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.CanonicalOrder.IssuedElsewhere;
import io.quittance.order.Prepayment;
import io.quittance.order.UnknownBuyer;
import io.quittance.order.control.OrderFactFinder.Case;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes of an order that no rule refuses what it is to become: a draft, or an invoice under its own number. */
@ApplicationScoped
public class OrderAcceptance {

    @Inject
    BuyerFinder buyers;
    @Inject
    Invoicing invoicing;
    @Inject
    InvoiceImport imports;
    @Inject
    InvoiceList invoices;
    @Inject
    InvoiceSettings settings;
    @Inject
    InvoiceTimeline timeline;

    /** What became of it. @param draft whether it is ours to issue. @param faults why it came to nothing; none when there is an invoice */
    record Made(Optional<CustomerId> customer, Optional<InvoiceId> invoice, boolean draft, List<Fault> faults) {

        private static Made refused(Optional<CustomerId> customer, List<Fault> faults) {
            return new Made(customer, Optional.empty(), false, faults);
        }
    }

    /** @param strangers whether somebody who is no customer becomes one */
    Made make(Case one, boolean strangers) {
        List<Fault> faults = new ArrayList<>(one.filled().faults());
        one.order().issued().ifPresent(issued -> faults.addAll(check(one, issued)));
        Optional<Customer> known = one.buyer().customer();
        if (known.isEmpty() && one.buyer().ambiguous()) {
            faults.add(Fault.of("buyer", one.order().buyer().email(), "order.customerAmbiguous", String.join(", ", one.buyer().names())));
        } else if (known.isEmpty() && !strangers) {
            faults.add(Fault.of("buyer", one.order().buyer().name(), "order.customerUnknown"));
        }
        if (!faults.isEmpty()) {
            return Made.refused(known.map(Customer::id), faults);
        }
        Customer customer;
        if (known.isPresent()) {
            customer = known.get();
        } else {
            BuyerFinder.Created created = buyers.create(one.account(), one.order().buyer());
            if (created.customer().isEmpty()) {
                return Made.refused(Optional.empty(), created.faults());
            }
            customer = created.customer().get();
        }
        Made made = one.order().issued().isPresent() ? bring(one, customer, one.order().issued().get()) : draft(one, customer);
        made.invoice().ifPresent(invoice -> {
            buyers.remember(one.account().id(), one.order().buyer().foreign(), customer.id());
            note(one, invoice);
        });
        return made;
    }

    static boolean createsStrangers(Case one) {
        return one.account().settings().unknownBuyers() == UnknownBuyer.CREATE;
    }

    private Made draft(Case one, Customer customer) {
        DraftInvoice filled = one.filled().draft();
        DraftInvoice draft = new DraftInvoice(customer.id(), filled.currency(), filled.issueDate(), filled.dueDate(),
                filled.buyerReference(), filled.notes(), filled.lines(), filled.prices());
        return switch (invoicing.draft(draft)) {
            case DraftOutcome.Drafted drafted -> new Made(Optional.of(customer.id()), Optional.of(drafted.id()), true, List.of());
            case DraftOutcome changed -> throw new IllegalStateException("what was checked is refused: " + changed);
        };
    }

    private Made bring(Case one, Customer customer, IssuedElsewhere issued) {
        Money gross = claim(one).orElseThrow();
        LocalDate due = one.order().dueDate().orElse(issued.on().plusDays(customer.details().termsDays()));
        boolean exact = one.order().prices() == PriceMode.NET
                && one.filled().totals().filter(totals -> totals.gross().equals(gross)).isPresent();
        ImportedInvoice invoice = new ImportedInvoice(issued.number(), customer.id(), issued.on(), due, gross, gross,
                one.order().buyerReference(), "", exact ? one.filled().draft().lines() : List.of());
        return switch (imports.bring(List.of(invoice)).getFirst()) {
            case ImportOutcome.Imported imported ->
                new Made(Optional.of(customer.id()), Optional.of(imported.id()), false, List.of());
            case ImportOutcome changed -> throw new IllegalStateException("what was checked is refused: " + changed);
        };
    }

    /** What was invoiced elsewhere is claimed as it was stated there. */
    private static Optional<Money> claim(Case one) {
        return OrderFigures.gross(one.order()).or(() -> one.filled().totals().map(InvoiceTotals::gross));
    }

    private List<Fault> check(Case one, IssuedElsewhere issued) {
        List<Fault> faults = new ArrayList<>();
        Optional<Money> claim = claim(one);
        if (!InvoiceNumber.isNumber(issued.number())) {
            faults.add(Fault.of("issued.number", issued.number(), "invoice.number", InvoiceNumber.LONGEST));
        } else if (invoices.byNumber(new InvoiceNumber(issued.number())).isPresent()) {
            faults.add(Fault.of("issued.number", issued.number(), "order.numberTaken"));
        }
        String ours = plain(settings.seller().taxId());
        if (!issued.sellerTaxId().isBlank() && !ours.isEmpty() && !plain(issued.sellerTaxId()).equals(ours)) {
            faults.add(Fault.of("issued.sellerTaxId", issued.sellerTaxId(), "order.notOurs", settings.seller().taxId()));
        }
        if (claim.isEmpty()) {
            faults.add(Fault.of("stated.gross", "", "order.totalMissing"));
        } else if (!claim.get().isPositive()) {
            faults.add(Fault.of("stated.gross", claim.get(), "money.notPositive"));
        }
        one.order().dueDate().filter(due -> due.isBefore(issued.on()))
                .ifPresent(due -> faults.add(Fault.of("dueDate", due, "invoice.dueBeforeIssue", issued.on())));
        return faults;
    }

    private static String plain(String taxId) {
        return taxId.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }

    /** Where it came from; and what is said to be paid, which is a claim of the channel's and no money. */
    private void note(Case one, InvoiceId invoice) {
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("channel", one.account().name());
        origin.put("reference", one.order().reference());
        origin.put("id", one.row().id().toString());
        timeline.note(invoice, "ordered", origin);
        CanonicalOrder order = one.order();
        for (Prepayment prepaid : order.prepaid()) {
            timeline.note(invoice, "said-paid", Map.of("gateway", prepaid.gateway(), "paidReference", prepaid.reference(),
                    "amount", prepaid.amount().toPlainString() + " " + order.currency()));
        }
    }
}
