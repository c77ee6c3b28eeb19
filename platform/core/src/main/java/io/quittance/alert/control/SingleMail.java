package io.quittance.alert.control;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells one alert. */
@ApplicationScoped
public class SingleMail extends AlertMail {

    @Override
    public String kind() {
        return AlertKeeper.SINGLE;
    }
}
