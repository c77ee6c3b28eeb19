package io.quittance.spi.settings;

import java.util.Objects;

/**
 * One wrong value in a filled-in form.
 *
 * @param field  key of the field
 * @param value  what was given; always empty for secrets
 * @param remedy what to do about it
 */
public record SettingsFault(String field, String value, Wording remedy) {

    public SettingsFault {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(remedy, "remedy");
    }
}
