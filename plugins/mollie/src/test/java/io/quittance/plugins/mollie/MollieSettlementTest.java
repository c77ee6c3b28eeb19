package io.quittance.plugins.mollie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PayoutSource.Answer;
import io.quittance.spi.money.Money;
import io.quittance.testkit.gateway.GatewayWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MollieSettlementTest {

    private final MollieGateway gateway = new MollieGateway();
    private MollieWorld mollie;

    @BeforeEach
    void open() {
        mollie = new MollieWorld();
    }

    @AfterEach
    void shut() {
        mollie.close();
        assertThat(mollie.mollie.complaints()).isEmpty();
    }

    @Test
    void a_settlement_is_a_payout_whose_fee_takes_the_rest_of_the_cent() {
        GatewayPaymentId first = paid("a", Money.ofMinor(10_000, "EUR"));
        GatewayPaymentId second = paid("b", Money.ofMinor(5_000, "EUR"));
        ObjectNode made = mollie.mollie.settle();
        Answer.Page page = page(Optional.empty());
        PaymentEvent.Payout payout = page.payouts().getFirst();
        assertThat(payout.gross()).isEqualTo(Money.ofMinor(15_000, "EUR"));
        // twice 0.3025, rounded by Mollie to its own favour
        assertThat(payout.fee()).isEqualTo(Money.ofMinor(61, "EUR"));
        assertThat(payout.net()).isEqualTo(Money.ofMinor(14_939, "EUR"));
        assertThat(payout.payments()).containsExactly(first, second);
        assertThat(payout.bankReference()).isEqualTo(made.path("reference").asText());
        assertThat(payout.arrivesOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(page.fees()).singleElement().satisfies(fee -> {
            assertThat(fee.amount()).isEqualTo(payout.fee());
            assertThat(fee.fee().value()).isEqualTo(made.path("id").asText());
        });
    }

    @Test
    void settlements_come_oldest_first_page_by_page_and_only_when_paid_out() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            paid("p" + i, Money.ofMinor(10_000, "EUR"));
            made.add(mollie.mollie.settle().path("id").asText());
        }
        mollie.mollie.get(made.get(12)).put("status", "pending");
        Answer.Page first = page(Optional.empty());
        assertThat(first.payouts()).extracting(payout -> payout.occurrence().payment().value()).containsExactlyElementsOf(made.subList(0,
            10));
        assertThat(page(first.next()).payouts()).extracting(payout -> payout.occurrence().payment().value())
            .containsExactlyElementsOf(made.subList(10, 12));
        assertThat(page(first.next()).next()).isEmpty();
    }

    @Test
    void one_that_does_not_add_up_is_not_told() {
        paid("a", Money.ofMinor(10_000, "EUR"));
        mollie.mollie.settle().putObject("amount").put("currency", "EUR").put("value", "90.00");
        assertThat(gateway.payouts(GatewayWorld.NOW, Optional.empty(), mollie.world.call())).isInstanceOfSatisfying(Answer.NoAnswer.class,
            silent -> assertThat(silent.reason()).contains("90.00 EUR", "100.00 EUR", "compare"));
    }

    @Test
    void a_foreign_payment_is_told_with_both_amounts() {
        GatewayPaymentId payment = paid("usd", Money.ofMinor(10_000, "USD"));
        mollie.mollie.get(payment.value()).putObject("settlementAmount").put("currency", "EUR").put("value", "92.00");
        mollie.mollie.settle();
        assertThat(page(Optional.empty()).payouts().getFirst().conversions()).containsExactly(new PaymentEvent.Conversion(payment,
            Money.ofMinor(10_000, "USD"), Money.ofMinor(9_200, "EUR"), new BigDecimal("0.92000000")));
    }

    @Test
    void without_a_token_of_the_organisation_nothing_is_asked() {
        assertThat(gateway.payouts(GatewayWorld.NOW, Optional.empty(), mollie.world.call("organisation-token", "")))
            .isEqualTo(new Answer.Page(List.of(), Optional.empty()));
        assertThat(mollie.world.server().requests()).isEmpty();
    }

    private GatewayPaymentId paid(String key, Money amount) {
        HostedPage page = (HostedPage) gateway.start(GatewayWorld.request(key, amount), mollie.world.call());
        mollie.mollie.pay(page.payment().value());
        return page.payment();
    }

    private Answer.Page page(Optional<String> cursor) {
        return (Answer.Page) gateway.payouts(GatewayWorld.NOW, cursor, mollie.world.call());
    }
}
