package io.quittance.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.interest.boundary.InterestRun;
import io.quittance.interest.boundary.LateInterest;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An invoice was paid late, and the bank showed the money before interest was claimed. */
class ReconciledWaiverIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void what_is_waived_leaves_the_invoice_reconciled() {
        at("2025-03-01T12:00");
        Tenant tenant = CORE.newTenant();
        CORE.in(tenant, () -> CORE.get(LateInterest.class).change(new InterestPolicy(true, false, Optional.of("DE"),
                LocalDate.parse("2025-03-01"), 0, true, BigDecimal.ZERO)));
        CORE.answerBells();
        InvoiceId id = CORE.in(tenant, () -> SAMPLES.issued(SAMPLES.draft(DraftInvoice.of(SAMPLES.customer("Debtor").id(), "EUR",
                List.of(LineInput.of("Goods", "1", "1000.00", TaxRate.standard("19")))))));
        at("2025-06-11T04:00");
        CORE.in(tenant, () -> CORE.get(Statements.class).bring("statement.xml", new CamtText("S1")
                .line("2025-06-10", 119_000, "r1", "Invoice " + row(id).number().orElseThrow().text()).closing()));
        assertThat(CORE.in(tenant, () -> row(id)).status()).isEqualTo(InvoiceStatus.RECONCILED);
        CORE.answerBells();
        CORE.run(tenant, () -> CORE.get(InterestRun.class).accrue(CORE.get(InterestRun.class).candidates()));
        InvoiceRow charged = CORE.in(tenant, () -> row(id));
        assertThat(charged.open().isPositive()).isTrue();

        assertThat(CORE.in(tenant, () -> CORE.get(LateInterest.class).waive(new WaiverOrder("waive", id, charged.open(), "goodwill"))))
                .isInstanceOf(WaiverOutcome.Done.class);

        assertThat(CORE.in(tenant, () -> row(id)).status()).isEqualTo(InvoiceStatus.RECONCILED);
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    private static InvoiceRow row(InvoiceId id) {
        return CORE.get(InvoiceList.class).find(id).orElseThrow().row();
    }

    private static void at(String local) {
        CORE.clock().set(LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant());
    }
}
