package io.quittance.system.kill;

import io.quittance.system.api.Answer;
import io.quittance.system.api.Business;
import io.quittance.system.api.Http;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks with one key until a server that is up answers. */
final class StubbornClient {

    private static final Logger LOG = LoggerFactory.getLogger(StubbornClient.class);
    private static final long PAUSE_MILLIS = 100;
    private static final int SERVER_ERRORS = 500;

    private final Business business;

    StubbornClient(Business business) {
        this.business = business;
    }

    Answer post(String path, Object body) {
        String key = UUID.randomUUID().toString();
        while (true) {
            try {
                Answer answer = Http.trySend("POST", Business.api(path),
                        Map.of("Authorization", "Bearer " + business.token(), "Idempotency-Key", key), Http.write(body));
                if (answer.json() != null && answer.status() < SERVER_ERRORS) {
                    return answer; // a page in place of JSON comes from a server whose application is not there yet
                }
            } catch (IOException | IllegalStateException | AssertionError away) {
                LOG.debug("asked again soon: the application was killed, or Keycloak gives no token while its database is", away);
            }
            pause();
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
