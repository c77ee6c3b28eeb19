package io.quittance.testing;

import io.quittance.customer.Customer;
import io.quittance.intake.ReceiveOutcome;
import io.quittance.intake.boundary.InboxWorker;
import io.quittance.intake.boundary.WebhookIntake;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.ledger.TrialBalanceRow;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.AttemptId;
import io.quittance.payment.CheckoutOrder;
import io.quittance.payment.CheckoutResult;
import io.quittance.payment.boundary.Checkouts;
import io.quittance.payment.entity.Attempt;
import io.quittance.plugin.EnableOutcome;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantMark;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A new tenant with one customer, paid through a {@link ToyPay} of its own making. */
public final class Shop {

    private final CoreContainer core;
    private final Samples samples;
    private final Tenant tenant;
    private final Customer customer;
    private final InstallationId installation;

    public Shop(CoreContainer core, ToyPay toy) {
        this.core = core;
        this.samples = new Samples(core);
        PluginId plugin = core.get(FakeGateways.class).add(toy);
        this.tenant = core.newTenant();
        this.customer = in(() -> samples.customer("Payer AG"));
        this.installation = ((EnableOutcome.Enabled) in(() -> core.get(Plugins.class).enable(plugin, Map.of()))).installation();
    }

    public Tenant tenant() {
        return tenant;
    }

    public Customer customer() {
        return customer;
    }

    public InstallationId installation() {
        return installation;
    }

    public <T> T in(Supplier<T> work) {
        return core.in(tenant, work);
    }

    /** An issued invoice over the net amount and 19 % tax. */
    public InvoiceId issued(String net) {
        return in(() -> samples.issued(customer, net));
    }

    public CheckoutResult checkout(InvoiceId invoice, String amount) {
        return in(() -> core.get(Checkouts.class).start(new CheckoutOrder(invoice, ToyPay.eur(amount), installation,
                URI.create("https://shop.example/back"), Locale.ENGLISH)));
    }

    /** Begins a checkout that the gateway accepts. */
    public IdempotencyKey begun(InvoiceId invoice, String amount) {
        return key(((CheckoutResult.Redirect) checkout(invoice, amount)).attempt());
    }

    /** What the gateway is told as our name for an attempt. */
    public IdempotencyKey key(AttemptId attempt) {
        return Attempt.key(attempt, TenantMark.of(tenant.id()));
    }

    public ReceiveOutcome deliver(String delivery, PaymentEvent... events) {
        return core.get(WebhookIntake.class).receive(installation.value(), ToyPay.headers(delivery), ToyPay.body(events));
    }

    /** A delivery that only says where to look. */
    public ReceiveOutcome deliverHint(String delivery, String about) {
        return core.get(WebhookIntake.class).receive(installation.value(), ToyPay.headers(delivery),
                ("look:" + about).getBytes(StandardCharsets.UTF_8));
    }

    /** Works the inbox until nothing waits. */
    public void work() {
        InboxWorker worker = core.get(InboxWorker.class);
        while (worker.applyWaiting() > 0) {
            Thread.onSpinWait();
        }
    }

    public Money open(InvoiceId invoice) {
        return in(() -> core.get(InvoiceList.class).find(invoice)).orElseThrow().row().open();
    }

    /** Balances in euro that are not zero, by role. */
    public Map<String, String> balances() {
        return in(() -> core.get(LedgerReports.class).trialBalance(AsOf.day(LocalDate.of(2100, 1, 1)))).stream()
                .filter(row -> !row.balance().isZero())
                .collect(Collectors.toMap(row -> row.account().role().name(), Shop::balance));
    }

    private static String balance(TrialBalanceRow row) {
        return row.balance().toDecimal().toPlainString();
    }
}
