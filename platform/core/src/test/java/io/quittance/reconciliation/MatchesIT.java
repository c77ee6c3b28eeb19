package io.quittance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Score;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.reconciliation.boundary.Matches;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.bank.CreditorReference;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Transfers that do not say everything: suggested, taken up, and learnt from. */
class MatchesIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final String ACCOUNT = "DE89370400440532013000";

    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Statements statements = CORE.get(Statements.class);
    private final Matches matches = CORE.get(Matches.class);

    @Test
    void a_stranger_with_the_right_amount_is_suggested_and_booked_when_taken_up() {
        InvoiceId invoice = shop.issued("100.00");
        StatementId statement = imported(stranger("S1", 11900));

        Suggestion suggestion = suggestions(statement).getFirst();
        assertThat(suggestion.parts()).extracting(Suggestion.Part::invoice).containsExactly(invoice);
        assertThat(suggestion.customer()).isEqualTo(shop.customer().id());
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("119.00"));

        assertThat(shop.in(() -> matches.accept(suggestion.line(), 0))).isInstanceOf(MatchOutcome.Booked.class);

        assertThat(status(invoice)).isEqualTo(InvoiceStatus.RECONCILED);
        assertThat(shop.balances()).containsEntry("BANK", "119.00").doesNotContainKey("RECEIVABLES");
        assertThat(suggestions(statement)).isEmpty();
    }

    @Test
    void what_was_taken_up_once_is_recognised_the_next_time() {
        shop.issued("100.00");
        StatementId first = imported(stranger("S1", 11900));
        shop.in(() -> matches.accept(suggestions(first).getFirst().line(), 0));
        InvoiceId next = shop.issued("250.00");

        imported(stranger("S2", 29750));

        assertThat(status(next)).isEqualTo(InvoiceStatus.RECONCILED);
    }

    @Test
    void the_creditor_reference_of_the_document_alone_names_its_invoice() {
        InvoiceId other = shop.issued("100.00");
        InvoiceId meant = shop.issued("100.00");
        String reference = shop.in(() -> CORE.get(InvoiceList.class).find(meant)).orElseThrow().paymentReference();
        assertThat(CreditorReference.parse(reference)).isPresent();

        String grouped = CreditorReference.parse(reference).orElseThrow().grouped();
        imported(new CamtText("RF1").line("2026-03-02", 11900, "B-1", "Zahlung " + grouped).closing());

        assertThat(status(meant)).isEqualTo(InvoiceStatus.RECONCILED);
        assertThat(shop.open(other)).isEqualTo(ToyPay.eur("119.00"));
    }

    @Test
    void nothing_is_booked_twice_however_often_it_is_taken_up() {
        InvoiceId invoice = shop.issued("100.00");
        StatementId statement = imported(stranger("S1", 11900));
        long line = suggestions(statement).getFirst().line();

        shop.in(() -> matches.accept(line, 0));

        assertThat(shop.in(() -> matches.accept(line, 0))).isInstanceOf(MatchOutcome.Unknown.class);
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(shop.balances()).containsEntry("BANK", "119.00").doesNotContainKey("UNAPPLIED_CASH");
    }

    @Test
    void a_suggestion_that_the_books_overtook_is_refused() {
        InvoiceId invoice = shop.issued("100.00");
        long line = suggestions(imported(stranger("S1", 11900))).getFirst().line();
        IdempotencyKey attempt = shop.begun(invoice, "50.00");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(attempt), "50.00", "1.00"));
        shop.work();

        assertThat(shop.in(() -> matches.accept(line, 0))).isInstanceOfSatisfying(MatchOutcome.Refused.class,
                refused -> assertThat(refused.fault().rule()).isEqualTo("matching.stale"));
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("69.00"));
    }

    @Test
    void the_threshold_is_the_tenants_and_not_lower_than_is_safe() {
        assertThat(shop.in(matches::automatic)).isEqualTo(new Score(9_990));

        assertThat(shop.in(() -> matches.automaticFrom(8_000))).singleElement()
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo("matching.threshold"));
        assertThat(shop.in(() -> matches.automaticFrom(9_999))).isEmpty();

        assertThat(shop.in(matches::automatic)).isEqualTo(new Score(9_999));
    }

    private static byte[] stranger(String number, long cents) {
        return new CamtText(number).from("Some Holding", ACCOUNT, "2026-03-05", cents, "ref-" + number, "thank you").closing();
    }

    private StatementId imported(byte[] content) {
        StatementOutcome.Imported outcome = (StatementOutcome.Imported) shop.in(() -> statements.bring("statement.xml", content));
        return outcome.statements().getFirst();
    }

    private List<Suggestion> suggestions(StatementId statement) {
        return shop.in(() -> matches.suggestions(statement));
    }

    private InvoiceStatus status(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().status();
    }
}
