package io.quittance.reconciliation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.reconciliation.MatchEvidence;
import io.quittance.reconciliation.MatchEvidence.Kind;
import io.quittance.reconciliation.MatchProposal.Share;
import io.quittance.reconciliation.MatchVerdict;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers that say nothing: several for one invoice, and one for several. */
class TogetherTest {

    private static final CustomerId ADA = new CustomerId(1);
    private static final String ACCOUNT = "DE89370400440532013000";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final List<OpenItem> items = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    /** A large business, where a part of an amount says nothing by itself. */
    private final Payers payers = new Payers(20_000);

    @BeforeEach
    void whoPays() {
        payers.isCalled("Ada Müller GmbH", ADA);
        payers.pays(ACCOUNT, ADA);
    }

    @Test
    void two_transfers_of_a_known_payer_settle_the_one_invoice_that_they_come_to() {
        open(1, "517.31");
        open(2, "88.20");
        paid(1, "300.00", DAY);
        paid(2, "217.31", DAY.plusDays(6));
        assertThat(shares(1)).containsExactly(new Share(new ClaimId(1), eur("300.00")));
        assertThat(shares(2)).containsExactly(new Share(new ClaimId(1), eur("217.31")));
        assertThat(((MatchVerdict.Automatic) verdicts().get(2L)).proposal().evidence()).extracting(MatchEvidence::kind)
                .contains(Kind.TOGETHER, Kind.ACCOUNT, Kind.NAME);
    }

    @Test
    void three_do_so_too() {
        open(1, "517.31");
        paid(1, "100.10", DAY);
        paid(2, "200.10", DAY);
        paid(3, "217.11", DAY.plusDays(1));
        assertThat(verdicts().values()).allMatch(MatchVerdict.Automatic.class::isInstance);
    }

    @Test
    void weeks_apart_or_from_an_account_that_pays_for_two_they_are_not_taken_together() {
        open(1, "517.31");
        paid(1, "300.00", DAY);
        paid(2, "217.31", DAY.plusDays(20));
        assertThat(verdicts().values()).noneMatch(MatchVerdict.Automatic.class::isInstance);
        movements.clear();
        paid(1, "300.00", DAY);
        paid(2, "217.31", DAY);
        payers.pays(ACCOUNT, new CustomerId(2));
        assertThat(verdicts().values()).noneMatch(MatchVerdict.Automatic.class::isInstance);
    }

    @Test
    void where_two_invoices_or_two_pairs_would_do_nobody_knows() {
        open(1, "517.31");
        open(2, "517.31");
        paid(1, "300.00", DAY);
        paid(2, "217.31", DAY);
        assertThat(verdicts().values()).noneMatch(MatchVerdict.Automatic.class::isInstance);
        items.clear();
        open(1, "517.31");
        paid(3, "217.31", DAY);
        assertThat(verdicts().values()).noneMatch(MatchVerdict.Automatic.class::isInstance);
    }

    @Test
    void one_transfer_pays_the_only_set_of_invoices_that_comes_to_it_and_none_where_two_sets_do() {
        open(1, "517.31");
        open(2, "88.27");
        open(3, "913.44");
        paid(1, "605.58", DAY);
        assertThat(shares(1)).extracting(Share::claim).containsExactly(new ClaimId(1), new ClaimId(2));
        open(4, "605.50");
        open(5, "0.08");
        assertThat(verdicts().get(1L)).isNotInstanceOf(MatchVerdict.Automatic.class);
    }

    @Test
    void all_but_one_invoice_are_a_set_too_and_round_prices_prove_too_little() {
        for (int i = 1; i <= 6; i++) {
            open(i, i + "17.3" + i);
        }
        paid(1, "1886.68", DAY);
        assertThat(shares(1)).as("all but the third").hasSize(5);
        items.clear();
        movements.clear();
        for (int i = 1; i <= 6; i++) {
            open(i, i * 100 + ".00");
        }
        paid(1, "1800.00", DAY);
        assertThat(verdicts().get(1L)).isNotInstanceOf(MatchVerdict.Automatic.class);
    }

    private void open(long claim, String amount) {
        items.add(new OpenItem(new ClaimId(claim), ADA, List.of("RE-" + claim), eur(amount), DAY.minusDays(30 - claim),
                DAY.minusDays(10 - claim), false));
    }

    private void paid(long id, String amount, LocalDate on) {
        movements.add(new Movement(id, on, eur(amount), List.of("as agreed"), "Ada Müller", ACCOUNT));
    }

    private Map<Long, MatchVerdict> verdicts() {
        return Matcher.match(movements, items, new Census(100_000, Census.of(items).counts()), payers, new Score(9_990));
    }

    private List<Share> shares(long movement) {
        return ((MatchVerdict.Automatic) verdicts().get(movement)).proposal().shares();
    }

    private static Money eur(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }
}
