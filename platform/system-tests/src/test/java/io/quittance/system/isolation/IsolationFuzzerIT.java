package io.quittance.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.system.api.Answer;
import io.quittance.system.api.Business;
import io.quittance.system.api.Http;
import io.quittance.system.stack.SharedStack;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the OpenAPI document first answers with its own credentials, and is then replayed with another
 * business's token, without one, with a foreign tenant's name in the header and under a foreign host.
 */
@Order(40)
class IsolationFuzzerIT {

    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 409, 422);

    private final Map<String, Function<World, Probe>> probes = new Probes("/api/v1").all();

    @Test
    void every_operation_has_a_probe_and_every_probe_an_operation() {
        Set<String> probed = new TreeSet<>(probes.keySet());
        probed.addAll(Probes.open());

        assertThat(new TreeSet<>(operations())).isEqualTo(probed);
    }

    @Test
    void no_answer_holds_a_byte_of_another_business() {
        World alpha = new World("alpha");
        World beta = new World("beta");
        SoftAssertions faults = new SoftAssertions();
        probes.forEach((operation, probe) -> {
            own(faults, operation, probe.apply(alpha), alpha);
            own(faults, operation, probe.apply(beta), beta);
            foreign(faults, operation, probe.apply(alpha), beta, alpha);
            foreign(faults, operation, probe.apply(beta), alpha, beta);
        });
        faults.assertAll();
    }

    private static void own(SoftAssertions faults, String operation, Probe probe, World owner) {
        Answer answer = probe.send(owner.business().headers());
        faults.assertThat(probe.isOwnersAnswer(answer)).as("%s with its own credentials: %s %s", operation, answer.status(),
                answer.text()).isTrue();
    }

    private static void foreign(SoftAssertions faults, String operation, Probe probe, World caller, World owner) {
        Map<String, String> callers = caller.business().headers();
        judge(faults, operation + " with a foreign token", probe, probe.send(callers), owner);
        judge(faults, operation + " under a foreign host", probe, probe.send(with(callers, "X-Forwarded-Host", owner.business().slug()
                + ".example")), owner);
        Answer claimed = probe.send(with(callers, "X-Quittance-Tenant", owner.business().slug()));
        faults.assertThat(claimed.status()).as("%s with a foreign tenant's name", operation).isEqualTo(403);
        faults.assertThat(claimed.text()).as("%s with a foreign tenant's name", operation).doesNotContain(owner.marker());
        Answer bare = probe.send(Map.of());
        faults.assertThat(bare.status()).as("%s without a token", operation).isEqualTo(401);
        faults.assertThat(bare.text()).as("%s without a token", operation).doesNotContain(owner.marker());
    }

    private static void judge(SoftAssertions faults, String what, Probe probe, Answer answer, World owner) {
        boolean echo = probe.body().contains(owner.marker());
        if (probe.namesOwner()) {
            faults.assertThat(answer.status()).as("%s: %s", what, answer.text()).isIn(REFUSALS);
        }
        if (!echo) {
            faults.assertThat(answer.text()).as(what).doesNotContain(owner.marker());
        }
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static Set<String> operations() {
        Answer document = Http.get(SharedStack.get().baseUrl() + "/openapi", Map.of("Accept", "application/json")).expect(200);
        Set<String> found = new TreeSet<>();
        for (JsonNode path : document.json().path("paths")) {
            path.forEach(operation -> {
                if (operation.has("operationId")) {
                    found.add(operation.path("operationId").asText());
                }
            });
        }
        assertThat(found).as("operations of %s", Business.api("")).isNotEmpty();
        return found;
    }
}
