package io.quittance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.AllocationCandidate;
import io.quittance.allocation.AllocationPlan;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.Share;
import io.quittance.allocation.entity.AllocationPolicy;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxTotal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds whatever the figures are, at random from fixed seeds; {@code -Dsimulation.rounds} says how often each is tried. */
class MoneyPropertiesTest {

    /** So often everything is possible once, and once not. */
    private static final int ENOUGH = 20_000;
    private static final int ROUNDS = Integer.getInteger("simulation.rounds", ENOUGH);
    private static final LocalDate DAY = LocalDate.parse("2026-01-31");
    private static final List<String> CURRENCIES = List.of("JPY", "EUR", "KWD");
    private static final List<String> TAXES = List.of("19", "7", "0", "5.5", "20", "100", "0.001");
    private static final Decisions PRODUCT = new Decisions();

    @Test
    void a_hundred_thousand_random_operations_leave_every_currency_at_zero_and_both_models_equal_after_each() {
        int played = 0;
        int businesses = 0;
        Set<Class<?>> done = new HashSet<>();
        Set<Class<?>> refused = new HashSet<>();
        for (long seed = 1; played < 5 * ROUNDS; seed++) {
            Operations operations = new Operations(seed);
            Simulation simulation = new Simulation(PRODUCT);
            List<Step> steps = new ArrayList<>();
            for (Step step : operations.begin()) {
                steps.add(step);
                assertThat(simulation.step(step, false)).isEmpty();
            }
            for (int i = 0; i < 400; i++, played++) {
                Step step = operations.next();
                steps.add(step);
                String fault = simulation.step(step, i % 100 == 99).orElse("");
                if (!fault.isEmpty()) {
                    throw new AssertionError("seed " + seed + ": " + fault + " after " + Simulation.shrink(steps, PRODUCT));
                }
            }
            businesses++;
            done.addAll(simulation.done());
            refused.addAll(simulation.refused());
        }
        Set<Class<?>> always = Set.of(Step.Clock.class, Step.Deliver.class, Step.HandOut.class, Step.Close.class, Step.Issue.class);
        if (ROUNDS >= ENOUGH) {
            assertThat(done).containsExactlyInAnyOrder(Step.class.getPermittedSubclasses());
            assertThat(refused).containsAll(Stream.of(Step.class.getPermittedSubclasses()).filter(kind -> !always.contains(kind)).toList());
        }
        assertThat(businesses).isEqualTo((5 * ROUNDS + 399) / 400);
    }

    @Test
    void allocation_is_what_the_rules_say_never_over_applies_and_does_not_look_at_the_order_of_claims() {
        Random random = new Random(5);
        List<AllocationStrategy> all = new ArrayList<>(List.of(AllocationStrategy.values()));
        all.remove(AllocationStrategy.NAMED_CLAIMS);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(all, random);
            List<AllocationStrategy> order = new ArrayList<>(all.subList(0, random.nextInt(4)));
            order.addFirst(AllocationStrategy.NAMED_CLAIMS);
            String currency = CURRENCIES.get(random.nextInt(3));
            List<NaiveAllocation.Item> items = items(random);
            NaiveAllocation.Wish wish = wish(random, items, order);
            List<AllocationCandidate> candidates = new ArrayList<>(items.stream().map(item -> candidate(item, currency)).toList());
            Collections.shuffle(candidates, random);
            AllocationQuestion question = new AllocationQuestion(AllocationPolicy.VERSION, Money.ofMinor(wish.amount(), currency),
                    wish.purpose().stream().map(InvoiceId::new).toList(), wish.reference(), order, candidates, 0);
            AllocationPlan plan = AllocationPolicy.plan(question);
            assertThat(plan.shares().stream().map(share -> new NaiveAllocation.Part(share.claim().value(), share.amount().minorUnits())))
                    .as("round %d: %s", round, question).containsExactlyElementsOf(NaiveAllocation.of(wish, items));
            Map<Long, Long> given = plan.shares().stream().collect(Collectors.groupingBy(share -> share.claim().value(),
                    Collectors.summingLong(share -> share.amount().minorUnits())));
            items.forEach(item -> assertThat(given.getOrDefault(item.claim(), 0L)).isBetween(0L, item.open()));
            assertThat(plan.shares().stream().map(Share::amount).reduce(plan.remainder(), Money::plus)).isEqualTo(question.amount());
            assertThat(AllocationPolicy.plan(AllocationPolicy.kept(question, plan))).isEqualTo(plan);
        }
    }

    private static List<NaiveAllocation.Item> items(Random random) {
        List<NaiveAllocation.Item> items = new ArrayList<>();
        int count = random.nextInt(9);
        for (int claim = 1; claim <= count; claim++) {
            int invoice = 1 + random.nextInt(4);
            int rank = random.nextInt(4) > 0 ? 2 : random.nextInt(2);
            items.add(new NaiveAllocation.Item(claim, rank, rank == 2 && random.nextBoolean(), invoice, "N-%03d".formatted(9 - invoice),
                    1 + random.nextInt(4) * 25L + random.nextInt(3), DAY.plusDays(invoice % 3), DAY.plusDays(random.nextInt(4)),
                    invoice == 4 && random.nextBoolean()));
        }
        return items;
    }

    private static NaiveAllocation.Wish wish(Random random, List<NaiveAllocation.Item> items, List<AllocationStrategy> order) {
        List<Long> purpose = IntStream.range(0, random.nextInt(3)).mapToObj(i -> 1L + random.nextInt(4)).toList();
        String reference = random.nextBoolean() ? "" : "Re N-%03d and n-%03d".formatted(5 + random.nextInt(5), 5 + random.nextInt(5));
        long amount = random.nextBoolean() || items.isEmpty() ? random.nextInt(400) : items.get(random.nextInt(items.size())).open();
        return new NaiveAllocation.Wish(amount, purpose, reference, order.stream().map(Enum::name).toList());
    }

    private static AllocationCandidate candidate(NaiveAllocation.Item item, String currency) {
        ClaimKind kind = item.rank() == 0 ? ClaimKind.FEE : item.rank() == 1 ? ClaimKind.INTEREST
                : item.instalment() ? ClaimKind.INSTALMENT : ClaimKind.PRINCIPAL;
        return new AllocationCandidate(new ClaimId(item.claim()), kind, new InvoiceId(item.invoice()), item.number(),
                Money.ofMinor(item.open(), currency), item.issued(), item.due(), item.held());
    }

    @Test
    void parts_by_largest_remainder_sum_to_the_whole_and_are_less_than_a_unit_from_exact() {
        Random random = new Random(6);
        for (int round = 0; round < ROUNDS; round++) {
            Money whole = Money.ofMinor(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L) >> random.nextInt(40),
                    CURRENCIES.get(round % 3));
            List<Long> weights = random.longs(1 + random.nextInt(12), 0, 1L << 1 + random.nextInt(40)).boxed()
                    .collect(Collectors.toCollection(ArrayList::new));
            weights.set(random.nextInt(weights.size()), 1L + random.nextInt(9));
            BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
            List<Money> parts = whole.split(weights);
            assertThat(parts.stream().reduce(Money.zero(whole.currency()), Money::plus)).isEqualTo(whole);
            for (int i = 0; i < parts.size(); i++) {
                BigInteger off = BigInteger.valueOf(parts.get(i).minorUnits()).multiply(total)
                        .subtract(BigInteger.valueOf(whole.minorUnits()).multiply(BigInteger.valueOf(weights.get(i))));
                assertThat(off.abs()).as("part %d of %s by %s", i, whole, weights).isLessThan(total);
            }
        }
    }

    @Test
    void tax_is_rounded_once_per_category_and_all_sums_of_an_invoice_agree() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            String currency = CURRENCIES.get(round % 3);
            List<Step.Line> lines = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                lines.add(new Step.Line((random.nextInt(2_000_000) - 200_000) + "e-3", random.nextInt(10_000_000) + "e-4",
                        random.nextInt(10_001) + "e-2", TAXES.get(random.nextInt(TAXES.size()))));
            }
            NaiveInvoice expected = new NaiveInvoice(new Step.Issue(1, 1, currency, 0, lines), DAY);
            InvoiceTotals totals = InvoiceTotals.of(lines.stream().map(line -> new LineInput("x", new BigDecimal(line.quantity()),
                    "", new BigDecimal(line.price()), new BigDecimal(line.discount()), Practice.rate(line.tax())))
                    .toList(), Currency.getInstance(currency));
            Map<String, List<Long>> taxes = new TreeMap<>();
            totals.taxes().forEach(tax -> taxes.put(tax.rate().percent().toPlainString(),
                    List.of(tax.taxable().minorUnits(), tax.tax().minorUnits())));
            Map<String, List<Long>> naive = new TreeMap<>();
            expected.left.forEach((rate, sums) -> naive.put(rate, List.of(sums.net, sums.tax)));
            assertThat(taxes).as("%s", lines).isEqualTo(naive);
            assertThat(totals.taxes().stream().map(TaxTotal::taxable).reduce(Money.zero(totals.net().currency()), Money::plus))
                    .isEqualTo(totals.net());
            assertThat(totals.gross()).isEqualTo(totals.net().plus(totals.tax())).isEqualTo(Money.ofMinor(expected.claimed(), currency));
        }
    }
}
