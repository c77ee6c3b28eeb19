package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PayoutSource.Answer;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settlements as payouts, with what was withheld for fees. Read with the organisation's token: API keys may not.
 *
 * @see <a href="https://docs.mollie.com/reference/list-settlements">List settlements</a>
 */
final class Settlements {

    private static final int PER_PAGE = 10;
    private static final int PAGES_MAX = 20;
    private static final int RATE_DIGITS = 8;

    /** Where Mollie and its bank are. */
    private static final ZoneId BANK = ZoneId.of("Europe/Amsterdam");

    private final Optional<MollieApi> api;

    Settlements(GatewayCall call) {
        this.api = call.settings().find(MollieForm.ORGANISATION).map(token -> new MollieApi(call, token));
    }

    /** @param cursor the last settlement of the page before */
    Answer since(Instant since, Optional<String> cursor) throws NoAnswer, Unreadable {
        if (api.isEmpty()) {
            return new Answer.Page(List.of(), Optional.empty());
        }
        // Mollie lists newest first; one is paid out soon after it was made
        List<Reading> all = api.get().list("settlements", "settlements", PAGES_MAX, made -> made.time("createdAt").isBefore(since))
            .reversed();
        int start = 0;
        for (int i = 0; i < all.size() && cursor.isPresent(); i++) {
            start = all.get(i).text("id").equals(cursor.get()) ? i + 1 : start;
        }
        List<Reading> page = all.subList(start, Math.min(all.size(), start + PER_PAGE));
        List<PaymentEvent.Payout> payouts = new ArrayList<>();
        List<PaymentEvent.Fee> fees = new ArrayList<>();
        for (Reading settlement : page) {
            if (settlement.text("status").equals("paidout")) {
                PaymentEvent.Payout payout = payout(settlement);
                payouts.add(payout);
                fee(payout).ifPresent(fees::add);
            }
        }
        boolean more = start + PER_PAGE < all.size();
        return new Answer.Page(payouts, more ? Optional.of(page.getLast().text("id")) : Optional.empty(), fees);
    }

    private static Optional<PaymentEvent.Fee> fee(PaymentEvent.Payout payout) {
        return payout.fee().isZero() ? Optional.empty() : Optional.of(new PaymentEvent.Fee(payout.occurrence(),
            payout.occurrence().payment(), payout.fee(), "Mollie fees, settlement " + payout.bankReference()));
    }

    private PaymentEvent.Payout payout(Reading settlement) throws NoAnswer, Unreadable {
        GatewayPaymentId id = settlement.id("id");
        Money net = settlement.object("amount").money("value", "currency");
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        for (Reading period : periods(settlement)) {
            revenue = revenue.add(sum(period.findList("revenue"), net));
            costs = costs.add(sum(period.findList("costs"), net));
        }
        // Mollie counts fees in parts of a cent and rounds what it pays, so the cent's rest belongs to the fee
        Money gross = Money.of(revenue, net.currency(), RoundingMode.HALF_EVEN);
        Money fee = gross.minus(net);
        if (costs.subtract(fee.toDecimal()).abs().compareTo(BigDecimal.ONE.movePointLeft(net.currency().getDefaultFractionDigits())) > 0) {
            throw new NoAnswer("settlement " + id + " of " + net + " holds " + gross + " less fees of " + costs.toPlainString()
                + ": compare it with the settlement in Mollie", NoAnswer.Kind.PERSON);
        }
        Optional<Instant> settled = settlement.findTime("settledAt");
        Instant when = settled.isPresent() ? settled.get() : settlement.time("createdAt");
        List<GatewayPaymentId> payments = new ArrayList<>();
        List<PaymentEvent.Conversion> conversions = new ArrayList<>();
        for (Reading payment : api.orElseThrow().list("settlements/" + id + "/payments", "payments", PAGES_MAX, MollieApi.Until.end())
                .reversed()) {
            payments.add(payment.id("id"));
            conversion(payment).ifPresent(conversions::add);
        }
        return new PaymentEvent.Payout(new Occurrence(id, Optional.empty(), when, when.getEpochSecond()), gross, fee, net,
            settlement.find("reference").orElse(id.value()), LocalDate.ofInstant(when, BANK), payments, conversions);
    }

    /** By year and month. */
    private static List<Reading> periods(Reading settlement) throws Unreadable {
        List<Reading> found = new ArrayList<>();
        for (Object year : settlement.object("periods").fields().values()) {
            if (!(year instanceof Map<?, ?> months)) {
                throw new Unreadable("a year of a settlement is no object");
            }
            for (Object month : months.values()) {
                if (!(month instanceof Map<?, ?> period)) {
                    throw new Unreadable("a month of a settlement is no object");
                }
                found.add(new Reading(period));
            }
        }
        return found;
    }

    private static BigDecimal sum(List<Reading> parts, Money like) throws Unreadable {
        BigDecimal sum = BigDecimal.ZERO;
        for (Reading part : parts) {
            Reading amount = part.object("amountGross");
            if (!amount.text("currency").equals(like.currency().getCurrencyCode())) {
                throw new Unreadable("a part of a settlement in " + like.currency() + " is in " + amount.text("currency"));
            }
            sum = sum.add(Reading.decimal(amount.text("value")));
        }
        return sum;
    }

    /** Mollie states both amounts, not the rate between them. */
    private static Optional<PaymentEvent.Conversion> conversion(Reading payment) throws Unreadable {
        Money paid = payment.object("amount").money("value", "currency");
        Optional<Reading> settled = payment.findObject("settlementAmount");
        if (settled.isEmpty() || settled.get().text("currency").equals(paid.currency().getCurrencyCode())) {
            return Optional.empty();
        }
        Money came = settled.get().money("value", "currency");
        return came.isPositive() && paid.isPositive() ? Optional.of(new PaymentEvent.Conversion(payment.id("id"), paid, came,
            came.toDecimal().divide(paid.toDecimal(), RATE_DIGITS, RoundingMode.HALF_EVEN))) : Optional.empty();
    }
}
