package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.allocation.Exchange;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.LineInput;
import io.quittance.ledger.boundary.JournalExport;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentMethod;
import io.quittance.tax.TaxRate;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books added up by a program that is not ours. */
class HledgerIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Path PROGRAM = Path.of("/usr/bin/hledger");
    private static final Pattern BALANCE = Pattern.compile("\"[a-z]+:(\\d+) [a-z_]+\",\"([A-Z]{3})\",\"(-?[\\d.]+)\"");

    @TempDir
    Path folder;

    @BeforeAll
    static void needsHledger() {
        boolean installed = Files.isExecutable(PROGRAM);
        assertThat(installed || System.getenv("CI") == null).as("hledger is not installed: README.md names the Debian packages").isTrue();
        assumeTrue(installed, "hledger is not installed: README.md names the Debian packages");
    }

    @Test
    void it_comes_to_the_same_balances_to_the_cent() throws IOException, InterruptedException {
        Shop shop = new Shop(CORE, new ToyPay());
        InvoiceId invoice = shop.issued("1234.56");
        shop.issued("0.99");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(shop.begun(invoice, "1000.01")), "1000.01", "29.30"));
        shop.deliver("d2", ToyPay.refunded("p1", "r1", "17.17"));
        shop.deliver("d3", ToyPay.captured("p2", Optional.empty(), "7.00", "0.50"));
        shop.work();
        exchanged(shop);
        Path journal = folder.resolve("books.journal");
        Files.writeString(journal, exported(shop));

        Process hledger = new ProcessBuilder(PROGRAM.toString(), "-f", journal.toString(), "balance", "--flat", "--layout=bare", "-N", "-O",
                "csv", "--empty").redirectErrorStream(true).start();
        String answer = new String(hledger.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(hledger.waitFor()).as(answer).isZero();
        assertThat(balances(answer)).isEqualTo(ours(shop)).hasSizeGreaterThan(5);
    }

    /** A payment in euro that settles dollars, at a loss. */
    private static void exchanged(Shop shop) {
        Currency dollar = Currency.getInstance("USD");
        LocalDate day = LocalDate.parse("2026-03-02");
        Samples samples = new Samples(CORE);
        InvoiceId invoice = shop.in(() -> samples.issued(samples.draft(DraftInvoice.of(shop.customer().id(), "USD",
                List.of(LineInput.of("Goods", "3", "7.77", TaxRate.standard("19")))))));
        RecordOutcome outcome = shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment("fx", shop.customer().id(),
                ToyPay.eur("12.34"), PaymentMethod.BANK_TRANSFER, day, "", List.of(invoice), false, Optional.of(new Exchange(dollar,
                        new BigDecimal("0.881"), "Bank", day, Optional.of(new BigDecimal("0.9")))))));
        assertThat(outcome).isInstanceOf(RecordOutcome.Recorded.class);
    }

    private static String exported(Shop shop) {
        return shop.in(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                CORE.get(JournalExport.class).write(out, LocalDate.EPOCH, LocalDate.of(2100, 1, 1));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private static Set<String> balances(String csv) {
        Set<String> found = new TreeSet<>();
        Matcher row = BALANCE.matcher(csv);
        while (row.find()) {
            found.add(row.group(1) + " " + new BigDecimal(row.group(3)).stripTrailingZeros().toPlainString() + " " + row.group(2));
        }
        return found;
    }

    private static Set<String> ours(Shop shop) {
        List<TrialBalanceRow> rows = shop.in(() -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(LocalDate.of(2100, 1, 1))));
        Set<String> found = new TreeSet<>();
        rows.forEach(row -> found.add(row.account().code() + " " + row.balance().toDecimal().stripTrailingZeros().toPlainString() + " "
                + row.balance().currency().getCurrencyCode()));
        return found;
    }
}
