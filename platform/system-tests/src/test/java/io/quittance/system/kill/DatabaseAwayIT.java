package io.quittance.system.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.books.Finding;
import io.quittance.system.api.Answer;
import io.quittance.system.api.Business;
import io.quittance.system.api.Http;
import io.quittance.system.api.SandboxSignature;
import io.quittance.system.stack.SharedStack;
import io.quittance.system.stack.Wait;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database is away for a while and comes back; the application is not touched. */
@Order(85)
class DatabaseAwayIT {

    private static final String SECRET = "away-secret";
    private static final int SECONDS = Integer.getInteger("quittance.proof.away.seconds", 5);
    private static final int UNAVAILABLE = 503;

    private final Business business = Business.named("away");
    private final String hook = SharedStack.get().baseUrl() + business.enableSandbox(SECRET);

    @Test
    void refusals_are_clear_while_it_is_away_and_everything_goes_on_by_itself_when_it_is_back() throws Exception {
        String customer = business.customer("Away GmbH", "away@customer.example");
        business.issuedInvoice(customer, "100.00");
        Map<String, Long> acknowledged = new HashMap<>();
        assertThat(deliver("before", acknowledged)).isEqualTo(200);
        Map<String, String> headers = business.headers();

        SharedStack.get().database().kill();
        Answer read = Http.trySend("GET", Business.api("/invoices"), headers, "");
        Answer written = Http.trySend("POST", Business.api("/customers"), headers, Http.write(Map.of("name", "Nobody GmbH")));
        int hooked = deliver("meanwhile", acknowledged);
        TimeUnit.SECONDS.sleep(SECONDS);
        SharedStack.get().database().start();

        for (Answer refused : List.of(read, written)) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(UNAVAILABLE);
            assertThat(refused.at("/type")).isEqualTo("urn:quittance:problem:unavailable");
            assertThat(refused.at("/detail")).isNotBlank();
        }
        assertThat(hooked).isEqualTo(UNAVAILABLE);
        Wait.until("the application answers again", () -> Optional.of(Http.get(Business.api("/invoices"), headers).status())
                .filter(status -> status == 200));
        Http.send("POST", Business.api("/customers"), headers, Http.write(Map.of("name", "Nobody GmbH"))).expect(201);
        assertThat(deliver("meanwhile", acknowledged)).isEqualTo(200);
        Wait.until("the inbox is worked off", () -> Optional.of(Books.waiting()).filter(waiting -> waiting == 0));
        List<Finding> findings = Books.against(Business.GATEWAY, acknowledged).findings();
        assertThat(findings).noneMatch(finding -> KillLoopIT.isOf(business.slug(), finding));
    }

    private int deliver(String name, Map<String, Long> acknowledged) throws IOException {
        String id = "away-" + name;
        String body = SandboxSignature.captured("evt-" + id, id, 1_00, "away");
        int status = Http.trySend("POST", hook, SandboxSignature.header(SECRET, body), body).status();
        if (status == 200) {
            acknowledged.put(id, 1_00L);
        }
        return status;
    }
}
