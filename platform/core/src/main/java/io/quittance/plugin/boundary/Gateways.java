package io.quittance.plugin.boundary;

import io.quittance.config.Configuration;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.control.RunningPlugins;
import io.quittance.retry.RetryAfter;
import io.quittance.retry.RetryBudget;
import io.quittance.spi.gateway.BankFiles;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.PaymentInstruction;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.PlatformHttp;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.settings.Settings;
import io.quittance.tenancy.OpenUnits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Lends a gateway to core code for one call: opens the current tenant's settings, closes that unit of work, and only
 * then calls out. The tenant must be bound.
 *
 * <p>A disabled installation starts nothing new, but what is under way is still followed: its webhooks are read, its
 * attempts asked after, its payments refunded.
 */
@ApplicationScoped
public class Gateways {

    /** Capabilities that start something new. */
    private static final Set<Class<?>> STARTING = Set.of(Checkout.class, SavedMethods.class, PaymentInstruction.class,
        BankFiles.class);
    /** Statuses whose Retry-After speaks of the caller, not of one request. */
    private static final Set<Integer> LATER = Set.of(429, 503);

    @Inject
    OpenUnits units;
    @Inject
    InstallationUnits installations;
    @Inject
    RunningPlugins running;
    @Inject
    BoundedHttp http;
    @Inject
    RetryBudget budget;
    @Inject
    Configuration configuration;
    @Inject
    Clock clock;

    /** What fails together, and wants to be left alone together: one account at one gateway. */
    public static String target(InstallationId installation) {
        return "gateway:" + installation;
    }

    /** Where a gateway is to send its callbacks. */
    public URI webhook(InstallationId installation) {
        return URI.create(configuration.baseUrl() + "/hooks/" + installation);
    }

    /**
     * Calls a gateway of the current tenant.
     *
     * @param capability the SPI interface to call
     * @param work       called at most once, on another thread, without the caller's tenant or transaction
     * @throws IllegalStateException while a unit of work is open: nobody may hold locks while waiting for the outside world
     */
    public <C, R> Loan<R> lend(InstallationId id, Class<C> capability, BiFunction<? super C, GatewayCall, ? extends R> work) {
        if (units.any()) {
            throw new IllegalStateException("a unit of work is open: no plugin is called while one is");
        }
        Optional<InstallationUnits.Opened> found = installations.find(id);
        if (found.isEmpty()) {
            return new Loan.Unavailable<>("there is no installation " + id);
        }
        InstallationUnits.Opened installation = found.get();
        if (!installation.enabled() && STARTING.contains(capability)) {
            return new Loan.Unavailable<>(installation.plugin() + " is disabled");
        }
        Optional<InstalledPlugin> plugin = running.find(installation.plugin());
        if (plugin.isEmpty()) {
            return new Loan.Unavailable<>(installation.plugin() + " is not installed");
        }
        if (!plugin.get().form().check(installation.values()).isEmpty()) {
            return new Loan.Unavailable<>(installation.plugin() + " needs settings that are not filled in");
        }
        Settings settings = Settings.of(installation.values());
        GatewayCall call = new GatewayCall(settings, heeding(target(id), http.to(plugin.get().hosts(), settings)), clock);
        return running.lend(installation.plugin(), capability, extension -> work.apply(extension, call));
    }

    /** Heeds "too many requests" and "come back later" for every plugin: until then nothing more is sent. */
    private PlatformHttp heeding(String target, PlatformHttp way) {
        return request -> {
            Optional<Instant> closed = budget.closedUntil(target);
            if (closed.isPresent()) {
                return new HttpReply.NotConnected("the gateway asked not to be called before " + closed.get());
            }
            HttpReply reply = way.send(request);
            if (reply instanceof HttpReply.Answered answered && LATER.contains(answered.status())) {
                answered.header("retry-after").flatMap(header -> RetryAfter.read(header, clock.instant()))
                    .ifPresent(wait -> budget.close(target, wait));
            }
            return reply;
        };
    }

    /** Opens a hosted payment page. */
    public CheckoutOutcome startCheckout(InstallationId id, CheckoutRequest request) {
        return this.<Checkout, CheckoutOutcome>lend(id, Checkout.class, (checkout, call) -> checkout.start(request, call))
            .orElse(NotSent::new, InDoubt::new);
    }

    /** Opens the page on which a payer agrees to later charges. */
    public CheckoutOutcome agree(InstallationId id, SavedMethods.Agreement request) {
        return this.<SavedMethods, CheckoutOutcome>lend(id, SavedMethods.class, (saved, call) -> saved.agreeWithoutPaying(request, call))
            .orElse(NotSent::new, InDoubt::new);
    }

    /** Charges a method that its owner agreed to. */
    public GatewayOutcome charge(InstallationId id, SavedMethods.Charge order) {
        return this.<SavedMethods, GatewayOutcome>lend(id, SavedMethods.class, (saved, call) -> saved.charge(order, call))
            .orElse(NotSent::new, InDoubt::new);
    }

    /** Has the gateway forget a method. */
    public GatewayOutcome forget(InstallationId id, GatewayPaymentId mandate) {
        return this.<SavedMethods, GatewayOutcome>lend(id, SavedMethods.class, (saved, call) -> saved.forget(mandate, call))
            .orElse(NotSent::new, InDoubt::new);
    }

    /** How to pay outside of any page; empty when the plugin cannot say it now. */
    public Optional<PaymentInstruction.Instruction> instruct(InstallationId id, PaymentInstruction.Due due) {
        Loan<PaymentInstruction.Instruction> loan = this.lend(id, PaymentInstruction.class,
                (instruction, call) -> instruction.instruct(due, call));
        return loan instanceof Loan.Returned<PaymentInstruction.Instruction>(PaymentInstruction.Instruction said) ? Optional.of(said)
                : Optional.empty();
    }

    /** Gives money back to a payer. */
    public GatewayOutcome refund(InstallationId id, Refunds.Refund order) {
        return this.<Refunds, GatewayOutcome>lend(id, Refunds.class, (refunds, call) -> refunds.refund(order, call))
            .orElse(NotSent::new, InDoubt::new);
    }

    /** Asks what became of a refund. */
    public RefundInquiry.Trace askRefund(InstallationId id, IdempotencyKey refund, GatewayPaymentId payment) {
        return this.<RefundInquiry, RefundInquiry.Trace>lend(id, RefundInquiry.class,
                (inquiry, call) -> inquiry.askRefund(refund, payment, call))
            .orElse(RefundInquiry.Trace.NoAnswer::new, RefundInquiry.Trace.NoAnswer::new);
    }

    /** Asks what became of an attempt. */
    public PaymentInquiry.Finding ask(InstallationId id, PaymentInquiry.Inquiry question) {
        return this.<PaymentInquiry, PaymentInquiry.Finding>lend(id, PaymentInquiry.class, (inquiry, call) -> inquiry.ask(question, call))
            .orElse(PaymentInquiry.Finding.NoAnswer::new, PaymentInquiry.Finding.NoAnswer::new);
    }

    /** Has the plugin look at what a delivery pointed at. */
    public EventLookup.Result look(InstallationId id, String about) {
        return this.<EventLookup, EventLookup.Result>lend(id, EventLookup.class, (lookup, call) -> lookup.look(about, call))
            .orElse(EventLookup.Result.NoAnswer::new, EventLookup.Result.NoAnswer::new);
    }

    /** Asks for payouts made since an instant. @param cursor from the page before; empty for the first */
    public PayoutSource.Answer payouts(InstallationId id, Instant since, Optional<String> cursor) {
        return this.<PayoutSource, PayoutSource.Answer>lend(id, PayoutSource.class, (source, call) -> source.payouts(since, cursor, call))
            .orElse(PayoutSource.Answer.NoAnswer::new, PayoutSource.Answer.NoAnswer::new);
    }

    /** Has a delivery proven and read. Without an answer from the plugin the gateway must be told to deliver again later. */
    public Loan<WebhookOutcome> receive(InstallationId id, WebhookDelivery delivery) {
        return lend(id, WebhookReceiver.class, (receiver, call) -> receiver.receive(delivery, call));
    }
}
