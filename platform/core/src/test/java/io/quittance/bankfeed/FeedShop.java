package io.quittance.bankfeed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bankfeed.boundary.BankFeeds;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.StatementRow;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.FakeGateways;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A tenant whose account is read through a {@link ToyFeed}. */
final class FeedShop {

    static final CoreContainer CORE = CoreContainer.shared();

    final Shop shop = new Shop(CORE, new ToyPay());
    final ToyFeed bank = new ToyFeed();
    final BankFeeds feeds = CORE.get(BankFeeds.class);
    final PluginId plugin = CORE.get(FakeGateways.class).add(bank);

    FeedShop() {
        shop.in(() -> CORE.get(Plugins.class).enable(plugin, Map.of()));
    }

    /** Begun, consented to at the bank, and its account chosen. */
    ConnectionId connect() {
        BeginOutcome.Opened opened = begin("key-1");
        assertThat(back(opened, "code", "c")).isInstanceOf(EndOutcome.Connected.class);
        assertThat(shop.in(() -> feeds.choose(opened.connection(),
                List.of(new AccountChoice(connection(opened.connection()).accounts().getFirst().id(), true, ToyFeed.IBAN))))).isEmpty();
        return opened.connection();
    }

    BeginOutcome.Opened begin(String key) {
        return (BeginOutcome.Opened) shop.in(() -> feeds.connect(plugin, key, Locale.GERMAN));
    }

    /** The browser comes back from the page. */
    EndOutcome back(BeginOutcome.Opened opened, String name, String value) {
        String state = opened.page().getQuery().substring("state=".length());
        return shop.in(() -> feeds.finish(Map.of("state", state, name, value)));
    }

    Connection connection(ConnectionId id) {
        return shop.in(() -> feeds.find(id)).orElseThrow();
    }

    /** Looks once, whether it is time or not. */
    Connection look(ConnectionId id) {
        shop.in(() -> feeds.lookNow(id));
        shop.in(feeds::lookAtDue);
        return connection(id);
    }

    StatementOutcome.Imported file(byte[] content) {
        return (StatementOutcome.Imported) shop.in(() -> CORE.get(Statements.class).bring("file.xml", content));
    }

    /** All lines of all statements. */
    List<StatementLine> lines() {
        Statements statements = CORE.get(Statements.class);
        return shop.in(() -> statements.page(0, 100)).rows().stream().map(StatementRow::id)
                .flatMap(id -> shop.in(() -> statements.find(id)).orElseThrow().lines().stream()).toList();
    }

    /** The booked amounts, sorted, with what they are. */
    List<String> booked(LineState... states) {
        List<LineState> wanted = states.length == 0 ? List.of(LineState.OPEN, LineState.MATCHED, LineState.DISCREPANCY)
                : Arrays.asList(states);
        return lines().stream().filter(line -> wanted.contains(line.state()))
                .map(line -> line.amount().toDecimal().toPlainString()).sorted().collect(Collectors.toList());
    }
}
