package io.quittance.allocation.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.entity.DiscountStep;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Posting;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An invoice of 100.00 that offers 2.00 until 10 March. */
class DeductingTest {

    private static final InvoiceId INVOICE = new InvoiceId(7);
    private static final LocalDate LAST = LocalDate.parse("2026-03-10");
    private static final LocalDate EARNED = LocalDate.parse("2026-03-08");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-20");
    private static final DiscountOffer OFFER = new DiscountOffer(LAST, BigDecimal.TWO, eur("2.00"), DiscountTerms.TaxMode.INCLUDED);

    private final Books books = new Books();
    private final Deducting deducting = new Deducting(books);

    @Test
    void what_came_in_time_earns_it_on_the_day_it_came_and_corrects_the_tax() {
        books.came("98.00", "2.00");
        deducting.bring(INVOICE, OFFER);
        assertThat(books.told()).containsExactly("1: 2.00 on 2026-03-08");
        Posting posting = books.postings.getFirst();
        assertThat(posting.description()).isEqualTo("Early-payment discount, invoice INV-7");
        assertThat(posting.lines()).extracting(line -> line.account() + " " + line.amount().toDecimal()).containsExactly("DISCOUNTS 1.68",
                "TAX_PAYABLE 0.32", "RECEIVABLES -2.00");
        deducting.bring(INVOICE, OFFER);
        assertThat(books.told()).as("once").hasSize(1);
        assertThat(books.steppedIn).isZero();
    }

    @Test
    void it_falls_with_the_money_and_others_may_step_in() {
        books.came("98.00", "2.00");
        deducting.bring(INVOICE, OFFER);
        books.came("50.00", "48.00");
        deducting.bring(INVOICE, OFFER);
        assertThat(books.told()).containsExactly("1: 2.00 on 2026-03-08", "2: -2.00 on 2026-03-20");
        assertThat(books.open).isEqualTo(eur("50.00"));
        assertThat(books.postings.getLast().description()).isEqualTo("Early-payment discount taken back, invoice INV-7");
        assertThat(books.postings.getLast().lines()).filteredOn(line -> line.account() == AccountRole.TAX_PAYABLE)
                .singleElement().satisfies(line -> assertThat(line.amount()).isEqualTo(eur("-0.32")));
        assertThat(books.steppedIn).isOne();
    }

    @Test
    void more_money_in_time_leaves_less_of_it() {
        books.came("98.00", "2.00");
        deducting.bring(INVOICE, OFFER);
        books.came("99.00", "0.00");
        deducting.bring(INVOICE, OFFER);
        assertThat(books.told()).containsExactly("1: 2.00 on 2026-03-08", "2: -2.00 on 2026-03-20", "3: 1.00 on 2026-03-08");
        assertThat(books.steppedIn).isZero();
    }

    @Test
    void late_money_gives_way_just_as_far_as_it_must() {
        books.came("98.00", "0.50");
        deducting.bring(INVOICE, OFFER);
        assertThat(books.freed).isEqualTo(eur("1.50"));
        assertThat(books.told()).containsExactly("1: 2.00 on 2026-03-08");
        assertThat(books.open).isEqualTo(eur("0.00"));
    }

    private static Money eur(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }

    /** One invoice. */
    private static final class Books implements Deductions {

        private final List<DiscountStep> steps = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private final List<Posting> postings = new ArrayList<>();
        private Money open = eur("100.00");
        private Money inTime = eur("0.00");
        private Money freed = eur("0.00");
        private int steppedIn;

        void came(String inTime, String open) {
            this.inTime = eur(inTime);
            this.open = eur(open);
        }

        List<String> told() {
            return steps.stream().map(step -> numbers.get(steps.indexOf(step)) + ": " + step.amount().toDecimal() + " on " + step.day())
                    .toList();
        }

        @Override
        public LocalDate until(InvoiceId invoice, DiscountOffer offer) {
            return offer.lastDay();
        }

        @Override
        public List<OpenClaim> claims(InvoiceId invoice) {
            return List.of(new OpenClaim(new ClaimId(70), ClaimKind.PRINCIPAL, INVOICE, new InvoiceNumber("INV-7"), new CustomerId(3),
                    eur("100.00"), open, LAST.minusDays(10), LAST.plusDays(20), false));
        }

        @Override
        public Money credited(OpenClaim claim) {
            return eur("0.00");
        }

        @Override
        public Money inTime(InvoiceId invoice, LocalDate until, Currency currency) {
            return inTime;
        }

        @Override
        public Optional<LocalDate> earnedOn(InvoiceId invoice, LocalDate until) {
            return Optional.of(EARNED);
        }

        @Override
        public List<EarlyPaymentRule.Weight> weights(InvoiceId invoice, Currency currency) {
            return List.of(new EarlyPaymentRule.Weight(TaxRate.standard("19"), eur("100.00")));
        }

        @Override
        public DiscountStep.Standing standing(InvoiceId invoice, Currency currency) {
            Money sum = steps.stream().map(DiscountStep::amount).reduce(eur("0.00"), Money::plus);
            return new DiscountStep.Standing(sum, steps.size(), sum.isZero() ? Optional.empty() : Optional.of(steps.getLast()));
        }

        @Override
        public void freeLate(InvoiceId invoice, LocalDate until, Money most) {
            freed = most;
            open = open.plus(most);
        }

        @Override
        public void letOthersStepIn(InvoiceId invoice) {
            steppedIn++;
        }

        @Override
        public void write(DiscountStep step, int number, OpenClaim claim) {
            steps.add(step);
            numbers.add(number);
            open = open.minus(step.amount());
            postings.add(step.posting(claim));
        }

        @Override
        public long nextId() {
            return 1000 + steps.size();
        }

        @Override
        public LocalDate today() {
            return TODAY;
        }
    }
}
