package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeMachineIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    @AfterEach
    void releaseTheClock() {
        CORE.clock().release();
    }

    @Test
    void a_report_is_as_it_was_known_then_and_as_it_was_corrected_since() {
        Shop shop = new Shop(CORE, new ToyPay());
        Instant start = CORE.clock().instant();
        LocalDate today = shop.tenant().today(CORE.clock());
        InvoiceId invoice = shop.issued("100.00");
        CORE.clock().set(start.plusSeconds(60));
        // Found in the drawer a minute later, received the day before.
        shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment("drawer", shop.customer().id(), ToyPay.eur("19.00"),
                PaymentMethod.CASH, today.minusDays(1), "", List.of(invoice), false)));
        CORE.clock().set(start.plusSeconds(120));

        assertThat(receivables(shop, AsOf.day(today))).containsExactly(ToyPay.eur("100.00"));
        assertThat(receivables(shop, new AsOf(today, Optional.of(start.plusSeconds(30))))).containsExactly(ToyPay.eur("119.00"));
        assertThat(receivables(shop, new AsOf(today, Optional.of(start.minusSeconds(30))))).isEmpty();
        assertThat(receivables(shop, new AsOf(today.minusDays(2), Optional.empty()))).isEmpty();
        assertThat(openItems(shop, AsOf.day(today))).containsExactly(ToyPay.eur("100.00"));
        assertThat(openItems(shop, new AsOf(today, Optional.of(start.plusSeconds(30))))).containsExactly(ToyPay.eur("119.00"));
    }

    private static List<Money> receivables(Shop shop, AsOf asOf) {
        return shop.in(() -> CORE.get(LedgerReports.class).trialBalance(asOf)).stream()
                .filter(row -> row.account().role() == AccountRole.RECEIVABLES).map(TrialBalanceRow::balance).toList();
    }

    private static List<Money> openItems(Shop shop, AsOf asOf) {
        return shop.in(() -> CORE.get(LedgerReports.class).openItems(asOf)).stream().map(OpenItem::open).toList();
    }
}
