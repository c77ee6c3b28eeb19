package io.quittance.plugins.openbanking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.FeedLine;
import io.quittance.spi.bankfeed.FeedPage;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.Trouble;
import io.quittance.testkit.gateway.GatewayWorld;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bank shows, and everything that can go wrong while it is asked. */
class OpenBankingLinesTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 12, 1);

    private final OpenBankingFeed feed = new OpenBankingFeed();
    private BankWorld world;
    private Grant grant;

    @BeforeEach
    void open() {
        world = new BankWorld();
        grant = world.granted();
    }

    @AfterEach
    void shut() {
        world.close();
        assertThat(world.bank.complaints()).isEmpty();
    }

    @Test
    void every_request_is_right_and_any_damage_to_it_is_noticed() {
        FeedAccount account = fed(feed.accounts(grant, world.world.call())).getFirst();
        lines(Optional.empty());
        feed.balance(grant, account, world.world.call());
        feed.term(grant, world.world.call());
        feed.lines(grant, Bank.ACCOUNT, Optional.empty(), SINCE, world.world.callAt(GatewayWorld.NOW.plusSeconds(600)));
        feed.revoke(grant, world.world.call("financial-id", "f1"));
        assertThat(world.world.server().faults()).isEmpty();
        assertThat(world.world.damages()).contains("without /Data", "without /Risk", "without /Data/Permissions",
            "/Data/Permissions/0 as nonsense", "/Data/ExpirationDateTime misspelt", "without grant_type", "without client_assertion",
            "client_assertion as nonsense", "code_verifier as nonsense", "refresh_token misspelt", "query fromBookingDateTime misspelt");
    }

    @Test
    void an_account_bears_the_name_that_statements_give_it_and_its_balance_counts_what_is_booked() {
        FeedAccount account = fed(feed.accounts(grant, world.world.call())).getFirst();
        assertThat(account).isEqualTo(new FeedAccount(Bank.ACCOUNT, "80200110203345", "Bills", Currency.getInstance("GBP")));
        assertThat(fed(feed.balance(grant, account, world.world.call()))).contains(Money.ofMinor(-1_234, "GBP"));
    }

    @Test
    void all_since_some_days_before_the_last_look_is_told_page_by_page() {
        world.bank.books("t1", "2026-02-27", "119.00", "INV-1").putObject("DebtorAccount").put("SchemeName", "UK.OBIE.IBAN")
            .put("Identification", "GB29 NWBK 6016 1331 9268 19").put("Name", "Payer Ltd");
        world.bank.books("t2", "2026-02-28", "-5.00", "fee").put("TransactionReference", "R2");
        world.bank.books("", "2026-02-28", "7.50", "card").put("Status", "PDNG");
        world.bank.books("t4", "2026-02-28", "7.50", "rejected").put("Status", "RJCT");
        FeedPage first = lines(Optional.empty());
        assertThat(first.more()).isTrue();
        FeedLine paid = first.lines().getFirst();
        assertThat(paid.amount()).isEqualTo(Money.ofMinor(11_900, "GBP"));
        assertThat(paid.counterparty()).isEqualTo("Payer Ltd");
        assertThat(paid.counterpartyAccount()).isEqualTo("GB29NWBK60161331926819");
        assertThat(first.lines().getLast().amount()).isEqualTo(Money.ofMinor(-500, "GBP"));
        assertThat(first.lines().getLast().texts()).containsExactly("R2", "fee");
        FeedPage second = lines(Optional.of(first.cursor()));
        assertThat(second.more()).isFalse();
        assertThat(second.lines()).singleElement().satisfies(line -> {
            assertThat(line.pending()).isTrue();
            assertThat(line.id()).isEmpty();
        });
        assertThat(second.wholeSince()).contains(SINCE.plusDays(1));
        assertThat(lines(Optional.of(second.cursor())).wholeSince()).as("ten days before").contains(LocalDate.of(2026, 2, 20));
    }

    @Test
    void a_token_that_is_over_is_renewed_and_the_new_ones_are_handed_out_even_when_the_question_fails_then() {
        FeedAnswer.Fed<FeedPage> fed = (FeedAnswer.Fed<FeedPage>) feed.lines(grant, Bank.ACCOUNT, Optional.empty(), SINCE,
            world.world.callAt(GatewayWorld.NOW.plusSeconds(600)));
        assertThat(fed.grant()).isNotEqualTo(grant);
        world.world.server().order("GET", ".*/transactions", Trouble.slowDown(9));
        FeedAnswer<FeedPage> limited = feed.lines(fed.grant(), Bank.ACCOUNT, Optional.empty(), SINCE,
            world.world.callAt(GatewayWorld.NOW.plusSeconds(1_200)));
        assertThat(limited).isInstanceOfSatisfying(FeedAnswer.RateLimited.class, said ->
            assertThat(said.after()).isEqualTo(Duration.ofSeconds(9)));
        assertThat(feed.lines(limited.kept().orElseThrow(), Bank.ACCOUNT, Optional.empty(), SINCE,
            world.world.callAt(GatewayWorld.NOW.plusSeconds(1_800)))).isInstanceOf(FeedAnswer.Fed.class);
        assertThat(feed.lines(grant, Bank.ACCOUNT, Optional.empty(), SINCE, world.world.callAt(GatewayWorld.NOW.plusSeconds(600))))
            .as("void tokens").isInstanceOf(FeedAnswer.ConsentExpired.class);
    }

    @Test
    void tokens_that_the_bank_has_withdrawn_have_to_be_consented_again() {
        world.bank.forgetsTokens();
        assertThat(feed.accounts(grant, world.world.call())).isInstanceOf(FeedAnswer.ConsentExpired.class);
    }

    @Test
    void errors_of_the_bank_are_asked_again_later_with_its_words() {
        for (int status : List.of(400, 403, 404, 405, 406, 415, 500, 503)) {
            world.world.server().order("GET", ".*/transactions", new Trouble.Says(status, Map.of(),
                "{\"Errors\": [{\"ErrorCode\": \"AC17\", \"Message\": \"not now\"}]}"));
            assertThat(feed.lines(grant, Bank.ACCOUNT, Optional.empty(), SINCE, world.world.call())).isInstanceOfSatisfying(
                FeedAnswer.NoAnswer.class, silent -> assertThat(silent.reason()).contains(status < 500 ? "AC17 not now" : "" + status));
        }
    }

    @Test
    void whatever_is_no_answer_changes_nothing_and_is_asked_again() {
        // a question on which the bank hangs up is asked once more by the client itself, since it only reads
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.htmlPage(502), Trouble.malformed(),
                new Trouble.Says(302, Map.of("Location", "https://elsewhere.example/"), ""), new Trouble.Silent(),
                new Trouble.BreaksOff())) {
            world.world.server().order("GET", ".*/transactions", trouble);
            assertThat(feed.lines(grant, Bank.ACCOUNT, Optional.empty(), SINCE, world.world.impatient()))
                .as(trouble.toString()).isInstanceOf(FeedAnswer.NoAnswer.class);
        }
    }

    @Test
    void a_required_field_that_is_missing_or_broken_makes_the_page_unreadable() {
        JsonNode right = world.bank.books("t1", "2026-02-27", "119.00", "INV-1").deepCopy();
        assertThat(lines(Optional.empty()).lines()).hasSize(1);
        for (String field : List.of("AccountId", "CreditDebitIndicator", "Status", "BookingDateTime", "Amount")) {
            broken(right.deepCopy(), field, "");
            broken(right.deepCopy(), field, field.equals("AccountId") || field.equals("Status") ? "" : "%not-allowed%");
        }
        assertThat(page(right)).isInstanceOf(FeedAnswer.Fed.class);
    }

    private void broken(JsonNode line, String field, String value) {
        if (value.isEmpty()) {
            ((ObjectNode) line).remove(field);
        } else {
            ((ObjectNode) line).put(field, value);
        }
        assertThat(page(line)).as(field + " " + value).isInstanceOf(FeedAnswer.NoAnswer.class);
    }

    private FeedAnswer<FeedPage> page(JsonNode line) {
        world.world.server().order("GET", ".*/transactions", new Trouble.Says(200, Map.of(),
            "{\"Data\": {\"Transaction\": [" + line + "]}, \"Links\": {\"Self\": \"https://bank.example\"}}"));
        return feed.lines(grant, Bank.ACCOUNT, Optional.empty(), SINCE, world.world.call());
    }

    @Test
    void a_next_page_that_lies_elsewhere_is_not_followed() {
        for (String next : List.of("https://evil.example/open-banking/v4.0/aisp/accounts/22289/transactions", "https://evil.example/x")) {
            world.world.server().order("GET", ".*/transactions", new Trouble.Says(200, Map.of(),
                "{\"Data\": {\"Transaction\": []}, \"Links\": {\"Self\": \"x\", \"Next\": \"" + next + "\"}}"));
            assertThat(feed.lines(grant, Bank.ACCOUNT, Optional.empty(), SINCE, world.world.call()))
                .isInstanceOf(FeedAnswer.NoAnswer.class);
        }
    }

    @Test
    void a_grant_of_another_plugin_has_to_be_consented_again() {
        assertThat(feed.accounts(new Grant("not ours"), world.world.call())).isInstanceOf(FeedAnswer.ConsentExpired.class);
        assertThat(new OpenBankingFeed().begin(BankWorld.wish(Optional.of(new Grant("not ours"))), world.world.call()))
            .isInstanceOf(Consent.NotOpened.class);
    }

    private FeedPage lines(Optional<String> cursor) {
        return fed(feed.lines(grant, Bank.ACCOUNT, cursor, SINCE, world.world.call()));
    }

    private static <R> R fed(FeedAnswer<R> answer) {
        assertThat(answer).isInstanceOf(FeedAnswer.Fed.class);
        return ((FeedAnswer.Fed<R>) answer).value();
    }
}
