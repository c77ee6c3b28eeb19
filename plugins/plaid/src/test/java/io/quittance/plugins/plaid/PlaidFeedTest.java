package io.quittance.plugins.plaid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.FeedLine;
import io.quittance.spi.bankfeed.FeedPage;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.Trouble;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is asked of Plaid, held against its own document, and everything that it may answer. */
class PlaidFeedTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 12, 1);
    private static final FeedAccount ACCOUNT = new FeedAccount(PlaidCompany.ACCOUNT, "", "Checking", Currency.getInstance("USD"));

    private final PlaidFeed feed = new PlaidFeed();
    private PlaidWorld plaid;

    @BeforeEach
    void open() {
        plaid = new PlaidWorld();
    }

    @AfterEach
    void shut() {
        plaid.close();
        assertThat(plaid.plaid.complaints()).isEmpty();
    }

    @Test
    void every_request_is_right_and_any_damage_to_it_is_noticed() {
        Consent.Opened page = (Consent.Opened) feed.begin(PlaidWorld.wish(Optional.empty()), plaid.world.call());
        plaid.plaid.signIn();
        Consent.Granted granted = (Consent.Granted) feed.finish(PlaidWorld.back(page.pending()), plaid.world.call());
        feed.begin(PlaidWorld.wish(Optional.of(granted.grant())), plaid.world.call());
        feed.term(granted.grant(), plaid.world.call());
        feed.accounts(granted.grant(), plaid.world.call());
        lines(Optional.empty());
        lines(Optional.of("0"));
        feed.balance(granted.grant(), ACCOUNT, plaid.world.call());
        feed.check(plaid.world.call());
        feed.revoke(granted.grant(), plaid.world.call());
        assertThat(plaid.world.server().faults()).isEmpty();
        assertThat(plaid.world.server().requests()).extracting(ApiRequest::path).contains("/link/token/create", "/link/token/get",
            "/item/public_token/exchange", "/item/get", "/accounts/get", "/transactions/sync", "/institutions/get", "/item/remove");
        assertThat(plaid.world.damages()).contains("without /client_name", "without /language", "without /country_codes",
            "without /link_token", "without /public_token", "without /access_token", "/count as nonsense", "/cursor misspelt",
            "/options/account_id misspelt", "/hosted_link misspelt", "without /offset");
    }

    @Test
    void the_owner_goes_to_plaids_page_and_back_and_a_token_is_had_for_it() {
        Consent.Opened page = (Consent.Opened) feed.begin(PlaidWorld.wish(Optional.empty()), plaid.world.call());
        assertThat(page.page()).hasToString("https://secure.plaid.com/hl/1");
        JsonNode sent = PlaidCompany.json(plaid.world.server().requests().getFirst().body());
        assertThat(sent.at("/hosted_link/completion_redirect_uri").asText()).isEqualTo(PlaidWorld.RETURN + "?state=state-1");
        assertThat(sent.path("language").asText()).isEqualTo("de");
        assertThat(feed.finish(PlaidWorld.back(page.pending()), plaid.world.call())).isInstanceOf(Consent.NotYet.class);
        plaid.plaid.signIn();
        Consent.Granted granted = (Consent.Granted) feed.finish(PlaidWorld.back(page.pending()), plaid.world.call());
        assertThat(granted.grant()).isEqualTo(PlaidWorld.GRANT);
        assertThat(granted.bank()).isNotBlank();
    }

    @Test
    void who_leaves_the_page_has_declined() {
        Consent.Opened page = (Consent.Opened) feed.begin(PlaidWorld.wish(Optional.empty()), plaid.world.call());
        plaid.plaid.leave();
        assertThat(feed.finish(PlaidWorld.back(page.pending()), plaid.world.call())).isInstanceOf(Consent.Declined.class);
    }

    @Test
    void a_renewal_opens_the_page_of_the_same_bank_and_counts_when_the_bank_can_be_read() {
        Consent.Opened page = (Consent.Opened) feed.begin(PlaidWorld.wish(Optional.of(PlaidWorld.GRANT)), plaid.world.call());
        JsonNode sent = PlaidCompany.json(plaid.world.server().requests().getFirst().body());
        assertThat(sent.path("access_token").asText()).isEqualTo("access-1");
        assertThat(sent.has("products")).isFalse();
        plaid.plaid.itemHas("ITEM_LOGIN_REQUIRED");
        assertThat(feed.finish(PlaidWorld.back(page.pending()), plaid.world.call())).isInstanceOf(Consent.Declined.class);
        plaid.plaid.itemHas("");
        assertThat(feed.finish(PlaidWorld.back(page.pending()), plaid.world.call()))
            .isInstanceOfSatisfying(Consent.Granted.class, granted -> assertThat(granted.grant()).isEqualTo(PlaidWorld.GRANT));
    }

    @Test
    void the_term_the_accounts_that_hold_money_and_the_balance_are_told() {
        assertThat(fed(feed.term(PlaidWorld.GRANT, plaid.world.call())).until()).contains(Instant.parse("2024-03-16T15:53:00Z"));
        assertThat(fed(feed.accounts(PlaidWorld.GRANT, plaid.world.call()))).singleElement().satisfies(account -> {
            assertThat(account.id()).isEqualTo(PlaidCompany.ACCOUNT);
            assertThat(account.name()).contains("Plaid Gold").contains("0000");
            assertThat(account.number()).as("Plaid shows a part of it only").isEmpty();
        });
        assertThat(fed(feed.balance(PlaidWorld.GRANT, ACCOUNT, plaid.world.call()))).contains(Money.ofMinor(11_000, "USD"));
    }

    @Test
    void lines_come_page_by_page_with_money_that_came_in_as_positive() {
        plaid.plaid.adds("t1", "2026-02-27", "72.1").put("pending_transaction_id", "p1");
        plaid.plaid.adds("t2", "2026-02-27", "-119.00").withObject("/payment_meta").put("payer", "Payer Inc").put("reason", "INV-1");
        plaid.plaid.adds("t3", "2026-02-28", "3").put("pending", true);
        FeedPage first = lines(Optional.empty());
        assertThat(first.more()).isTrue();
        assertThat(first.lines()).extracting(FeedLine::amount).containsExactly(Money.ofMinor(-7_210, "USD"), Money.ofMinor(11_900, "USD"));
        assertThat(first.lines().getFirst().replaces()).contains("p1");
        assertThat(first.lines().getLast().counterparty()).isEqualTo("Payer Inc");
        assertThat(first.lines().getLast().texts()).contains("INV-1");
        plaid.plaid.removes("p1");
        plaid.plaid.modifies(plaid.plaid.adds("t4", "2026-02-28", "4.50"));
        FeedPage second = lines(Optional.of(first.cursor()));
        assertThat(second.more()).isFalse();
        assertThat(second.removed()).containsExactly("p1");
        assertThat(second.lines().getFirst().pending()).isTrue();
        assertThat(second.wholeSince()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ITEM_LOGIN_REQUIRED", "INVALID_ACCESS_TOKEN", "ITEM_NOT_FOUND", "ACCESS_NOT_GRANTED",
        "USER_PERMISSION_REVOKED"})
    void after_some_errors_the_owner_has_to_consent_again(String code) {
        plaid.plaid.itemHas(code);
        assertThat(ask()).isInstanceOf(FeedAnswer.ConsentExpired.class);
        assertThat(feed.term(PlaidWorld.GRANT, plaid.world.call())).isInstanceOf(FeedAnswer.ConsentExpired.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRODUCT_NOT_READY", "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION", "INSTITUTION_DOWN",
        "INTERNAL_SERVER_ERROR", "INVALID_FIELD"})
    void after_others_it_is_asked_again_later(String code) {
        plaid.plaid.itemHas(code);
        assertThat(ask()).isInstanceOfSatisfying(FeedAnswer.NoAnswer.class, silent -> assertThat(silent.reason()).contains(code));
    }

    @Test
    void told_to_slow_down_it_is_left_alone_for_as_long_as_it_says() {
        plaid.world.server().order("POST", "/transactions/sync", Trouble.slowDown(77));
        assertThat(ask()).isInstanceOfSatisfying(FeedAnswer.RateLimited.class, limited ->
            assertThat(limited.after()).isEqualTo(Duration.ofSeconds(77)));
        plaid.world.server().order("POST", "/transactions/sync",
            new Trouble.Says(429, Map.of("Retry-After", "Sun, 1 Mar 2026 09:31:00 GMT"), ""));
        assertThat(ask()).isInstanceOfSatisfying(FeedAnswer.RateLimited.class, limited ->
            assertThat(limited.after()).isEqualTo(Duration.ofSeconds(60)));
        plaid.world.server().order("POST", "/transactions/sync", new Trouble.Says(429, Map.of(), "<html>"));
        assertThat(ask()).isInstanceOfSatisfying(FeedAnswer.RateLimited.class, limited ->
            assertThat(limited.after()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void whatever_is_no_answer_changes_nothing_and_is_asked_again() {
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.htmlPage(502), Trouble.malformed(),
                new Trouble.Says(302, Map.of("Location", "https://elsewhere.example/"), ""), new Trouble.Silent(), new Trouble.HangsUp(),
                new Trouble.BreaksOff(), new Trouble.Says(500, Map.of(), "{}"))) {
            plaid.world.server().order("POST", "/transactions/sync", trouble);
            assertThat(feed.lines(PlaidWorld.GRANT, PlaidCompany.ACCOUNT, Optional.empty(), SINCE, plaid.world.impatient()))
                .as(trouble.toString()).isInstanceOf(FeedAnswer.NoAnswer.class);
            plaid.world.server().order("POST", "/link/token/create", trouble);
            assertThat(feed.begin(PlaidWorld.wish(Optional.empty()), plaid.world.impatient())).isInstanceOf(Consent.NotOpened.class);
            plaid.world.server().order("POST", "/link/token/get", trouble);
            assertThat(feed.finish(PlaidWorld.back(new Grant("{\"link\":\"link-1\"}")), plaid.world.impatient()))
                .isInstanceOf(Consent.NotYet.class);
        }
    }

    @Test
    void an_amount_that_the_currency_cannot_hold_makes_the_page_unreadable() {
        plaid.plaid.adds("t1", "2026-02-27", "72.105");
        assertThat(ask()).isInstanceOfSatisfying(FeedAnswer.NoAnswer.class, silent -> assertThat(silent.reason()).contains("too fine"));
        plaid.plaid.adds("t1", "2026-02-27", "1").put("amount", new BigDecimal("1E+30"));
        assertThat(ask()).isInstanceOf(FeedAnswer.NoAnswer.class);
    }

    @Test
    void before_plaid_has_read_the_bank_there_is_no_page() {
        plaid.world.server().order("POST", "/transactions/sync", new Trouble.Says(200, Map.of(),
            plaid.plaid.example("/transactions/sync").put("next_cursor", "").toString()));
        assertThat(ask()).isInstanceOf(FeedAnswer.NoAnswer.class);
    }

    @Test
    void wrong_keys_are_found_by_the_test_button() {
        assertThat(feed.check(plaid.world.call())).isInstanceOf(Verdict.Works.class);
        assertThat(feed.check(plaid.world.call("secret", "wrong"))).isInstanceOf(Verdict.Refused.class);
        plaid.world.server().order("POST", "/institutions/get", Trouble.htmlPage(503));
        assertThat(feed.check(plaid.world.call())).isInstanceOf(Verdict.Unreachable.class);
    }

    private FeedPage lines(Optional<String> cursor) {
        return fed(feed.lines(PlaidWorld.GRANT, PlaidCompany.ACCOUNT, cursor, SINCE, plaid.world.call()));
    }

    private FeedAnswer<FeedPage> ask() {
        return feed.lines(PlaidWorld.GRANT, PlaidCompany.ACCOUNT, Optional.empty(), SINCE, plaid.world.call());
    }

    private static <R> R fed(FeedAnswer<R> answer) {
        assertThat(answer).isInstanceOf(FeedAnswer.Fed.class);
        return ((FeedAnswer.Fed<R>) answer).value();
    }
}
