package io.quittance.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** Money of another currency in the naive model. Shares nothing with the product. */
final class NaiveExchange {

    private final NaiveLedger ledger;
    private final Map<String, BigDecimal> rates = new HashMap<>();

    NaiveExchange(NaiveLedger ledger) {
        this.ledger = ledger;
    }

    boolean fits(Step.Exchanged step) {
        BigDecimal stated = rates.get(step.invoice() + step.paidIn());
        boolean known = step.invoiceRate().isEmpty() ? stated != null
                : stated == null || stated.compareTo(new BigDecimal(step.invoiceRate())) == 0;
        return known && !step.paidIn().equals(step.into()) && worth(step) > 0;
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    static long worth(Step.Exchanged step) {
        return BigDecimal.valueOf(step.paid()).movePointLeft(digits(step.paidIn())).movePointRight(digits(step.into()))
                .divide(new BigDecimal(step.rate()), 0, RoundingMode.HALF_EVEN).longValueExact();
    }

    void comesIn(NaivePayment payment, Step.Exchanged step, LocalDate today) {
        payment.paidIn = step.paidIn();
        payment.paid = step.paid();
        payment.rate = new BigDecimal(step.rate());
        if (!step.invoiceRate().isEmpty()) {
            rates.putIfAbsent(step.invoice() + step.paidIn(), new BigDecimal(step.invoiceRate()));
        }
        ledger.add("BANK", "-|-", step.paidIn(), step.paid(), today);
        ledger.add("CURRENCY_CLEARING", "-|-", step.paidIn(), -step.paid(), today);
    }

    /** Our part of what came in goes back: of all that has gone by now, less what had gone before. */
    void goesBack(NaivePayment payment, long amount, LocalDate today) {
        if (payment.rate != null) {
            long before = payment.takenBack();
            long goes = part(payment, before + amount) - part(payment, before);
            ledger.add("CURRENCY_CLEARING", "-|-", payment.paidIn, goes, today);
            ledger.add("BANK", "-|-", payment.paidIn, -goes, today);
        }
    }

    private static long part(NaivePayment payment, long of) {
        return BigDecimal.valueOf(payment.paid).multiply(BigDecimal.valueOf(of))
                .divide(BigDecimal.valueOf(payment.captured()), 0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** Brings what a share has realised to what it should have. */
    void realise(NaivePayment.Share share, LocalDate today) {
        NaivePayment payment = share.payment;
        BigDecimal stated = payment.rate == null ? null : rates.get(share.invoice.id + payment.paidIn);
        if (stated == null) {
            return;
        }
        BigDecimal each = payment.rate.subtract(stated);
        long should = BigDecimal.valueOf(share.left).movePointLeft(digits(payment.currency)).multiply(each)
                .movePointRight(digits(payment.paidIn)).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        ledger.add("CURRENCY_CLEARING", "-|-", payment.paidIn, should - share.realised, today);
        ledger.add(each.signum() > 0 ? "FX_GAIN" : "FX_LOSS", "-|-", payment.paidIn, share.realised - should, today);
        share.realised = should;
    }
}
