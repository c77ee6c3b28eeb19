package io.quittance.simulation;

import io.quittance.credit.CreditRoom;
import io.quittance.credit.entity.CreditCalculation;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An invoice in the simulated tables. */
record Bill(InvoiceId id, CustomerId customer, InvoiceNumber number, InvoiceTotals totals, LocalDate issued, boolean onHold,
        boolean reconciled, boolean cancelled, List<ClaimId> claims, CreditRoom room) {

    static Bill of(InvoiceId id, CustomerId customer, InvoiceNumber number, InvoiceTotals totals, LocalDate issued, ClaimId principal) {
        CreditRoom room = new CreditRoom(totals.lines().stream().map(line -> new CreditRoom.OfLine(line, line.net())).toList(),
                totals.taxes().stream().map(tax -> new CreditRoom.OfCategory(tax.rate(), tax.taxable(), tax.tax())).toList());
        return new Bill(id, customer, number, totals, issued, false, false, false, List.of(principal), room);
    }

    Bill held(boolean on) {
        return new Bill(id, customer, number, totals, issued, on, reconciled, cancelled, claims, room);
    }

    Bill seenOnTheBank(boolean seen) {
        return new Bill(id, customer, number, totals, issued, onHold, seen, cancelled, claims, room);
    }

    Bill taken() {
        return new Bill(id, customer, number, totals, issued, onHold, reconciled, true, claims, room);
    }

    Bill with(List<ClaimId> more) {
        List<ClaimId> all = new ArrayList<>(claims);
        all.addAll(more);
        return new Bill(id, customer, number, totals, issued, onHold, reconciled, cancelled, List.copyOf(all), room);
    }

    /** With less room for further credits. */
    Bill credited(CreditCalculation.Result credit) {
        List<CreditRoom.OfLine> lines = new ArrayList<>();
        for (CreditRoom.OfLine line : room.lines()) {
            Money left = line.left();
            for (int i = 0; i < credit.positions().size(); i++) {
                InvoiceLine credited = credit.totals().lines().get(i);
                left = credit.positions().get(i) == line.line().position() ? left.minus(credited.net()) : left;
            }
            lines.add(new CreditRoom.OfLine(line.line(), left));
        }
        List<CreditRoom.OfCategory> categories = room.categories().stream().map(category -> {
            TaxTotal taken = credit.totals().taxes().stream().filter(tax -> tax.rate().equals(category.rate())).findFirst()
                    .orElse(none(category.rate()));
            return new CreditRoom.OfCategory(category.rate(), category.net().minus(taken.taxable()), category.tax().minus(taken.tax()));
        }).toList();
        return new Bill(id, customer, number, totals, issued, onHold, reconciled, cancelled, claims, new CreditRoom(lines, categories));
    }

    private TaxTotal none(TaxRate rate) {
        Money zero = Money.zero(totals.gross().currency());
        return new TaxTotal(rate, zero, zero);
    }
}
