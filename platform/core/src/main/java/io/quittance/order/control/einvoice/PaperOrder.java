package io.quittance.order.control.einvoice;

import io.quittance.order.CanonicalOrder;
import io.quittance.order.CanonicalOrder.IssuedElsewhere;
import io.quittance.order.OrderBuyer;
import io.quittance.order.OrderLine;
import io.quittance.order.Prepayment;
import io.quittance.order.StatedTotals;
import io.quittance.order.control.einvoice.Paper.Tax;
import io.quittance.order.control.einvoice.Paper.Totals;
import io.quittance.order.control.einvoice.Paper.Trader;
import io.quittance.tax.PriceMode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An electronic invoice in our shape. A credit note keeps its kind by its signs: quantities, totals and prepayments are turned
 * round, so that it can never be taken for a claim. What is rounded to be paid is a line, so that lines come to what is owed.
 */
final class PaperOrder {

    private static final int DECIMALS = 2;
    private static final int LONGEST_NOTES = 4000;

    private final Paper paper;
    private final Reading reading;

    PaperOrder(Paper paper, Reading reading) {
        this.paper = paper;
        this.reading = reading;
    }

    /** Meaningful only if {@code reading} has no faults afterwards. */
    CanonicalOrder read() {
        Totals totals = paper.totals();
        require("number", paper.head().number());
        require("currency", paper.head().currency());
        require("issueDate", paper.head().issued().map(String::valueOf).orElse(""));
        require("totals.gross", totals.gross().map(BigDecimal::toPlainString).orElse(""));
        if (paper.lines().isEmpty()) {
            reading.fault("lines", "", "einvoice.noLines");
        }
        BigDecimal rounding = totals.rounding().orElse(BigDecimal.ZERO);
        payable(rounding);
        UnaryOperator<BigDecimal> sign = paper.credit() ? BigDecimal::negate : UnaryOperator.identity();
        UnaryOperator<BigDecimal> withRounding = amount -> sign.apply(amount.add(rounding));
        StatedTotals stated = new StatedTotals(totals.net().map(withRounding), totals.tax().map(sign), totals.gross().map(withRounding));
        Optional<IssuedElsewhere> issued = paper.head().issued().map(day -> new IssuedElsewhere(paper.head().number(), day,
                paper.seller().name(), paper.seller().taxId().replace(" ", "")));
        return new CanonicalOrder(paper.head().number(), issued, buyer(paper.buyer()), paper.head().currency(), paper.head().issued(),
                paper.head().due(), paper.head().buyerReference(), notes(), PriceMode.NET, lines(rounding), stated,
                totals.prepaid().filter(amount -> amount.signum() != 0).map(amount -> new Prepayment("", "", sign.apply(amount),
                        Optional.empty())).stream().toList());
    }

    private void require(String field, String value) {
        if (value.isEmpty()) {
            reading.fault(field, "", "einvoice.missing");
        }
    }

    /** @see "EN 16931-1, BR-CO-16: what is due is the total less what was paid, and the rounding" */
    private void payable(BigDecimal rounding) {
        Totals totals = paper.totals();
        if (totals.payable().isPresent() && totals.gross().isPresent()) {
            BigDecimal due = totals.gross().get().subtract(totals.prepaid().orElse(BigDecimal.ZERO)).add(rounding);
            if (due.compareTo(totals.payable().get()) != 0) {
                reading.fault("totals.payable", totals.payable().get().toPlainString(), "einvoice.payable", due.toPlainString());
            }
        }
    }

    private List<OrderLine> lines(BigDecimal rounding) {
        List<Tax> taxes = Stream.concat(paper.lines().stream().map(Paper.Line::tax), paper.surcharges().stream().map(Paper.Surcharge::tax))
                .filter(tax -> !tax.category().isEmpty()).distinct().toList();
        PaperLines lines = new PaperLines(reading, taxes.size() == 1 ? Optional.of(taxes.getFirst()) : headerTax(taxes), decimals());
        paper.lines().forEach(lines::add);
        paper.surcharges().forEach(lines::add);
        if (rounding.signum() != 0) {
            lines.addRounding(rounding, "Rounding");
        }
        return paper.credit() ? lines.lines().stream().map(PaperOrder::reversed).toList() : lines.lines();
    }

    private Optional<Tax> headerTax(List<Tax> ofLines) {
        return ofLines.isEmpty() && paper.taxes().size() == 1 ? Optional.of(paper.taxes().getFirst()) : Optional.empty();
    }

    private int decimals() {
        try {
            return Math.max(0, Currency.getInstance(paper.head().currency()).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknownCurrency) {
            return DECIMALS;
        }
    }

    private static OrderLine reversed(OrderLine line) {
        return new OrderLine(line.item(), line.description(), line.quantity().negate(), line.unit(), line.unitPrice(),
                line.discountPercent(), line.tax());
    }

    private static OrderBuyer buyer(Trader trader) {
        return new OrderBuyer(trader.number(), trader.foreign(), trader.name(), trader.email(), trader.taxId().replace(" ", ""), "",
                trader.company(), trader.address());
    }

    private String notes() {
        String notes = paper.notes().stream().map(note -> note.lines().map(String::strip).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"))).filter(note -> !note.isEmpty()).collect(Collectors.joining("\n\n"));
        return notes.length() > LONGEST_NOTES ? notes.substring(0, LONGEST_NOTES - 1) + "…" : notes;
    }
}
