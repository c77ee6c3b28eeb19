package io.quittance.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.access.Actor;
import io.quittance.access.Roles;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.banking.boundary.BankBatches;
import io.quittance.banking.boundary.BatchUnits;
import io.quittance.banking.boundary.Mandates;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentState;
import io.quittance.payment.boundary.Payments;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.refund.Payee;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundState;
import io.quittance.refund.RefundWay;
import io.quittance.refund.boundary.RefundUnits;
import io.quittance.refund.boundary.Refunding;
import io.quittance.spi.gateway.BankFiles.Scheme;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.FakeGateways;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a mandate to the money and back, and refunds by the bank. */
class BankingIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final String IBAN = "DE89 3704 0044 0532 0130 00";
    private static final LocalDate FAR = LocalDate.parse("2099-12-31");

    private final ToyBank bank = new ToyBank();
    private final Shop shop = new Shop(CORE, new ToyPay());

    @BeforeEach
    void enable() {
        CORE.clock().set(Instant.parse("2026-03-02T09:00:00Z"));
        PluginId plugin = CORE.get(FakeGateways.class).add(bank);
        shop.in(() -> CORE.get(Plugins.class).enable(plugin, Map.of()));
    }

    @AfterEach
    void every_invariant_holds() {
        CORE.get(FakeGateways.class).remove(new PluginId(bank.id()));
        CORE.clock().release();
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void what_is_collected_is_paid_when_the_statement_shows_it_and_open_again_when_it_comes_back() {
        InvoiceId invoice = shop.issued("100.00");
        mandate(false);
        BatchRow batch = released(collect("k1"));
        BankOrder order = order(batch);
        assertThat(order.state()).isEqualTo(OrderState.SENT);
        assertThat(bank.collections.getLast().debits()).singleElement().satisfies(debit -> {
            assertThat(debit.amount()).isEqualTo(ToyPay.eur("119.00"));
            assertThat(debit.sequence()).isEqualTo(Sequence.FIRST);
            assertThat(debit.payer().iban().value()).isEqualTo("DE89370400440532013000");
        });
        assertThat(view(invoice)).as("nobody is dunned for what is on its way").isEqualTo(InvoiceStatus.ON_HOLD);
        assertThat(shop.open(invoice)).as("a file is no money").isEqualTo(ToyPay.eur("119.00"));

        imported(new CamtText("S1").line("2026-03-02", 11_900, "B1", "SAMMLER " + order.batch() + " " + batch.message() + "-1"));
        assertThat(order(batch).state()).isEqualTo(OrderState.SETTLED);
        assertThat(view(invoice)).isEqualTo(InvoiceStatus.RECONCILED);
        assertThat(shop.balances()).containsEntry("BANK", "119.00").doesNotContainKey("RECEIVABLES");

        imported(new CamtText("S2").returned("2026-03-02", -12_200, "B2", "RUECKLASTSCHRIFT " + order.endToEnd(), "AM04"));
        BankOrder back = order(batch);
        assertThat(back.state()).isEqualTo(OrderState.RETURNED);
        assertThat(back.reason()).isEqualTo("AM04");
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("119.00"));
        assertThat(shop.balances()).containsEntry("BANK", "-3.00").containsEntry("FEES", "3.00").containsEntry("RECEIVABLES", "119.00");
        assertThat(shop.in(() -> CORE.get(Payments.class).all(List.of(back.payment().orElseThrow()))).getFirst().state())
                .isEqualTo(PaymentState.CHARGED_BACK);

        assertThat(order(collect("k2")).debit().orElseThrow().sequence()).as("it was used before").isEqualTo(Sequence.RECURRING);
    }

    @Test
    void a_claim_is_in_one_order_at_a_time_and_one_key_prepares_one_batch() {
        shop.issued("100.00");
        mandate(false);
        BatchRow first = collect("k1");
        assertThat(collect("k1").id()).isEqualTo(first.id());
        assertThat(as("anna", () -> CORE.get(BankBatches.class).collect(wish("k2")))).isInstanceOf(BatchOutcome.Nothing.class);
        as("anna", () -> CORE.get(BatchUnits.class).giveUp(first.id(), order(first).id(), "not now"));
        assertThat(order(collect("k3")).debit().orElseThrow().sequence()).as("the first was never sent").isEqualTo(Sequence.FIRST);
    }

    @Test
    void only_a_second_person_releases_and_the_file_stays_as_it_was() {
        shop.issued("100.00");
        mandate(false);
        BatchRow batch = collect("k1");
        assertThat(as("anna", () -> CORE.get(BankBatches.class).release(batch.id()))).isInstanceOf(BatchOutcome.OwnBatch.class);
        assertThat(bank.collections).as("no file for who may not release").isEmpty();
        bank.refuses = true;
        assertThat(release(batch)).isInstanceOf(BatchOutcome.Refused.class);
        assertThat(order(batch).state()).isEqualTo(OrderState.WAITING);
        bank.refuses = false;
        released(batch);
        assertThat(release(batch)).isInstanceOf(BatchOutcome.NotPrepared.class);
        BankFile file = as("bert", () -> CORE.get(BatchUnits.class).file(batch.id())).orElseThrow();
        assertThat(file.content()).asString().isEqualTo(order(batch).endToEnd());
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void what_was_paid_meanwhile_is_not_collected_and_the_order_has_to_be_taken_out() {
        InvoiceId invoice = shop.issued("100.00");
        mandate(false);
        BatchRow batch = collect("k1");
        paid("c", invoice, "19.00");
        assertThat(release(batch)).isInstanceOfSatisfying(BatchOutcome.Outdated.class,
                outdated -> assertThat(outdated.faults()).extracting(Fault::rule).containsExactly("batch.claimChanged"));
        as("anna", () -> CORE.get(BatchUnits.class).giveUp(batch.id(), order(batch).id(), "paid"));
        assertThat(release(batch)).isInstanceOf(BatchOutcome.Nothing.class);
        assertThat(as("anna", () -> CORE.get(BatchUnits.class).cancel(batch.id()))).isInstanceOf(BatchOutcome.Done.class);
        assertThat(order(collect("k2")).amount()).isEqualTo(ToyPay.eur("100.00"));
    }

    @Test
    void a_mandate_for_one_collection_and_one_that_ends_are_used_up_and_a_revoked_one_collects_nothing() {
        shop.issued("10.00");
        shop.issued("20.00");
        Mandate once = mandate(true);
        BatchRow batch = collect("k1");
        assertThat(order(batch).debit().orElseThrow().sequence()).isEqualTo(Sequence.ONE_OFF);
        released(batch);
        assertThat(find(once).state()).isEqualTo(MandateState.USED);
        Mandate ending = mandate(false);
        as("anna", () -> CORE.get(Mandates.class).endWithNext(ending.id(), true));
        BatchRow last = collect("k2");
        assertThat(order(last).debit().orElseThrow().sequence()).isEqualTo(Sequence.FINAL);
        as("anna", () -> CORE.get(Mandates.class).revoke(ending.id()));
        assertThat(release(last)).isInstanceOfSatisfying(BatchOutcome.Outdated.class,
                outdated -> assertThat(outdated.faults()).extracting(Fault::rule).containsExactly("batch.mandateEnded"));
        as("anna", () -> CORE.get(BatchUnits.class).cancel(last.id()));
        assertThat(as("anna", () -> CORE.get(BankBatches.class).collect(wish("k3")))).isInstanceOf(BatchOutcome.Nothing.class);
    }

    @Test
    void a_mandate_that_does_not_hold_is_refused_with_every_fault() {
        MandateOutcome outcome = as("anna", () -> CORE.get(Mandates.class).create(new MandateDetails(shop.customer().id(), "/bad", "",
                "DE89370400440532013001", "X", FAR, null, false)));
        assertThat(outcome).isInstanceOfSatisfying(MandateOutcome.Refused.class, refused -> assertThat(refused.faults())
                .extracting(Fault::rule).containsExactlyInAnyOrder("mandate.reference", "text.missing", "iban.sepa", "bic.wrong",
                        "mandate.signedOn", "mandate.scheme"));
    }

    @Test
    void another_amount_than_was_ordered_is_a_discrepancy_and_books_nothing() {
        InvoiceId invoice = shop.issued("100.00");
        mandate(false);
        BatchRow batch = released(collect("k1"));
        StatementId statement = imported(new CamtText("S1").line("2026-03-02", 11_800, "B1", batch.message() + "-1"));
        StatementLine line = shop.in(() -> CORE.get(Statements.class).find(statement)).orElseThrow().lines().getFirst();
        assertThat(line.state()).isEqualTo(LineState.DISCREPANCY);
        assertThat(line.expected()).contains(ToyPay.eur("119.00"));
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("119.00"));
        as("anna", () -> CORE.get(BatchUnits.class).giveUp(batch.id(), order(batch).id(), "AC04"));
        assertThat(order(batch).state()).isEqualTo(OrderState.REJECTED);
        assertThat(view(invoice)).as("collected no more").isNotEqualTo(InvoiceStatus.ON_HOLD);
    }

    @Test
    void a_refund_by_the_bank_is_booked_when_the_statement_shows_it() {
        InvoiceId invoice = shop.issued("100.00");
        PaymentId payment = paid("c", invoice, "119.00");
        RefundRow refund = refund("r1", payment, "19.00", new Payee("Ada", IBAN, ""));
        assertThat(refund.state()).isEqualTo(RefundState.QUEUED);
        assertThat(shop.open(invoice).isZero()).as("nothing has gone back").isTrue();
        BatchRow batch = done(as("anna", () -> CORE.get(BankBatches.class).transfer("t1")));
        released(batch);
        assertThat(bank.transfers.getLast().credits()).singleElement().satisfies(credit -> {
            assertThat(credit.amount()).isEqualTo(ToyPay.eur("19.00"));
            assertThat(credit.payee().name()).isEqualTo("Ada");
        });
        assertThat(state(refund)).isEqualTo(RefundState.STARTED);
        imported(new CamtText("S1").line("2026-03-02", -1_900, "B1", "Ueberweisung " + order(batch).endToEnd()));
        assertThat(state(refund)).isEqualTo(RefundState.SETTLED);
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("19.00"));
        assertThat(shop.balances()).containsEntry("BANK", "-19.00").containsEntry("RECEIVABLES", "19.00");

        assertThat(refundFaults("r2", payment, "1.00", new Payee("", "DE00", ""))).containsExactly("text.missing", "iban.sepa");
    }

    private Mandate mandate(boolean oneOff) {
        MandateOutcome outcome = as("anna", () -> CORE.get(Mandates.class).create(new MandateDetails(shop.customer().id(), "", "Payer AG",
                IBAN, "", LocalDate.parse("2026-02-01"), Scheme.CORE, oneOff)));
        assertThat(outcome).isInstanceOf(MandateOutcome.Saved.class);
        return ((MandateOutcome.Saved) outcome).mandate();
    }

    private Mandate find(Mandate mandate) {
        return shop.in(() -> CORE.get(Mandates.class).find(mandate.id())).orElseThrow();
    }

    private static CollectionWish wish(String key) {
        return new CollectionWish(key, FAR, LocalDate.parse("2026-03-20"));
    }

    private BatchRow collect(String key) {
        return done(as("anna", () -> CORE.get(BankBatches.class).collect(wish(key))));
    }

    private BatchOutcome release(BatchRow batch) {
        return as("bert", () -> CORE.get(BankBatches.class).release(batch.id()));
    }

    private BatchRow released(BatchRow batch) {
        BatchRow row = done(release(batch));
        assertThat(row.state()).isEqualTo(BatchState.RELEASED);
        return row;
    }

    private static BatchRow done(BatchOutcome outcome) {
        assertThat(outcome).isInstanceOf(BatchOutcome.Done.class);
        return ((BatchOutcome.Done) outcome).batch();
    }

    private BankOrder order(BatchRow batch) {
        return shop.in(() -> CORE.get(BatchUnits.class).find(batch.id())).orElseThrow().orders().getFirst();
    }

    private InvoiceStatus view(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().status();
    }

    private PaymentId paid(String key, InvoiceId invoice, String amount) {
        RecordOutcome outcome = shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment(key, shop.customer().id(),
                Money.parse(amount, ToyPay.eur(amount).currency()), PaymentMethod.CASH, LocalDate.parse("2026-03-02"), "", List.of(invoice),
                false)));
        return ((RecordOutcome.Recorded) outcome).payment();
    }

    private RefundOutcome refunded(String key, PaymentId payment, String amount, Payee payee) {
        return as("anna", () -> CORE.get(Refunding.class)
                .start(new RefundOrder(key, payment, ToyPay.eur(amount), RefundWay.TRANSFER, "Returned", payee)));
    }

    private RefundRow refund(String key, PaymentId payment, String amount, Payee payee) {
        RefundOutcome outcome = refunded(key, payment, amount, payee);
        assertThat(outcome).isInstanceOf(RefundOutcome.Accepted.class);
        return ((RefundOutcome.Accepted) outcome).refund();
    }

    private List<String> refundFaults(String key, PaymentId payment, String amount, Payee payee) {
        return ((RefundOutcome.Refused) refunded(key, payment, amount, payee)).faults().stream().map(Fault::rule).toList();
    }

    private RefundState state(RefundRow refund) {
        return shop.in(() -> CORE.get(RefundUnits.class).find(refund.id())).orElseThrow().state();
    }

    private StatementId imported(CamtText text) {
        StatementOutcome outcome = as("cleo", () -> CORE.get(Statements.class).bring("statement.xml", text.closing()));
        assertThat(outcome).isInstanceOf(StatementOutcome.Imported.class);
        return ((StatementOutcome.Imported) outcome).statements().getFirst();
    }

    private <T> T as(String name, Supplier<T> work) {
        Actor person = new Actor.Person(name, name, name + "@example.com", Set.of("accountant"),
                CORE.get(Roles.class).permissions(Set.of("accountant")));
        return TenantScope.<T, RuntimeException>call(shop.tenant(), person, work::get);
    }
}
