package io.quittance.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.identity.Membership;
import io.quittance.identity.SignIn;
import io.quittance.identity.SignInOutcome;
import io.quittance.identity.Tokens;
import io.quittance.identity.VerifiedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionKeeperTest {

    private static final Membership MEMBER = Fixtures.membership(Fixtures.ALPHA, "accountant");

    private final AtomicInteger asked = new AtomicInteger();
    private final SignedInSession session = new SignedInSession(Fixtures.tokens("first", MEMBER));

    @Test
    void a_fresh_token_is_left_alone() {
        assertThat(keeper(Fixtures.NOW, away()).check(session)).isEqualTo(SessionKeeper.Standing.GOOD);
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_token_near_its_end_is_renewed() {
        assertThat(keeper(Fixtures.NOW.plusSeconds(280), renewed()).check(session)).isEqualTo(SessionKeeper.Standing.GOOD);
        assertThat(session.tokens().refresh()).isEqualTo("second");
    }

    @Test
    void of_many_requests_at_once_one_renews_and_all_go_on() throws InterruptedException, ExecutionException {
        SessionKeeper keeper = keeper(Fixtures.NOW.plusSeconds(290), renewed());
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<SessionKeeper.Standing>> standings = IntStream.range(0, 16).mapToObj(number -> threads.submit(() -> {
                start.await();
                return keeper.check(session);
            })).toList();
            start.countDown();
            for (Future<SessionKeeper.Standing> standing : standings) {
                assertThat(standing.get()).isEqualTo(SessionKeeper.Standing.GOOD);
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void without_keycloak_a_session_goes_on_for_the_grace_and_no_longer() {
        Instant end = session.tokens().verified().expiresAt();
        assertThat(keeper(end.plus(Duration.ofMinutes(29)), away()).check(session)).isEqualTo(SessionKeeper.Standing.GOOD);
        assertThat(keeper(end.plus(Duration.ofMinutes(31)), away()).check(session)).isEqualTo(SessionKeeper.Standing.UNCERTAIN);
    }

    @Test
    void a_keycloak_that_is_away_is_not_asked_by_every_request() {
        SessionKeeper keeper = keeper(Fixtures.NOW.plusSeconds(310), away());
        keeper.check(session);
        keeper.check(session);
        keeper.check(session);
        assertThat(asked).hasValue(1);
    }

    @Test
    void once_keycloak_is_back_the_session_is_renewed() {
        keeper(Fixtures.NOW.plusSeconds(310), away()).check(session);
        assertThat(keeper(Fixtures.NOW.plusSeconds(330), renewed()).check(session)).isEqualTo(SessionKeeper.Standing.GOOD);
        assertThat(session.tokens().refresh()).isEqualTo("second");
    }

    @Test
    void a_session_that_keycloak_ended_is_over() {
        SessionKeeper keeper = keeper(Fixtures.NOW.plusSeconds(310), tokens -> new SignInOutcome.Refused("invalid_grant"));
        assertThat(keeper.check(session)).isEqualTo(SessionKeeper.Standing.ENDED);
    }

    @Test
    void tokens_of_somebody_else_end_the_session() {
        VerifiedToken other = new VerifiedToken("bert", "Bert", "", "quittance-app", Fixtures.NOW.plusSeconds(900), List.of(MEMBER));
        SessionKeeper keeper = keeper(Fixtures.NOW.plusSeconds(310), tokens -> new SignInOutcome.SignedIn(new Tokens("a", "r", "i",
                other)));
        assertThat(keeper.check(session)).isEqualTo(SessionKeeper.Standing.ENDED);
    }

    @Test
    void renewing_on_demand_asks_even_for_a_fresh_token() {
        keeper(Fixtures.NOW, renewed()).checkNow(session);
        assertThat(session.tokens().refresh()).isEqualTo("second");
    }

    @Test
    void a_membership_that_was_taken_away_is_no_longer_worked_in() {
        keeper(Fixtures.NOW.plusSeconds(310), tokens -> new SignInOutcome.SignedIn(Fixtures.tokens("second"))).check(session);
        assertThat(session.active()).isEmpty();
    }

    private static SignInOutcome unavailable(Tokens tokens) {
        return new SignInOutcome.Unavailable("connection refused");
    }

    private static Function<Tokens, SignInOutcome> away() {
        return SessionKeeperTest::unavailable;
    }

    private static Function<Tokens, SignInOutcome> renewed() {
        return tokens -> {
            VerifiedToken next = new VerifiedToken("anna", "Anna Ader", "", "quittance-app", Fixtures.NOW.plusSeconds(900),
                    List.of(MEMBER));
            return new SignInOutcome.SignedIn(new Tokens("access", "second", "id", next));
        };
    }

    private SessionKeeper keeper(Instant now, Function<Tokens, SignInOutcome> keycloak) {
        SessionKeeper keeper = new SessionKeeper();
        keeper.settings = Fixtures.settings();
        keeper.clock = Clock.fixed(now, ZoneOffset.UTC);
        keeper.signIn = new SignIn() {

            @Override
            public SignInOutcome refresh(Tokens tokens) {
                asked.incrementAndGet();
                return keycloak.apply(tokens);
            }
        };
        return keeper;
    }
}
