package io.quittance.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings of this deployment. A name such as {@code quittance.db.url} is looked up as a system property first and then
 * as the environment variable {@code QUITTANCE_DB_URL}.
 */
@ApplicationScoped
public class Configuration {

    public Optional<String> find(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(environmentName(name))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** @throws MissingSetting when neither the property nor the environment variable is set */
    public String required(String name) {
        return find(name).orElseThrow(() -> new MissingSetting(name, environmentName(name)));
    }

    /** {@code quittance.base.url}: where people reach the product, without a slash at its end. @throws MissingSetting when it is not set */
    public String baseUrl() {
        String url = required("quittance.base.url");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    public String orDefault(String name, String fallback) {
        return find(name).orElse(fallback);
    }

    public int number(String name, int fallback) {
        return find(name).map(value -> parse(name, value)).orElse(fallback);
    }

    private static int parse(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalStateException("setting " + name + " must be a whole number but is '" + value + "'", notANumber);
        }
    }

    private static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
