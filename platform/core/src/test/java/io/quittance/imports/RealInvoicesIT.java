package io.quittance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.imports.boundary.Imports;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 822 real invoices of a real company, compared with an independent reading of the same file. */
class RealInvoicesIT {

    private static final Currency USD = Currency.getInstance("USD");
    private static final int INVOICES = 822;

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();

    @Test
    void every_date_and_amount_comes_in_exactly() throws IOException {
        Path file = SharedFiles.find("samples/late-payment/ibm-ar/invoices-2012-01_2012-08.csv");
        FileFormat american = new FileFormat(CharacterSet.UTF_8, Optional.empty(), DateStyle.MONTH_DAY_YEAR_SLASHES, DecimalSign.POINT,
                Map.of(), Optional.of(USD));

        FileOutcome outcome = core.in(tenant, () -> core.get(Imports.class)
                .run(new ImportRequest(ImportKind.INVOICES, "ibm.csv", bytes(file), american)));

        ImportReport report = ((FileOutcome.Imported) outcome).report();
        assertThat(report.broken()).isEmpty();
        assertThat(report.good()).isEqualTo(INVOICES);
        assertThat(report.newCustomers()).isEqualTo(100);
        assertThat(report.ignoredHeaders()).containsExactly("countryCode", "PaperlessDate", "PaperlessBill", "DaysToSettle", "DaysLate");
        Map<String, InvoiceRow> invoices = core.in(tenant, () -> core.get(InvoiceList.class)
                .page(InvoiceFilter.ALL, Page.Request.first(1000, InvoiceSort.NUMBER, true))).rows().stream()
                .collect(Collectors.toMap(row -> row.number().orElseThrow().text(), Function.identity()));
        List<String> payments = core.in(tenant, () -> core.get(Payments.class)
                .page(PaymentFilter.all(), Page.Request.first(1000, PaymentSort.RECEIVED, true))).rows().stream()
                .map(payment -> payment.receivedOn().orElseThrow() + " " + payment.gross()).toList();
        List<String> lines = Files.readAllLines(file).stream().skip(1).toList();
        assertThat(lines).hasSize(INVOICES);
        List<String> settled = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(",");
            InvoiceRow invoice = invoices.get(cells[3]);
            assertThat(invoice).as(line).isNotNull();
            assertThat(invoice.issueDate()).as(line).contains(day(cells[4]));
            assertThat(invoice.dueDate()).as(line).contains(day(cells[5]));
            assertThat(invoice.gross().toDecimal()).as(line).isEqualByComparingTo(new BigDecimal(cells[6]));
            assertThat(invoice.open()).as(line).isEqualTo(Money.zero(USD));
            assertThat(invoice.status()).as(line).isEqualTo(InvoiceStatus.PAID);
            settled.add(day(cells[8]) + " " + Money.parse(cells[6], USD));
        }
        assertThat(payments).containsExactlyInAnyOrderElementsOf(settled);
    }

    private static LocalDate day(String american) {
        String[] parts = american.split("/");
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
