package io.quittance.plugins.stripe;

import com.fasterxml.jackson.jr.ob.JSON;
import io.quittance.spi.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object from Stripe, read field by field, each of the type we expect or not at all. */
record Reading(Map<?, ?> fields) {

    /** Later than any real time, and far from overflow. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    private static final JSON PARSER =
        JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS).with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Reading of(String text) throws Unreadable {
        try {
            if (PARSER.anyFrom(text) instanceof Map<?, ?> object) {
                return new Reading(object);
            }
        } catch (IOException malformed) {
            throw new Unreadable("it is no JSON");
        }
        throw new Unreadable("it is no JSON object");
    }

    String text(String field) throws Unreadable {
        return find(field).orElseThrow(() -> new Unreadable("field " + field + " is missing or no text"));
    }

    /** A text that may be missing, null or empty. */
    Optional<String> find(String field) {
        return fields.get(field) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    long number(String field) throws Unreadable {
        return switch (fields.get(field)) {
            case Integer small -> small;
            case Long large -> large;
            case null, default -> throw new Unreadable("field " + field + " is missing or no whole number");
        };
    }

    boolean isTrue(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** A decimal that may be missing or null. */
    Optional<BigDecimal> decimal(String field) {
        return switch (fields.get(field)) {
            case BigDecimal decimal -> Optional.of(decimal);
            case Integer small -> Optional.of(BigDecimal.valueOf(small));
            case Long large -> Optional.of(BigDecimal.valueOf(large));
            case null, default -> Optional.empty();
        };
    }

    /** Seconds since 1970 in UTC, as Stripe writes times. */
    Instant time(String field) throws Unreadable {
        long seconds = number(field);
        if (seconds < 0 || seconds > SECONDS_MAX) {
            throw new Unreadable("field " + field + " is no time");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** An amount in Stripe's units, in the object's own currency. */
    Money money(String field) throws Unreadable {
        return StripeMoney.read(number(field), text("currency"));
    }

    Reading object(String field) throws Unreadable {
        return findObject(field).orElseThrow(() -> new Unreadable("field " + field + " is missing or no object"));
    }

    /** An object that may be missing, null, or only named by its id. */
    Optional<Reading> findObject(String field) {
        return fields.get(field) instanceof Map<?, ?> object ? Optional.of(new Reading(object)) : Optional.empty();
    }

    /** The id of something that Stripe names or, when asked to expand it, writes out. */
    Optional<String> id(String field) {
        return find(field).or(() -> findObject(field).flatMap(object -> object.find("id")));
    }

    List<Reading> list(String field) throws Unreadable {
        if (!(fields.get(field) instanceof List<?> list)) {
            throw new Unreadable("field " + field + " is missing or no list");
        }
        List<Reading> read = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> object)) {
                throw new Unreadable("field " + field + " lists something that is no object");
            }
            read.add(new Reading(object));
        }
        return read;
    }

    /** Metadata that we or somebody else put there. */
    Optional<String> metadata(String key) {
        return findObject("metadata").flatMap(metadata -> metadata.find(key));
    }
}
