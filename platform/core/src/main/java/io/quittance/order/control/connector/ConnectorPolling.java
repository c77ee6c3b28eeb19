package io.quittance.order.control.connector;

import io.quittance.Fault;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelChanged;
import io.quittance.order.ChannelId;
import io.quittance.order.boundary.ConnectorUnits;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.Loan;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryBudget;
import io.quittance.retry.RetryPolicy;
import io.quittance.spi.order.OrderAnswer;
import io.quittance.spi.order.OrderPage;
import io.quittance.spi.order.OrderSink;
import io.quittance.spi.order.OrderSource;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks connected systems for orders every few minutes, and tells them what became of theirs. A page's orders are kept before the
 * cursor moves on, and the same order is kept once, so that a crash in between loses and doubles nothing.
 */
@ApplicationScoped
public class ConnectorPolling implements DoorbellHandler {

    /** Its bell. */
    public static final String BELL = "order-connectors";
    /** Option of an account: the id of the plugin that speaks to the system. */
    public static final String PLUGIN = "plugin";

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorPolling.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final RetryPolicy AGAIN = new RetryPolicy(PAUSE, LONGEST_PAUSE, RetryPolicy.NO_END);
    private static final int MOST_PAGES = 20;
    private static final int MOST_NEWS = 100;
    /** How far back a system is asked the first time. */
    private static final int FIRST_DAYS = 30;

    @Inject
    ConnectorUnits units;
    @Inject
    ConnectorRows rows;
    @Inject
    Plugins plugins;
    @Inject
    Gateways gateways;
    @Inject
    OrderIntake intake;
    @Inject
    Doorbell doorbell;
    @Inject
    Retry retry;
    @Inject
    RetryBudget budget;
    @Inject
    Clock clock;

    /** Asking has to stop here: why, for people, and how long to wait at least if the system says so. */
    private static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;
        private final transient Optional<Duration> asked;

        private Stopped(String rule, String said, Optional<Duration> asked) {
            super(said.isEmpty() ? rule : rule + ": " + said, null, false, false);
            this.fault = Fault.of("", "", rule, said);
            this.asked = asked;
        }
    }

    @Override
    public String kind() {
        return BELL;
    }

    /** Whoever gets other settings is visited soon. */
    void changed(@Observes ChannelChanged change) {
        rows.soon(change.channel());
        doorbell.ring(BELL);
    }

    @Override
    public Optional<Instant> answer() {
        List<ChannelAccount> accounts = units.active();
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        List<EnabledGateway> sources = plugins.enabled(Capability.ORDER_SOURCE);
        return accounts.stream().map(account -> visit(account, sources)).min(Comparator.naturalOrder());
    }

    /** @return when to come again */
    private Instant visit(ChannelAccount account, List<EnabledGateway> sources) {
        ConnectorRows.Visit before = units.visit(account.id())
                .orElse(new ConnectorRows.Visit(Optional.empty(), clock.instant(), 0, Optional.empty()));
        boolean again = before.failures() > 0;
        if (again && before.due().isAfter(clock.instant())) {
            return before.due();
        }
        Optional<EnabledGateway> source = sources.stream()
                .filter(one -> one.plugin().value().equals(account.settings().option(PLUGIN))).findFirst();
        if (source.isEmpty()) {
            String plugin = account.settings().option(PLUGIN);
            String rule = plugin.isEmpty() ? "connector.noPlugin" : "connector.notEnabled";
            return failed(account.id(), before, new Stopped(rule, plugin, Optional.of(LONGEST_PAUSE)));
        }
        String target = Gateways.target(source.get().installation());
        Optional<Instant> held = budget.hold(target, again);
        if (held.isPresent()) {
            return held.get();
        }
        try {
            ask(account, source.get(), before.cursor());
            if (source.get().capabilities().contains(Capability.ORDER_SINK)) {
                tell(account.id(), source.get());
            }
            Optional<String> cursor = units.visit(account.id()).flatMap(ConnectorRows.Visit::cursor);
            Instant due = clock.instant().plus(PAUSE);
            units.visited(account.id(), new ConnectorRows.Visit(cursor, due, 0, Optional.empty()));
            budget.succeeded(target, again);
            return due;
        } catch (Stopped trouble) {
            LOG.info("the system of channel {} cannot be asked: {}", account.id(), trouble.getMessage());
            return failed(account.id(), units.visit(account.id()).orElse(before), trouble);
        }
    }

    private Instant failed(ChannelId channel, ConnectorRows.Visit before, Stopped trouble) {
        int failures = before.failures() + 1;
        Instant due = retry.next(AGAIN, failures, trouble.asked);
        units.visited(channel, new ConnectorRows.Visit(before.cursor(), due, failures, Optional.of(trouble.fault)));
        return due;
    }

    private void ask(ChannelAccount account, EnabledGateway source, Optional<String> begin) throws Stopped {
        LocalDate since = LocalDate.ofInstant(clock.instant(), account.settings().zone()).minusDays(FIRST_DAYS);
        Optional<String> cursor = begin;
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<String> from = cursor;
            OrderPage told = said(gateways.<OrderSource, OrderAnswer<OrderPage>>lend(source.installation(), OrderSource.class,
                    (orders, call) -> orders.orders(from, since, call)));
            told.orders().forEach(order -> intake.receive(account.id(), SourceOrders.payload(order)));
            units.visited(account.id(), new ConnectorRows.Visit(Optional.of(told.cursor()), clock.instant(), 0,
                    Optional.empty()));
            if (!told.more()) {
                return;
            }
            cursor = Optional.of(told.cursor());
        }
    }

    private void tell(ChannelId channel, EnabledGateway sink) throws Stopped {
        for (ConnectorUnits.Tidings tidings : units.tidings(channel, MOST_NEWS)) {
            boolean there = said(gateways.<OrderSink, OrderAnswer<Boolean>>lend(sink.installation(), OrderSink.class,
                    (orders, call) -> orders.tell(tidings.news(), call)));
            units.told(channel, tidings.order(), there ? tidings.key() : "GONE " + tidings.key());
        }
    }

    private static <R> R said(Loan<OrderAnswer<R>> loan) throws Stopped {
        return switch (loan.orElse(OrderAnswer.NoAnswer::new, OrderAnswer.NoAnswer::new)) {
            case OrderAnswer.Said<R>(R value) -> value;
            case OrderAnswer.RateLimited<R>(Duration after) -> throw new Stopped("connector.tooOften", "", Optional.of(after));
            case OrderAnswer.NoAnswer<R>(String reason) -> throw new Stopped("connector.silent", reason, Optional.empty());
        };
    }
}
