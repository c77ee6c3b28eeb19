package io.quittance.bankfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.boundary.Outbox;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.retry.RetryBudget;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consents: given, refused, renewed, ended, and what people are told of them. */
class BankFeedsIT {

    private final FeedShop world = new FeedShop();

    @AfterEach
    void release() {
        FeedShop.CORE.clock().release();
    }

    @Test
    void a_consent_is_begun_once_for_a_key_and_given_by_the_answer_to_it_alone() {
        BeginOutcome.Opened first = world.begin("key-1");
        BeginOutcome.Opened again = world.begin("key-1");
        assertThat(again.connection()).isEqualTo(first.connection());
        assertThat(world.back(first, "code", "c")).as("its page was opened anew").isInstanceOf(EndOutcome.Unknown.class);
        assertThat(world.shop.in(() -> world.feeds.finish(Map.of("code", "c")))).isInstanceOf(EndOutcome.Unknown.class);
        assertThat(world.back(again, "code", "c")).isInstanceOf(EndOutcome.Connected.class);
        assertThat(world.back(again, "code", "c")).as("played again").isInstanceOf(EndOutcome.Unknown.class);
        Connection connected = world.connection(first.connection());
        assertThat(connected.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(connected.bank()).isEqualTo("Toy Bank");
        assertThat(connected.consentUntil()).contains(Instant.parse("2099-05-30T00:00:00Z"));
        assertThat(connected.accounts()).singleElement().satisfies(account -> assertThat(account.chosen()).isFalse());
    }

    @Test
    void an_answer_for_one_business_is_none_for_another_and_a_late_one_none_at_all() {
        BeginOutcome.Opened opened = world.begin("key-1");
        FeedShop other = new FeedShop();
        assertThat(other.back(opened, "code", "c")).isInstanceOf(EndOutcome.Unknown.class);
        FeedShop.CORE.clock().set(Instant.now().plus(Duration.ofHours(3)));
        assertThat(world.back(opened, "code", "c")).isInstanceOf(EndOutcome.Unknown.class);
    }

    @Test
    void who_declines_at_the_bank_has_connected_nothing() {
        BeginOutcome.Opened opened = world.begin("key-1");
        assertThat(world.back(opened, "error", "access_denied")).isEqualTo(new EndOutcome.Declined("access_denied"));
        assertThat(world.shop.in(world.feeds::all)).isEmpty();
    }

    @Test
    void an_expired_consent_stops_the_looks_until_it_is_renewed_and_the_lines_go_on_where_they_were() {
        world.bank.tells(ToyFeed.line("t1", "2026-03-05", "1.00", "one"));
        ConnectionId id = world.connect();
        world.look(id);
        world.bank.answers(new FeedAnswer.ConsentExpired<>("login required"));
        Connection expired = world.look(id);
        assertThat(expired.state()).isEqualTo(ConnectionState.EXPIRED);
        assertThat(expired.nextLook()).isEmpty();
        assertThat(told("bank-consent-over")).hasSize(1);
        BeginOutcome.Opened renewed = (BeginOutcome.Opened) world.shop.in(() -> world.feeds.renew(id, Locale.ENGLISH));
        assertThat(world.back(renewed, "error", "access_denied")).isInstanceOf(EndOutcome.Declined.class);
        assertThat(world.connection(id).state()).isEqualTo(ConnectionState.EXPIRED);
    }

    @Test
    void whoever_may_renew_is_told_two_weeks_one_week_and_a_day_before_a_consent_ends_and_once_each() {
        Instant now = Instant.now();
        world.bank.endsAt(now.plus(Duration.ofDays(13)));
        ConnectionId id = world.connect();
        for (int day = 0; day <= 12; day++) {
            FeedShop.CORE.clock().set(now.plus(Duration.ofDays(day)));
            world.look(id);
            world.look(id);
        }
        assertThat(told("bank-consent-ends")).hasSize(3);
        assertThat(world.connection(id).daysLeft(FeedShop.CORE.clock())).contains(1L);
        FeedShop.CORE.clock().set(now.plus(Duration.ofDays(14)));
        assertThat(world.look(id).state()).isEqualTo(ConnectionState.EXPIRED);
        assertThat(told("bank-consent-over")).hasSize(1);
    }

    @Test
    void a_bank_that_wants_to_be_left_alone_is_and_the_usual_pause_is_some_hours_never_the_same() {
        ConnectionId id = world.connect();
        Instant now = Instant.now();
        FeedShop.CORE.clock().set(now);
        assertThat(world.look(id).nextLook()).hasValueSatisfying(next ->
                assertThat(next).isBetween(now.plus(Duration.ofMinutes(320)), now.plus(Duration.ofMinutes(400))));
        world.bank.answers(new FeedAnswer.RateLimited<>(Duration.ofHours(9)));
        assertThat(world.look(id).nextLook()).hasValueSatisfying(next -> assertThat(next).isAfter(now.plus(Duration.ofHours(9))));
        assertThat(world.shop.in(world.feeds::lookAtDue)).as("nothing is due").isPresent();
    }

    @Test
    void a_bank_that_does_not_answer_is_asked_again_later_and_later_up_to_some_hours_and_left_alone_while_it_wants_that() {
        ConnectionId id = world.connect();
        Instant now = Instant.now();
        FeedShop.CORE.clock().set(now);
        for (Duration most = Duration.ofMinutes(15); most.compareTo(Duration.ofHours(6)) < 0; most = most.multipliedBy(2)) {
            Instant latest = now.plus(most);
            world.bank.answers(new FeedAnswer.NoAnswer<>("the bank is closed"));
            assertThat(world.look(id).nextLook()).hasValueSatisfying(next ->
                    assertThat(next).isBetween(now.plus(Duration.ofSeconds(90)), latest));
        }
        assertThat(world.connection(id).failures()).isEqualTo(5);
        InstallationId installation = world.connection(id).installation();
        FeedShop.CORE.get(RetryBudget.class).close(Gateways.target(installation), Duration.ofMinutes(10));
        Connection alone = world.look(id);
        assertThat(alone.nextLook()).hasValueSatisfying(next -> assertThat(next).isAfter(now.plus(Duration.ofMinutes(9))));
        assertThat(alone.failures()).as("it was not asked").isEqualTo(5);
        FeedShop.CORE.clock().set(now.plus(Duration.ofMinutes(11)));
        assertThat(world.look(id).failures()).isZero();
    }

    @Test
    void a_disabled_feed_is_not_asked_and_an_account_is_read_through_one_connection_only() {
        ConnectionId id = world.connect();
        BeginOutcome.Opened second = world.begin("key-2");
        world.back(second, "code", "c");
        long account = world.connection(second.connection()).accounts().isEmpty() ? 0
                : world.connection(second.connection()).accounts().getFirst().id();
        assertThat(world.shop.in(() -> world.feeds.choose(second.connection(), List.of(new AccountChoice(account, true, ToyFeed.IBAN)))))
                .singleElement().satisfies(fault -> assertThat(fault.field()).isEqualTo("accounts[0].number"));
        world.shop.in(() -> FeedShop.CORE.get(Plugins.class).disable(world.plugin));
        assertThat(world.look(id).trouble()).contains("disabled");
    }

    @Test
    void an_ended_connection_is_forgotten_here_and_at_the_bank_and_its_lines_stay() {
        world.bank.tells(ToyFeed.line("t1", "2026-03-05", "1.00", "one"));
        ConnectionId id = world.connect();
        world.look(id);
        assertThat(world.shop.in(() -> world.feeds.disconnect(id))).isTrue();
        assertThat(world.shop.in(() -> world.feeds.disconnect(id))).isFalse();
        assertThat(world.bank.isRevoked()).isTrue();
        assertThat(world.connection(id).state()).isEqualTo(ConnectionState.ENDED);
        assertThat(world.shop.in(() -> world.feeds.renew(id, Locale.ENGLISH))).isInstanceOf(BeginOutcome.Unknown.class);
        assertThat(world.booked()).containsExactly("1.00");
    }

    @Test
    void only_who_may_consent_connects() {
        Actor clerk = new Actor.Person("p", "P", "p@example.com", Set.of(), Set.of(Permission.RECONCILIATION_READ,
                Permission.GATEWAY_READ));
        assertThatThrownBy(() -> TenantScope.call(world.shop.tenant(), clerk, () -> world.feeds.connect(world.plugin, "k", Locale.ENGLISH)))
                .isInstanceOf(AccessDenied.class);
        Optional<Connection> nothing = TenantScope.call(world.shop.tenant(), clerk, () -> world.feeds.find(new ConnectionId(1)));
        assertThat(nothing).isEmpty();
    }

    private List<OutboxRow> told(String kind) {
        return world.shop.in(() -> FeedShop.CORE.get(Outbox.class).page(Set.of(), 0, 100)).rows().stream()
                .filter(row -> row.kind().equals(kind)).toList();
    }
}
