package io.quittance.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalState;
import io.quittance.approval.boundary.Approvals;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerKind;
import io.quittance.interest.boundary.InterestRun;
import io.quittance.interest.boundary.LateInterest;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.boundary.WriteOffs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A German business in Berlin; base rate 2.27 % in the first half of 2025, 1.27 % in the second. */
class LateInterestIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private Tenant tenant;
    private int keys;

    @BeforeEach
    void makeTenant() {
        at("2025-03-01T12:00");
        tenant = CORE.newTenant();
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void nothing_is_claimed_until_the_business_says_so() {
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-06-01T05:00");
        CORE.answerBells();
        assertThat(claims(id)).containsExactly("PRINCIPAL 1190.00 of 1190.00");
        assertThat(charges(id).none()).contains(NoInterest.OFF);
    }

    @Test
    void interest_and_the_fixed_sum_grow_beside_the_principal_once_a_day_whatever_runs_twice() {
        turnOn();
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-11T05:00");
        CORE.answerBells();
        sweep();
        // 1,190.00 x 11.27 % x 10 / 365 = 3.6743
        assertThat(claims(id)).containsExactlyInAnyOrder("PRINCIPAL 1190.00 of 1190.00", "FEE 40.00 of 40.00", "INTEREST 3.67 of 3.67");
        assertThat(view(id).row().open()).isEqualTo(eur("1233.67"));
        at("2025-05-02T05:00");
        CORE.answerBells();
        // 30 days of April: 11.0229; with 1 May 11.3903
        assertThat(claims(id)).containsExactlyInAnyOrder("PRINCIPAL 1190.00 of 1190.00", "FEE 40.00 of 40.00", "INTEREST 11.02 of 11.02",
                "INTEREST 0.37 of 0.37");
        assertThat(charges(id).interest()).isEqualTo(eur("11.39"));
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void a_payment_covers_the_fixed_sum_then_interest_then_the_principal() {
        turnOn();
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-11T05:00");
        CORE.answerBells();
        pay(id, "50.00", "2025-04-11");
        assertThat(claims(id)).containsExactlyInAnyOrder("PRINCIPAL 1190.00 of 1183.67", "FEE 40.00 of 0.00", "INTEREST 3.67 of 0.00");
    }

    @Test
    void whoever_pays_what_is_shown_owes_nothing_afterwards() {
        turnOn();
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-11T05:00");
        CORE.answerBells();
        pay(id, "1233.67", "2025-04-11");
        at("2025-04-12T05:00");
        CORE.answerBells();
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void a_payment_heard_of_late_takes_back_what_accrued_after_it() {
        turnOn();
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-11T05:00");
        CORE.answerBells();
        pay(id, "643.67", "2025-04-01");
        at("2025-04-12T05:00");
        CORE.answerBells();
        // 600.00 of it went to the principal on 1 April: 11 days on 590.00 are 2.0039
        assertThat(charges(id).interest()).isEqualTo(eur("2.00"));
        assertThat(claims(id)).as("interest that is paid is not taken back").containsExactlyInAnyOrder("PRINCIPAL 1190.00 of 590.00",
                "FEE 40.00 of 0.00", "INTEREST 3.67 of 0.00");
        at("2025-04-30T05:00");
        CORE.answerBells();
        // 29 days are 5.2830: what was paid too much counts for what accrues later
        assertThat(claims(id)).contains("INTEREST 5.28 of 1.61");
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void interest_is_claimed_in_steps_so_that_a_payment_leaves_no_cents_behind() {
        change(new InterestPolicy(true, false, Optional.of("DE"), LocalDate.parse("2025-03-01"), 0, false, new BigDecimal("5")));
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-14T05:00");
        sweep();
        // 13 days are 4.7766
        assertThat(claims(id)).hasSize(1);
        at("2025-04-15T05:00");
        sweep();
        assertThat(claims(id)).containsExactlyInAnyOrder("PRINCIPAL 1190.00 of 1190.00", "INTEREST 5.14 of 5.14");
        at("2025-04-18T05:00");
        sweep();
        pay(id, "1195.14", "2025-04-18");
        at("2025-04-19T05:00");
        sweep();
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void days_on_hold_are_not_charged_later_either() {
        turnOn();
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-05T12:00");
        CORE.in(tenant, () -> CORE.get(InvoiceHolds.class).place(id, HoldKind.DISPUTE, "wrong quantity"));
        at("2025-04-15T12:00");
        CORE.in(tenant, () -> CORE.get(InvoiceHolds.class).lift(id, HoldKind.DISPUTE));
        at("2025-04-21T05:00");
        CORE.answerBells();
        // 1 to 4 and 15 to 20 April: 10 days
        assertThat(charges(id).interest()).isEqualTo(eur("3.67"));
        assertThat(charges(id).segments()).extracting(InterestSegment::days).containsExactly(4, 6);
    }

    @Test
    void consumers_and_customers_who_are_spared_owe_nothing_unless_the_policy_and_the_law_say_so() {
        turnOn();
        InvoiceId consumer = issued(CustomerKind.CONSUMER);
        InvoiceId spared = issued(CustomerKind.BUSINESS);
        CORE.in(tenant, () -> CORE.get(LateInterest.class).choose(view(spared).row().customer(),
                Optional.of(CustomerInterest.Choice.NEVER)));
        at("2025-05-01T05:00");
        CORE.answerBells();
        assertThat(claims(consumer)).hasSize(1);
        assertThat(claims(spared)).hasSize(1);
        assertThat(charges(consumer).none()).contains(NoInterest.CONSUMER);
        assertThat(charges(spared).none()).contains(NoInterest.CUSTOMER);
        change(new InterestPolicy(true, true, Optional.of("DE"), LocalDate.parse("2025-03-01"), 0, true, BigDecimal.ZERO));
        sweep();
        // 1,190.00 x 7.27 % x 30 / 365 = 7.1107, and no fixed sum
        assertThat(claims(consumer)).containsExactlyInAnyOrder("PRINCIPAL 1190.00 of 1190.00", "INTEREST 7.11 of 7.11");
    }

    @Test
    void what_is_waived_stays_waived_and_above_the_limit_a_second_person_decides() {
        turnOn();
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-11T05:00");
        CORE.answerBells();
        CORE.in(tenant, () -> CORE.get(Approvals.class).changeLimits(new ApprovalLimits(Map.of("EUR", new BigDecimal("40")))));
        WaiverOutcome first = waive(id, "40.00");
        assertThat(first).isInstanceOf(WaiverOutcome.Done.class);
        assertThat(waive(id, "5.00")).isInstanceOf(WaiverOutcome.Refused.class);
        assertThat(waive(id, "3.67")).isInstanceOf(WaiverOutcome.Waiting.class);
        assertThat(view(id).row().open()).isEqualTo(eur("1193.67"));
        TenantScope.run(tenant, new Actor.Job("another"), () -> {
            Approvals approvals = CORE.get(Approvals.class);
            approvals.approve(approvals.list(List.of(ApprovalState.WAITING), 10).getFirst().id());
        });
        sweep();
        assertThat(view(id).row().open()).isEqualTo(eur("1190.00"));
        assertThat(charges(id).waived()).isEqualTo(eur("43.67"));
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void beyond_the_table_the_accrual_stops_and_says_so() {
        turnOn();
        at("2026-06-01T12:00");
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2026-09-01T05:00");
        CORE.answerBells();
        LateCharges charges = charges(id);
        assertThat(charges.unknownFrom()).contains(LocalDate.parse("2026-07-02"));
        assertThat(charges.interest()).isEqualTo(eur("0.00"));
        assertThat(claims(id)).containsExactlyInAnyOrder("PRINCIPAL 1190.00 of 1190.00", "FEE 40.00 of 40.00");
    }

    @Test
    void what_was_written_off_of_a_fixed_sum_does_not_keep_the_invoice_from_being_cancelled() {
        turnOn();
        InvoiceId id = issued(CustomerKind.BUSINESS);
        at("2025-04-11T05:00");
        CORE.answerBells();
        CORE.in(tenant, () -> CORE.get(WriteOffs.class).writeOff(new WriteOffOrder("off", id, eur("1233.67"), WriteOffReason.BARRED, "")));
        CORE.in(tenant, () -> CORE.get(CreditNotes.class).issue(CreditOrder.cancellation("off", id, "ordered twice", false)));
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.CANCELLED);
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    private void turnOn() {
        change(new InterestPolicy(true, false, Optional.of("DE"), LocalDate.parse("2025-03-01"), 0, true, BigDecimal.ZERO));
        CORE.answerBells();
    }

    private void change(InterestPolicy policy) {
        assertThat(CORE.in(tenant, () -> CORE.get(LateInterest.class).change(policy))).isEmpty();
    }

    private void sweep() {
        CORE.run(tenant, () -> {
            InterestRun run = CORE.get(InterestRun.class);
            run.accrue(run.candidates());
        });
    }

    /** 1,190.00, due thirty days after 1 March 2025, which is 31 March; or after the day that it is. */
    private InvoiceId issued(CustomerKind kind) {
        return CORE.in(tenant, () -> {
            CustomerDetails like = Samples.details("Debtor " + ++keys);
            Customer customer = SAMPLES.customer(new CustomerDetails(like.name(), kind, "", like.emails(), like.language(), like.zone(), 30,
                    Optional.empty(), "", "", like.address()));
            return SAMPLES.issued(SAMPLES.draft(DraftInvoice.of(customer.id(), "EUR",
                    List.of(LineInput.of("Goods", "1", "1000.00", TaxRate.standard("19"))))));
        });
    }

    private void pay(InvoiceId id, String amount, String day) {
        RecordOutcome outcome = CORE.in(tenant, () -> CORE.get(ManualPayments.class).record(new ManualPayment("key" + ++keys,
                view(id).row().customer(), eur(amount), PaymentMethod.BANK_TRANSFER, LocalDate.parse(day), "", List.of(id), false)));
        assertThat(outcome).isInstanceOf(RecordOutcome.Recorded.class);
    }

    private WaiverOutcome waive(InvoiceId id, String amount) {
        return CORE.in(tenant, () -> CORE.get(LateInterest.class).waive(new WaiverOrder("waive" + ++keys, id, eur(amount), "goodwill")));
    }

    private InvoiceView view(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow();
    }

    private LateCharges charges(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(LateInterest.class).charges(id)).orElseThrow();
    }

    private List<String> claims(InvoiceId id) {
        return view(id).claims().stream().map(claim -> claim.kind() + " " + claim.claimed().toDecimal() + " of "
                + claim.open().toDecimal()).toList();
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }

    private static void at(String local) {
        CORE.clock().set(LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    }
}
