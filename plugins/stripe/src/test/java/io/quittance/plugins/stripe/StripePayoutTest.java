package io.quittance.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PayoutSource.Answer;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripePayoutTest {

    private static final Instant BEFORE = StripeWorld.NOW.minusSeconds(1);

    private final StripeGateway gateway = new StripeGateway();
    private StripeWorld world;

    @BeforeEach
    void open() {
        world = new StripeWorld();
    }

    @AfterEach
    void shut() {
        assertThat(world.server.faults()).isEmpty();
        world.close();
    }

    @Test
    void a_payout_holds_what_was_captured_less_what_went_back_and_every_fee() {
        GatewayPaymentId first = paid("a", 10_000);
        GatewayPaymentId second = paid("b", 5_000);
        gateway.refund(new Refund(new IdempotencyKey("r"), first, Money.ofMinor(4_000, "EUR"), ""), world.call());
        ObjectNode made = StripeActions.payOut(world.stripe, "eur");
        PaymentEvent.Payout payout = look(made);
        assertThat(payout.gross()).isEqualTo(Money.ofMinor(11_000, "EUR"));
        // 3.20 and 1.75 for the payments, 2.00 a month
        assertThat(payout.fee()).isEqualTo(Money.ofMinor(695, "EUR"));
        assertThat(payout.net()).isEqualTo(Money.ofMinor(10_305, "EUR"));
        assertThat(payout.payments()).containsExactly(first, second);
        assertThat(payout.bankReference()).isEqualTo("ACME 0301");
        assertThat(payout.arrivesOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(gateway.payouts(BEFORE, Optional.empty(), world.call())).isInstanceOfSatisfying(Answer.Page.class, page -> {
            assertThat(page.payouts()).containsExactly(payout);
            assertThat(page.next()).isEmpty();
            assertThat(page.fees()).as("what Stripe tells nowhere else")
                .singleElement().satisfies(fee -> assertThat(fee.amount()).isEqualTo(Money.ofMinor(200, "EUR")));
        });
    }

    @Test
    void payouts_come_oldest_first_page_by_page_from_any_instant() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            paid("p" + i, 10_000);
            made.add(StripeActions.payOut(world.stripe, "eur").get("id").asText());
        }
        assertThat(all(BEFORE)).isEqualTo(made);
        Instant third = Instant.ofEpochSecond(world.stripe.get(made.get(2)).get("created").asLong());
        assertThat(all(third)).isEqualTo(made.subList(2, 23));
        assertThat(all(StripeWorld.NOW.plusSeconds(86_400))).isEmpty();
    }

    private List<String> all(Instant since) {
        List<String> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Answer.Page page = (Answer.Page) gateway.payouts(since, cursor, world.call());
            page.payouts().forEach(payout -> found.add(payout.occurrence().payment().value()));
            cursor = page.next();
        } while (cursor.isPresent());
        return found;
    }

    @Test
    void one_that_stripe_still_settles_or_has_not_arrived_waits() {
        paid("a", 10_000);
        ObjectNode made = StripeActions.payOut(world.stripe, "eur");
        made.put("reconciliation_status", "in_progress");
        assertThat(gateway.look("payout:" + made.get("id").asText(), world.call())).isEqualTo(new Result.Found(List.of()));
        made.put("reconciliation_status", "completed").put("status", "in_transit");
        assertThat(gateway.look("payout:" + made.get("id").asText(), world.call())).isEqualTo(new Result.Found(List.of()));
    }

    @Test
    void one_made_by_hand_is_its_amount_and_one_that_does_not_add_up_is_for_a_person() {
        paid("a", 10_000);
        ObjectNode made = StripeActions.payOut(world.stripe, "eur");
        made.put("amount", 9_000);
        assertThat(gateway.look("payout:" + made.get("id").asText(), world.call())).isInstanceOfSatisfying(Result.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("90.00 EUR", "100.00 EUR", "payout report"));
        made.put("automatic", false);
        assertThat(look(made).gross()).isEqualTo(Money.ofMinor(9_000, "EUR"));
        assertThat(look(made).payments()).isEmpty();
    }

    @Test
    void what_is_held_back_for_later_is_neither_gross_nor_fee() {
        GatewayPaymentId payment = paid("a", 10_000);
        StripeActions.booked(world.stripe, "reserve_transaction", world.stripe.all("charge").getFirst(), -1_000, 0);
        PaymentEvent.Payout payout = look(StripeActions.payOut(world.stripe, "eur"));
        assertThat(payout.gross()).isEqualTo(Money.ofMinor(10_000, "EUR"));
        assertThat(payout.reserve()).isEqualTo(Money.ofMinor(1_000, "EUR"));
        assertThat(payout.net()).isEqualTo(Money.ofMinor(8_480, "EUR"));
        assertThat(payout.payments()).containsExactly(payment);
    }

    @Test
    void a_foreign_payment_is_paid_out_in_the_currency_of_settlement() {
        GatewayPaymentId payment = paid("usd", "USD", 10_000);
        world.stripe.all("balance_transaction").getFirst().put("currency", "eur").put("amount", 9_000).put("fee", 291).put("net", 8_709)
            .put("exchange_rate", 0.9);
        PaymentEvent.Payout payout = look(StripeActions.payOut(world.stripe, "eur"));
        assertThat(payout.gross()).isEqualTo(Money.ofMinor(9_000, "EUR"));
        assertThat(payout.net()).isEqualTo(Money.ofMinor(8_509, "EUR"));
        assertThat(payout.payments()).containsExactly(payment);
        assertThat(payout.conversions()).containsExactly(new PaymentEvent.Conversion(payment, Money.ofMinor(10_000, "USD"),
            Money.ofMinor(9_000, "EUR"), new BigDecimal("0.9")));
    }

    @Test
    void one_that_the_bank_sent_back_is_for_a_person() {
        ObjectNode payout = world.stripe.makeAs("payout", "po_1").put("failure_code", "account_closed");
        String body = world.stripe.event("evt_1", "payout.failed", payout);
        assertThat(gateway.receive(StripeWorld.delivery(body, StripeWorld.NOW, StripeWorld.SECRET), world.call()))
            .isInstanceOfSatisfying(WebhookOutcome.Unreadable.class,
                unreadable -> assertThat(unreadable.reason()).contains("po_1", "11.00 USD", "account_closed"));
    }

    private GatewayPaymentId paid(String key, long amount) {
        return paid(key, "EUR", amount);
    }

    private GatewayPaymentId paid(String key, String currency, long amount) {
        HostedPage page = (HostedPage) gateway.start(StripeWorld.request(key, Money.ofMinor(amount, currency)), world.call());
        return new GatewayPaymentId(StripeActions.pay(world.stripe, page.payment().value(), "card").get("id").asText());
    }

    private PaymentEvent.Payout look(ObjectNode payout) {
        Result.Found found = (Result.Found) gateway.look("payout:" + payout.get("id").asText(), world.call());
        return (PaymentEvent.Payout) found.events().getFirst();
    }
}
