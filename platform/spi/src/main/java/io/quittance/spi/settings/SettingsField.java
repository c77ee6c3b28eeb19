package io.quittance.spi.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** One thing a plugin asks of a tenant. Keys are lower-case words joined by hyphens and unique within a form. */
public sealed interface SettingsField {

    /** The longest value any field takes. */
    int LENGTH_MAX = 4_000;

    /** Name of the field in {@link Settings}. */
    String key();

    Wording label();

    Wording help();

    boolean required();

    /** A line of plain text. @param pattern regular expression the whole value must match; empty means any text */
    record Text(String key, Wording label, Wording help, boolean required, Optional<Pattern> pattern) implements SettingsField {
        public Text {
            checkParts(key, label, help);
            Objects.requireNonNull(pattern, "pattern");
        }
    }

    /** Something nobody may read back: kept encrypted, never shown again, never logged. */
    record Secret(String key, Wording label, Wording help, boolean required) implements SettingsField {
        public Secret {
            checkParts(key, label, help);
        }
    }

    /** One of several values. */
    record Choice(String key, Wording label, Wording help, boolean required, List<Option> options) implements SettingsField {
        public Choice {
            checkParts(key, label, help);
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("choice " + key + " offers nothing to choose");
            }
        }
    }

    /** What a {@link Choice} offers. */
    record Option(String value, Wording label) {
        public Option {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(label, "label");
        }
    }

    /** A whole number between two bounds, both allowed. */
    record Number(String key, Wording label, Wording help, boolean required, long min, long max) implements SettingsField {
        public Number {
            checkParts(key, label, help);
            if (min > max) {
                throw new IllegalArgumentException("number " + key + " has its bounds crossed: " + min + " > " + max);
            }
        }
    }

    /** On or off; absent means off. */
    record Switch(String key, Wording label, Wording help) implements SettingsField {
        public Switch {
            checkParts(key, label, help);
        }

        @Override
        public boolean required() {
            return false;
        }
    }

    private static void checkParts(String key, Wording label, Wording help) {
        if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a settings key is lower-case words joined by hyphens, not '" + key + "'");
        }
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(help, "help");
    }
}
