package io.quittance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.boundary.Payouts;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayoutPartsIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Statements statements = CORE.get(Statements.class);

    @Test
    void a_payout_that_comes_in_parts_is_booked_once_all_of_them_are_there() {
        InvoiceId invoice = paidOut("p1", "po_1");

        StatementOutcome.Imported first = imported(new CamtText("S1").line("2026-03-05", 10000, "r1", "Part of po_1").closing());
        assertThat(first.discrepancies()).isEqualTo(1);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);

        StatementOutcome.Imported second = imported(new CamtText("S2").line("2026-03-06", 1580, "r2", "Rest of po_1").closing());
        assertThat(second.matched()).isEqualTo(2);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.RECONCILED);
        assertThat(shop.balances()).containsEntry("BANK", "115.80").doesNotContainKey("GATEWAY_CLEARING");
        StatementLine line = shop.in(() -> statements.find(first.statements().getFirst())).orElseThrow().lines().getFirst();
        assertThat(line.gap()).as("what was too little is a part now").isEmpty();
    }

    @Test
    void payouts_that_come_as_one_line_which_names_them_are_booked_together_and_once() {
        InvoiceId one = paidOut("p1", "po_1");
        InvoiceId other = paidOut("p2", "po_2");

        imported(new CamtText("S1").line("2026-03-05", 23160, "r1", "po_1 and po_2").closing());

        assertThat(List.of(status(one), status(other))).containsOnly(InvoiceStatus.RECONCILED);
        assertThat(shop.balances()).containsEntry("BANK", "231.60").doesNotContainKey("GATEWAY_CLEARING");

        imported(new CamtText("S2").line("2026-03-06", 11580, "r2", "po_2").closing());
        assertThat(shop.balances()).as("it has arrived before").containsEntry("BANK", "231.60");
    }

    @Test
    void what_a_payout_holds_back_is_known_of_it() {
        shop.deliver("d", new PaymentEvent.Payout(ToyPay.at("po_9", 30, Optional.empty()), ToyPay.eur("100.00"), ToyPay.eur("3.00"),
                ToyPay.eur("92.00"), "po_9", DAY, List.of(), List.of(), ToyPay.eur("5.00")));
        shop.work();

        assertThat(shop.in(() -> CORE.get(Payouts.class).arriving(DAY, DAY))).singleElement()
                .satisfies(payout -> assertThat(payout.reserve()).isEqualTo(ToyPay.eur("5.00")));
    }

    private InvoiceId paidOut(String payment, String payout) {
        InvoiceId invoice = shop.issued("100.00");
        shop.deliver("c" + payment, ToyPay.captured(payment, Optional.of(shop.begun(invoice, "119.00")), "119.00", "3.20"));
        shop.deliver("d" + payout, new PaymentEvent.Payout(ToyPay.at(payout, 30, Optional.empty()), ToyPay.eur("119.00"),
                ToyPay.eur("3.20"), ToyPay.eur("115.80"), payout, DAY, List.of(new GatewayPaymentId(payment))));
        shop.work();
        return invoice;
    }

    private StatementOutcome.Imported imported(byte[] content) {
        return (StatementOutcome.Imported) shop.in(() -> statements.bring("statement.xml", content));
    }

    private InvoiceStatus status(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().status();
    }
}
