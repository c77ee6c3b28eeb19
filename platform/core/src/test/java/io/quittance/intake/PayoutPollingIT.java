package io.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.intake.control.PayoutPolling;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.boundary.Payouts;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.FakeGateways;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayoutPollingIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Purse purse = new Purse();

    /** A gateway that pays out and pushes nothing: two pages, the second with a fee that is told nowhere else. */
    private static final class Purse implements PaymentGateway, PayoutSource {

        private final List<Instant> asked = new ArrayList<>();
        private volatile boolean silent;

        @Override
        public String id() {
            return "purse";
        }

        @Override
        public String name() {
            return "Purse";
        }

        @Override
        public SettingsForm settings() {
            return new SettingsForm(List.of());
        }

        @Override
        public Answer payouts(Instant since, Optional<String> cursor, GatewayCall call) {
            if (silent) {
                return new Answer.NoAnswer("the purse is closed");
            }
            asked.add(since);
            if (cursor.isEmpty()) {
                return new Answer.Page(List.of(payout("po-1", "100.00", "0.00", call)), Optional.of("more"));
            }
            PaymentEvent.Payout second = payout("po-2", "50.00", "1.50", call);
            return new Answer.Page(List.of(second), Optional.empty(),
                    List.of(new PaymentEvent.Fee(second.occurrence(), second.occurrence().payment(), second.fee(), "monthly")));
        }

        private static PaymentEvent.Payout payout(String id, String gross, String fee, GatewayCall call) {
            Instant day = call.clock().instant().minus(Duration.ofDays(3));
            Occurrence occurrence = new Occurrence(new GatewayPaymentId(id), Optional.empty(), Instant.parse("2026-03-01T09:30:00Z"), 1);
            return new PaymentEvent.Payout(occurrence, ToyPay.eur(gross), ToyPay.eur(fee), ToyPay.eur(gross).minus(ToyPay.eur(fee)), id,
                    LocalDate.ofInstant(day, ZoneOffset.UTC), List.of());
        }
    }

    @Test
    void payouts_are_asked_for_page_by_page_again_and_again_and_known_once_with_their_fees() {
        shop.in(() -> CORE.get(Plugins.class).enable(CORE.get(FakeGateways.class).add(purse), Map.of()));
        Instant before = CORE.clock().instant();
        assertThat(poll()).hasValueSatisfying(next -> assertThat(next).isAfter(before.plus(Duration.ofHours(5))));
        assertThat(poll()).isPresent();
        assertThat(shop.in(() -> CORE.get(Payouts.class).arriving(LocalDate.EPOCH, LocalDate.of(2100, 1, 1))))
                .extracting(PayoutRow::reference).containsExactlyInAnyOrder("po-1", "po-2");
        assertThat(shop.balances()).isEqualTo(Map.of("FEES", "1.50", "GATEWAY_CLEARING", "-1.50"));
        assertThat(purse.asked.getFirst()).as("a quarter at first").isBefore(before.minus(Duration.ofDays(80)));
        assertThat(purse.asked.getLast()).as("then what is recent").isAfter(before.minus(Duration.ofDays(20)));
    }

    @Test
    void a_gateway_that_does_not_answer_is_asked_again_within_the_hour() {
        shop.in(() -> CORE.get(Plugins.class).enable(CORE.get(FakeGateways.class).add(purse), Map.of()));
        purse.silent = true;
        Instant before = CORE.clock().instant();
        assertThat(poll()).hasValueSatisfying(next -> assertThat(next).isBefore(before.plus(Duration.ofHours(2))));
        assertThat(shop.in(() -> CORE.get(Payouts.class).arriving(LocalDate.EPOCH, LocalDate.of(2100, 1, 1)))).isEmpty();
    }

    @Test
    void where_nobody_pays_out_nothing_is_woken() {
        assertThat(poll()).isEmpty();
    }

    private Optional<Instant> poll() {
        return TenantScope.call(shop.tenant(), new Actor.Job("payouts"), () -> CORE.get(PayoutPolling.class).answer());
    }
}
