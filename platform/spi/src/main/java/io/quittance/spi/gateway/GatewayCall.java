package io.quittance.spi.gateway;

import io.quittance.spi.settings.Settings;
import java.time.Clock;
import java.util.Objects;

/**
 * What a plugin may use while it serves one call: valid until the call returns, for one tenant only.
 *
 * @param settings the tenant's values, opened
 * @param http     the only way out: bounded, without redirects, and only to the hosts that the manifest names
 * @param clock    the time; never ask the system's
 */
public record GatewayCall(Settings settings, PlatformHttp http, Clock clock) {

    public GatewayCall {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(clock, "clock");
    }
}
