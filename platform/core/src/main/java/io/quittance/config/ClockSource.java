package io.quittance.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that reads the machine's clock; everything else is given a {@link Clock}. */
@ApplicationScoped
public class ClockSource {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
