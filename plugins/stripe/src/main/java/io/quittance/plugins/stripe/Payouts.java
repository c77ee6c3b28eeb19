package io.quittance.plugins.stripe;

import io.quittance.plugins.stripe.StripeApi.NoAnswer;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PayoutSource.Answer;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Payouts with what is in them, from their balance transactions, all in the currency of settlement.
 *
 * @see <a href="https://docs.stripe.com/api/balance_transactions/object">The Balance Transaction object</a>
 */
final class Payouts {

    private static final int PER_PAGE = 10;
    private static final int PAGES_MAX = 30;
    /** Charges of Stripe's own, whose amount is the fee. */
    private static final Set<String> PURE_FEES = Set.of("stripe_fee", "stripe_fx_fee", "tax_fee", "application_fee");
    /** What Stripe holds back for later, or lets go of again. */
    private static final Set<String> RESERVES = Set.of("reserve_transaction", "reserved_funds", "reserve_hold", "reserve_release",
        "payment_network_reserve_hold", "payment_network_reserve_release");

    private final StripeApi api;

    /** The transactions do not add up to the payout: a person has to look. Becomes a value before it leaves the plugin. */
    static final class Unbalanced extends Exception {

        private static final long serialVersionUID = 1L;

        Unbalanced(String message) {
            super(message);
        }
    }

    Payouts(GatewayCall call) {
        this.api = new StripeApi(call);
    }

    Answer since(Instant since, Optional<String> cursor) {
        try {
            List<Reading> page = cursor.isPresent() ? after(cursor.get()) : first(since);
            boolean more = page.size() > PER_PAGE;
            List<Reading> taken = more ? page.subList(0, PER_PAGE) : page;
            List<PaymentEvent.Payout> payouts = new ArrayList<>();
            List<PaymentEvent.Fee> fees = new ArrayList<>();
            for (Reading payout : taken) {
                event(payout, fees).ifPresent(payouts::add);
            }
            return new Answer.Page(payouts, more ? Optional.of(taken.getLast().text("id")) : Optional.empty(), fees);
        } catch (NoAnswer | Unbalanced silent) {
            return new Answer.NoAnswer(silent.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Answer.NoAnswer("Stripe's answer cannot be read: " + broken.getMessage());
        }
    }

    /** Stripe lists newest first; {@code ending_before} gives those that come right after a known one. */
    private List<Reading> after(String id) throws NoAnswer, Unreadable {
        Params query = Params.none().with("ending_before", id).with("limit", PER_PAGE + 1);
        return StripeApi.said(api.get("payouts", query)).list("data").reversed();
    }

    private List<Reading> first(Instant since) throws NoAnswer, Unreadable {
        Params query = Params.none().with("created[lt]", since.getEpochSecond()).with("limit", 1);
        List<Reading> before = StripeApi.said(api.get("payouts", query)).list("data");
        return before.isEmpty() ? api.list("payouts", Params.none().with("created[gte]", since.getEpochSecond()), PAGES_MAX).reversed()
            : after(before.getFirst().text("id"));
    }

    /** The payout in the product's words; empty while it has not arrived, or Stripe has not yet settled what is in it. */
    Optional<PaymentEvent.Payout> event(Reading payout) throws NoAnswer, Unreadable, Unbalanced {
        return event(payout, new ArrayList<>());
    }

    /** @param charges takes up what Stripe charged by itself and tells nowhere else */
    private Optional<PaymentEvent.Payout> event(Reading payout, List<PaymentEvent.Fee> charges) throws NoAnswer, Unreadable, Unbalanced {
        boolean unsettled = payout.find("reconciliation_status").filter("in_progress"::equals).isPresent();
        if (!payout.text("status").equals("paid") || unsettled) {
            return Optional.empty();
        }
        String id = payout.text("id");
        Money net = payout.money("amount");
        Money gross = net;
        Money fee = Money.zero(net.currency());
        Money reserve = fee;
        List<PaymentEvent.Fee> own = new ArrayList<>();
        Set<GatewayPaymentId> payments = new LinkedHashSet<>();
        List<PaymentEvent.Conversion> conversions = new ArrayList<>();
        // Stripe says what is in a payout only for those that it makes by itself
        if (payout.isTrue("automatic")) {
            gross = Money.zero(net.currency());
            for (Reading transaction : api.list("balance_transactions",
                    Params.none().with("payout", id).expand("data.source"), PAGES_MAX).reversed()) {
                Money amount = transaction.money("amount");
                String type = transaction.text("type");
                fee = fee.plus(PURE_FEES.contains(type) ? amount.negated() : transaction.money("fee"));
                reserve = RESERVES.contains(type) ? reserve.minus(amount) : reserve;
                gross = type.equals("payout") || PURE_FEES.contains(type) || RESERVES.contains(type) ? gross : gross.plus(amount);
                charge(transaction, id).ifPresent(own::add);
                payment(transaction).ifPresent(payments::add);
                conversion(transaction).ifPresent(conversions::add);
            }
            if (!gross.minus(fee).minus(reserve).equals(net)) {
                throw new Unbalanced("payout " + id + " of " + net + " holds " + gross + " less fees of " + fee
                    + " and reserves of " + reserve
                    + ": compare it with the payout report in Stripe");
            }
        }
        charges.addAll(own);
        Instant made = payout.time("created");
        return Optional.of(new PaymentEvent.Payout(new Occurrence(new GatewayPaymentId(id), Optional.empty(), made, made.getEpochSecond()),
            gross, fee, net, bankReference(payout),
            LocalDate.ofInstant(payout.time("arrival_date"), ZoneOffset.UTC), List.copyOf(payments), conversions, reserve));
    }

    private static Optional<PaymentEvent.Fee> charge(Reading transaction, String payout) throws Unreadable {
        Instant when = transaction.time("created");
        return PURE_FEES.contains(transaction.text("type")) ? Optional.of(new PaymentEvent.Fee(
            new Occurrence(new GatewayPaymentId(payout), Optional.empty(), when, when.getEpochSecond()),
            new GatewayPaymentId(transaction.text("id")), transaction.money("amount").negated(),
            transaction.find("description").orElse("Stripe fee"))) : Optional.empty();
    }

    private static Optional<GatewayPaymentId> payment(Reading transaction) {
        return transaction.find("type").filter(type -> type.equals("charge") || type.equals("payment"))
            .flatMap(_ -> transaction.findObject("source")).flatMap(charge -> charge.id("payment_intent").or(() -> charge.find("id")))
            .map(GatewayPaymentId::new);
    }

    /** Stripe states the rate where it converted; the rounding is Stripe's, so both amounts are kept as they are. */
    private static Optional<PaymentEvent.Conversion> conversion(Reading transaction) throws Unreadable {
        Optional<BigDecimal> rate = transaction.decimal("exchange_rate").filter(found -> found.signum() > 0);
        Optional<Reading> charge = transaction.findObject("source");
        Optional<GatewayPaymentId> payment = payment(transaction);
        if (rate.isEmpty() || charge.isEmpty() || payment.isEmpty()) {
            return Optional.empty();
        }
        Money paid = charge.get().money("amount");
        Money settled = transaction.money("amount");
        return paid.currency().equals(settled.currency()) ? Optional.empty()
            : Optional.of(new PaymentEvent.Conversion(payment.get(), paid, settled, rate.get()));
    }

    private static String bankReference(Reading payout) {
        return payout.findObject("trace_id").flatMap(trace -> trace.find("value")).or(() -> payout.find("statement_descriptor"))
            .or(() -> payout.find("id")).orElse("STRIPE");
    }
}
