package io.quittance.plugins.openbanking;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.testkit.contract.Trouble;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner's way to the bank and back: only a proven answer to our own question counts. */
class OpenBankingConsentTest {

    private final OpenBankingFeed feed = new OpenBankingFeed();
    private BankWorld world;

    @BeforeEach
    void open() {
        world = new BankWorld();
    }

    @AfterEach
    void shut() {
        world.close();
        assertThat(world.bank.complaints()).isEmpty();
    }

    @Test
    void the_owner_consents_to_what_the_signed_request_asks_and_a_token_is_had_for_it() {
        Consent.Opened page = world.begun();
        JWTClaimsSet request = Keys.proven(Bank.fields(page.page().getRawQuery()).get("request"));
        assertThat(request.getClaims()).containsEntry("scope", "openid accounts").containsEntry("code_challenge_method", "S256")
            .containsEntry("response_type", "code id_token").containsKeys("nonce", "exp", "nbf", "jti", "claims");
        Map<?, ?> wanted = (Map<?, ?>) ((Map<?, ?>) request.getClaim("claims")).get("id_token");
        assertThat(((Map<?, ?>) wanted.get("openbanking_intent_id")).get("value")).isEqualTo("consent-1");
        Consent.Granted granted = (Consent.Granted) world.back(page, world.bank.authorise(page.page()));
        assertThat(granted.bank()).isEqualTo("Test Bank");
        assertThat(granted.grant().toString()).as("says nothing").doesNotContain("access");
    }

    @Test
    void the_plain_code_flow_is_proven_by_the_id_token_that_comes_with_the_tokens() {
        Consent.Opened page = (Consent.Opened) feed.begin(BankWorld.wish(Optional.empty()), world.world.call("response-type", "code"));
        Map<String, String> brought = new HashMap<>(world.bank.authorise(page.page()));
        brought.remove("id_token");
        assertThat(world.back(page, brought, "response-type", "code")).isInstanceOf(Consent.Granted.class);
    }

    @Test
    void an_answer_that_is_not_proven_is_declined_before_the_code_is_used() {
        declines("no id token", brought -> brought.remove("id_token"));
        declines("another code", brought -> brought.put("code", "code-2"));
        declines("no signed token", brought -> brought.put("id_token", "a.b.c"));
        world.bank.signs(Keys::byStranger);
        declines("signature", brought -> brought.put("state", "state-1"));
        world.bank.signs(Keys::weakly);
        declines("RS256", brought -> brought.put("state", "state-1"));
        world.bank.signs(claims -> Keys.byBank(new JWTClaimsSet.Builder(claims).issuer("https://other.example").build()));
        declines("another's", brought -> brought.put("state", "state-1"));
        world.bank.signs(claims -> Keys.byBank(new JWTClaimsSet.Builder(claims).audience("client-2").build()));
        declines("somebody else", brought -> brought.put("state", "state-1"));
        world.bank.signs(claims -> Keys.byBank(new JWTClaimsSet.Builder(claims).audience(List.of("client-2", Bank.CLIENT)).build()));
        declines("somebody else", brought -> brought.put("state", "state-1"));
        world.bank.signs(claims -> Keys.byBank(new JWTClaimsSet.Builder(claims).expirationTime(Date.from(Instant.EPOCH)).build()));
        declines("outdated", brought -> brought.put("state", "state-1"));
        world.bank.signs(claims -> Keys.byBank(new JWTClaimsSet.Builder(claims).claim("nonce", "another").build()));
        declines("another consent", brought -> brought.put("state", "state-1"));
        world.bank.signs(Keys::byBank);
        world.bank.mistakes("consent-99");
        declines("another consent", brought -> brought.put("state", "state-1"));
        assertThat(world.world.server().requests()).as("no code was used")
            .noneMatch(request -> request.body().contains("authorization_code"));
    }

    private void declines(String why, Consumer<Map<String, String>> damage) {
        Consent.Opened page = world.begun();
        Map<String, String> brought = world.bank.authorise(page.page());
        damage.accept(brought);
        assertThat(world.back(page, brought)).as(why).isInstanceOfSatisfying(Consent.Declined.class, declined ->
            assertThat(declined.reason()).contains(why));
    }

    @Test
    void who_declines_at_the_bank_and_a_code_without_our_proof_bring_nothing() {
        Consent.Opened page = world.begun();
        assertThat(world.back(page, Map.of("state", "state-1", "error", "access_denied", "error_description", "no")))
            .isEqualTo(new Consent.Declined("access_denied: no"));
        assertThat(world.back(page, Map.of("state", "state-1"))).isInstanceOf(Consent.Declined.class);
        Map<String, String> brought = world.bank.authorise(page.page());
        Consent.Opened thiefs = world.begun();
        assertThat(world.back(thiefs, brought)).as("another's pending grant").isInstanceOf(Consent.Declined.class);
    }

    @Test
    void a_renewal_gives_the_consent_before_back() {
        Grant first = world.granted();
        Consent.Opened page = (Consent.Opened) feed.begin(BankWorld.wish(Optional.of(first)), world.world.call());
        assertThat(world.back(page, world.bank.authorise(page.page()))).isInstanceOf(Consent.Granted.class);
        assertThat(world.bank.consents()).isEqualTo(Map.of("consent-1", "CANC", "consent-2", "AUTH"));
    }

    @Test
    void the_term_is_the_banks_to_say_and_an_ended_consent_has_to_be_given_again() {
        Grant grant = world.granted();
        assertThat(feed.term(grant, world.world.call())).isInstanceOfSatisfying(FeedAnswer.Fed.class, fed ->
            assertThat(fed.value()).isEqualTo(new Consent.Term(Optional.of(Instant.parse("2026-05-30T09:30:00Z")))));
        for (String status : List.of("EXPD", "CANC", "RJCT", "AWAU")) {
            world.bank.ends(status);
            assertThat(feed.term(grant, world.world.call())).isInstanceOf(FeedAnswer.ConsentExpired.class);
        }
        assertThat(feed.revoke(grant, world.world.call())).isInstanceOf(FeedAnswer.Fed.class);
        assertThat(world.bank.consents()).containsEntry("consent-1", "CANC");
    }

    @Test
    void trouble_on_the_way_opens_nothing_and_decides_nothing() {
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.htmlPage(502), Trouble.malformed(), Trouble.slowDown(5),
                new Trouble.Silent(), new Trouble.HangsUp())) {
            world.world.server().order("POST", "/token", trouble);
            assertThat(feed.begin(BankWorld.wish(Optional.empty()), world.world.impatient())).as(trouble.toString())
                .isInstanceOf(Consent.NotOpened.class);
            world.world.server().order("POST", ".*/account-access-consents", trouble);
            assertThat(feed.begin(BankWorld.wish(Optional.empty()), world.world.impatient())).as(trouble.toString())
                .isInstanceOf(Consent.NotOpened.class);
        }
        Consent.Opened page = world.begun();
        Map<String, String> brought = world.bank.authorise(page.page());
        world.world.server().order("GET", "/jwks", Trouble.htmlPage(503));
        assertThat(world.back(page, brought)).isInstanceOf(Consent.NotYet.class);
        assertThat(world.back(page, brought)).as("the same return again").isInstanceOf(Consent.Granted.class);
    }

    @Test
    void a_key_that_is_none_opens_nothing_and_is_not_quoted() {
        assertThat(feed.begin(BankWorld.wish(Optional.empty()), world.world.call("signing-key", "c2VjcmV0")))
            .isInstanceOfSatisfying(Consent.NotOpened.class, refused ->
                assertThat(refused.reason()).contains("PKCS #8").doesNotContain("c2VjcmV0"));
    }
}
