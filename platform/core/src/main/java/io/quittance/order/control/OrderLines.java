package io.quittance.order.control;

import io.quittance.Currencies;
import io.quittance.Fault;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.FilledLines;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.LineWish;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes an invoice's lines of an order's, with what the catalogue and the customer say where the order is silent. */
@ApplicationScoped
public class OrderLines {

    /** Stands for a buyer who is no customer yet; no customer has it. */
    static final CustomerId NOBODY = new CustomerId(0);

    @Inject
    Catalogue catalogue;
    @Inject
    DraftDefaults defaults;

    /**
     * The lines of an order as they would be invoiced.
     *
     * @param knownItems codes of the catalogue among those named, in lower case
     * @param draft      as it would be drafted, for the customer or for nobody
     * @param totals     empty when a line lacks something
     * @param faults     what keeps it from being drafted, except for the customer
     */
    record Filled(Set<String> knownItems, DraftInvoice draft, Optional<InvoiceTotals> totals, List<Fault> faults) {
    }

    Filled fill(CanonicalOrder order, Optional<CustomerId> customer) {
        List<String> codes = order.lines().stream().map(OrderLine::item).filter(code -> !code.isEmpty()).toList();
        Set<String> known = codes.isEmpty() ? Set.of() : catalogue.byCodes(codes).keySet();
        List<LineWish> wishes = order.lines().stream().map(line -> wish(line, known)).toList();
        CustomerId whose = customer.orElse(NOBODY);
        Optional<String> currency = Currencies.find(order.currency()).map(code -> code.getCurrencyCode());
        if (currency.isEmpty()) {
            return new Filled(known, draft(order, whose, List.of()), Optional.empty(),
                    List.of(Fault.of("currency", order.currency(), "currency.unknown")));
        }
        FilledLines filled = defaults.fill(whose, currency.get(), order.prices(), wishes);
        DraftInvoice draft = draft(order, whose, filled.lines());
        List<Fault> faults = new ArrayList<>(filled.faults());
        faults.addAll(defaults.check(draft).stream().filter(fault -> !fault.field().equals("customer")).toList());
        if (order.lines().isEmpty() && order.issued().isEmpty()) {
            faults.add(Fault.of("lines", "", "invoice.noLines"));
        }
        boolean complete = !order.lines().isEmpty() && filled.lines().stream().allMatch(OrderLines::complete);
        return new Filled(known, draft, complete ? totals(draft, order) : Optional.empty(), faults);
    }

    private static Optional<InvoiceTotals> totals(DraftInvoice draft, CanonicalOrder order) {
        try {
            return Optional.of(draft.totals(Currencies.find(order.currency()).orElseThrow()));
        } catch (ArithmeticException beyondLong) {
            return Optional.empty();
        }
    }

    private static boolean complete(LineInput line) {
        return line.quantity() != null && line.unitPrice() != null && line.tax() != null;
    }

    private static DraftInvoice draft(CanonicalOrder order, CustomerId customer, List<LineInput> lines) {
        return new DraftInvoice(customer, order.currency(), Optional.empty(), order.dueDate(), order.buyerReference(), order.notes(), lines,
                order.prices());
    }

    /** An item that the catalogue does not know is a line of its own, under its code when it has no description. */
    private static LineWish wish(OrderLine line, Set<String> known) {
        boolean ours = known.contains(line.item().toLowerCase(Locale.ROOT));
        Optional<String> description = Optional.of(line.description()).filter(text -> !text.isBlank());
        boolean priced = line.unitPrice().isPresent() || line.discountPercent().signum() != 0;
        return new LineWish(ours ? line.item() : "", ours ? description : description.or(() -> Optional.of(line.item())), line.quantity(),
                Optional.of(line.unit()).filter(unit -> !unit.isBlank()), line.unitPrice(),
                priced ? Optional.of(line.discountPercent()) : Optional.empty(), line.tax());
    }
}
