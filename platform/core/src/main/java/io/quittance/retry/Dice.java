package io.quittance.retry;

import io.quittance.config.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Random;

/** The one source of chance for waits; thrown alike in every run where {@code quittance.retry.seed} is set to a whole number. */
@ApplicationScoped
public class Dice implements Jitter {

    private Random random;

    protected Dice() {
    }

    @Inject
    public Dice(Configuration configuration) {
        random = configuration.find("quittance.retry.seed").map(Long::valueOf).map(Random::new).orElseGet(Random::new);
    }

    @Override
    public Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }
}
