package io.quittance.spi.settings;

import java.util.Map;
import java.util.Optional;

/**
 * A tenant's values for one installation, opened for the time of a call.
 *
 * <p>Never prints a value: secrets lie among them.
 */
public final class Settings {

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** @param values by field key; they have passed {@link SettingsForm#check} */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * A value that the form requires.
     *
     * @throws IllegalStateException when it is missing, which the form's check should have prevented
     */
    public String text(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("setting " + key + " is missing"));
    }

    /** A value that may be left empty. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /** @throws IllegalStateException when it is missing or no number, which the form's check should have prevented */
    public long number(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException notANumber) {
            throw new IllegalStateException("setting " + key + " is no whole number", notANumber);
        }
    }

    public boolean isOn(String key) {
        return find(key).map(Boolean::parseBoolean).orElse(false);
    }

    /** Every value by field key, secrets included: for the platform's own keeping, not for showing. */
    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
