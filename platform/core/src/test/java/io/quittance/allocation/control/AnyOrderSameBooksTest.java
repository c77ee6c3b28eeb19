package io.quittance.allocation.control;

import static io.quittance.testing.ToyPay.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.AllocationRow;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnyOrderSameBooksTest {

    private static final int INVOICES = 5;

    private record News(String payment, InvoiceId purpose, PaymentEvent event) {
    }

    @Test
    void sixty_events_in_two_hundred_orders_with_repetitions_lead_to_the_same_books() {
        List<News> news = sixtyEvents(new Random(7));
        assertThat(news).hasSize(60);
        Map<String, Long> expected = balances(news);
        for (int seed = 0; seed < 200; seed++) {
            List<News> shuffled = new ArrayList<>(news);
            Random random = new Random(seed);
            for (int i = 0; i < 20; i++) {
                shuffled.add(news.get(random.nextInt(news.size())));
            }
            Collections.shuffle(shuffled, random);
            assertThat(balances(shuffled)).as("seed %s", seed).isEqualTo(expected);
        }
    }

    @Test
    void twenty_thousand_random_operations_net_to_zero_and_keep_the_sub_ledgers_equal_to_their_accounts() {
        int operations = 0;
        for (int seed = 0; operations < 20_000; seed++) {
            Random random = new Random(seed);
            BooksInMemory books = new BooksInMemory();
            openInvoices(books);
            List<News> news = sixtyEvents(random);
            Collections.shuffle(news, random);
            for (News item : news) {
                books.learn(item.payment(), item.purpose(), item.event());
                operations++;
                if (random.nextInt(4) == 0) {
                    release(books, random);
                    operations++;
                }
            }
            requireSound(books, seed);
        }
        assertThat(operations).isGreaterThanOrEqualTo(20_000);
    }

    private static void release(BooksInMemory books, Random random) {
        List<AllocationRow> shares = books.allocations.stream().filter(row -> row.takesBack().isEmpty()).toList();
        if (!shares.isEmpty()) {
            books.release(shares.get(random.nextInt(shares.size())));
        }
    }

    private static void requireSound(BooksInMemory books, int seed) {
        Map<String, Long> balances = books.balances();
        long total = balances.entrySet().stream().filter(entry -> !entry.getKey().startsWith("claim"))
                .mapToLong(Map.Entry::getValue).sum();
        assertThat(total).as("seed %s", seed).isZero();
        assertThat(books.claims.values()).as("seed %s", seed).allSatisfy(claim -> {
            assertThat(claim.open().isNegative()).isFalse();
            assertThat(balances.getOrDefault("claim " + claim.id(), 0L)).isEqualTo(claim.open().minorUnits());
        });
        long open = books.claims.values().stream().map(OpenClaim::open).mapToLong(Money::minorUnits).sum();
        assertThat(balances.getOrDefault("RECEIVABLES", 0L)).as("seed %s", seed).isEqualTo(open);
        long unapplied = books.unapplied.values().stream().mapToLong(Money::minorUnits).sum();
        assertThat(balances.getOrDefault("UNAPPLIED_CASH", 0L)).as("seed %s", seed).isEqualTo(-unapplied);
    }

    private static Map<String, Long> balances(List<News> news) {
        BooksInMemory books = new BooksInMemory();
        openInvoices(books);
        news.forEach(item -> books.learn(item.payment(), item.purpose(), item.event()));
        requireSound(books, -1);
        return books.balances();
    }

    private static void openInvoices(BooksInMemory books) {
        for (int id = 1; id <= INVOICES; id++) {
            books.invoice(id, 100_00L * id);
        }
    }

    /** Twelve payments in euro with five events each. */
    private static List<News> sixtyEvents(Random random) {
        List<News> news = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            String payment = "p" + i;
            InvoiceId purpose = new InvoiceId(1 + random.nextInt(INVOICES));
            fiveEvents(payment, "EUR", random).forEach(event -> news.add(new News(payment, purpose, event)));
        }
        return news;
    }

    /** A failure, the capture, a refund, a dispute, and how that ended. */
    private static List<PaymentEvent> fiveEvents(String payment, String currency, Random random) {
        long gross = 1 + random.nextInt(300_00);
        long refund = 1 + random.nextInt((int) gross);
        long disputed = 1 + random.nextInt((int) gross);
        boolean won = random.nextBoolean();
        GatewayPaymentId dispute = new GatewayPaymentId("d" + payment);
        return List.of(new PaymentEvent.Failed(at(payment, 1, Optional.empty()), Money.ofMinor(gross, currency), "declined", "No."),
                new PaymentEvent.Captured(at(payment, 10, Optional.empty()), Money.ofMinor(gross, currency), Money.ofMinor(1, currency),
                        MethodKind.CARD, "Visa"),
                new PaymentEvent.Refunded(at(payment, 20, Optional.empty()), new GatewayPaymentId("r" + payment),
                        Money.ofMinor(refund, currency), Money.ofMinor(0, currency)),
                new PaymentEvent.Disputed(at(payment, 30, Optional.empty()), dispute, Money.ofMinor(disputed, currency),
                        Money.ofMinor(15, currency), "fraud", Optional.empty()),
                new PaymentEvent.DisputeClosed(at(payment, 40, Optional.empty()), dispute, won,
                        Money.ofMinor(won ? disputed : 0, currency)));
    }
}
