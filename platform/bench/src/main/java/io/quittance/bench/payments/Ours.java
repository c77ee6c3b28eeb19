package io.quittance.bench.payments;

import io.quittance.access.Permission;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.PaymentRequest;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.GroupedPayments;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.bench.house.House;
import io.quittance.config.Json;
import io.quittance.customer.CustomerId;
import io.quittance.idempotency.IdempotentRequest;
import io.quittance.idempotency.OnceOutcome;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.idempotency.boundary.Idempotency;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentView;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** As the REST resource does it. */
final class Ours implements Payer {

    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final Money AMOUNT = Money.ofMinor(500, "EUR");

    private final House house;
    private final Tenant tenant;
    private final List<PaymentsBench.Target> targets;
    private final LocalDate today;
    private final AtomicInteger next = new AtomicInteger(1);

    Ours(House house, Tenant tenant, List<PaymentsBench.Target> targets) {
        this.house = house;
        this.tenant = tenant;
        this.targets = targets;
        this.today = tenant.today(house.get(Clock.class));
    }

    /** Which target is paid next; shared with the limit. */
    AtomicInteger next() {
        return next;
    }

    /** One transaction for each request. */
    @Override
    public void pay() {
        pay(targets.get(next.getAndIncrement()));
    }

    /** @return the key, which is in the payment's rows */
    String pay(PaymentsBench.Target target) {
        String key = UUID.randomUUID().toString();
        house.run(tenant, () -> alone(new IdempotentRequest(key, DIGEST), payment(key, target)));
        return key;
    }

    /** Together with whoever waits at the same time. */
    void payTogether() {
        String key = UUID.randomUUID().toString();
        IdempotentRequest once = new IdempotentRequest(key, DIGEST);
        ManualPayment payment = payment(key, targets.get(next.getAndIncrement()));
        house.run(tenant, () -> house.get(GroupedPayments.class).record(new PaymentRequest(once, payment, this::answer),
                () -> alone(once, payment)));
    }

    private OnceOutcome alone(IdempotentRequest once, ManualPayment payment) {
        return house.get(Idempotency.class).once(once, Permission.PAYMENT_RECORD, () -> {
            RecordOutcome outcome = house.get(ManualPayments.class).record(payment);
            if (!(outcome instanceof RecordOutcome.Recorded(var id, var shares, var rest))) {
                throw new IllegalStateException("a payment was refused: " + outcome);
            }
            return answer(house.get(Payments.class).find(id).orElseThrow());
        });
    }

    private ManualPayment payment(String key, PaymentsBench.Target target) {
        return new ManualPayment("api:" + key, new CustomerId(target.customer()), AMOUNT, PaymentMethod.BANK_TRANSFER, today, "",
                List.of(new InvoiceId(target.invoice())), false);
    }

    private StoredAnswer answer(PaymentView view) {
        return new StoredAnswer(201, "/api/v1/payments/" + view.row().id(), house.get(Json.class).write(view));
    }
}
