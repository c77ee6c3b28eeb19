package io.quittance.document.control;

import io.quittance.LocalText;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceView;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an invoice is to be paid, in words. @see "EN 16931-1, BT-20: payment terms" */
final class PaymentWords {

    private PaymentWords() {
    }

    /** By when, in which instalments, and what may be deducted. */
    static String inWords(InvoiceView invoice, Labels labels) {
        String plan = !invoice.inInstalments() ? "" : invoice.claims().stream()
                .filter(claim -> claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT)
                .map(claim -> LocalText.date(claim.dueDate(), labels.language()) + " "
                        + LocalText.money(claim.claimed(), labels.language()))
                .collect(Collectors.joining(", ", " ", ""));
        return lead(invoice, labels) + plan;
    }

    /** Without the instalments themselves, which stand below it on a page. */
    static String lead(InvoiceView invoice, Labels labels) {
        Money gross = invoice.totals().gross();
        String lead = invoice.inInstalments() ? labels.of("pay.instalments") : labels.of("pay",
                LocalText.money(gross, labels.language()), LocalText.date(invoice.due().orElseThrow().date(), labels.language()));
        return lead + invoice.discount().map(offer -> " " + discount(offer, gross, labels)).orElse("");
    }

    private static String discount(DiscountOffer offer, Money gross, Labels labels) {
        return labels.of("discountOffer", LocalText.date(offer.lastDay(), labels.language()),
                LocalText.number(offer.percent(), 0, labels.language()) + " %", LocalText.money(offer.amount(), labels.language()),
                LocalText.money(gross.minus(offer.amount()), labels.language()));
    }

    /**
     * The discount once more, on a line of its own, as German programs read it; empty where none is offered, or one of more
     * than two decimals.
     *
     * @see "XRechnung 3.0.2, BR-DE-18: #SKONTO#TAGE=n#PROZENT=n.nn#BASISBETRAG=n.nn#"
     */
    static String forMachines(InvoiceView invoice, LocalDate issued) {
        return invoice.discount().filter(offer -> offer.percent().stripTrailingZeros().scale() <= 2).map(offer -> {
            BigDecimal percent = offer.percent().setScale(2, RoundingMode.UNNECESSARY);
            String base = offer.taxMode() == DiscountTerms.TaxMode.INCLUDED ? ""
                    : "BASISBETRAG=" + invoice.totals().net().toDecimal().setScale(2, RoundingMode.UNNECESSARY).toPlainString() + "#";
            return String.format(Locale.ROOT, "\n#SKONTO#TAGE=%d#PROZENT=%s#%s\n", ChronoUnit.DAYS.between(issued, offer.lastDay()),
                    percent.toPlainString(), base);
        }).orElse("");
    }
}
