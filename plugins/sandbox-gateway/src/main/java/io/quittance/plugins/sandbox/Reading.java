package io.quittance.plugins.sandbox;

import com.fasterxml.jackson.jr.ob.JSON;
import io.quittance.spi.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JSON object from outside, read field by field, each of the type we expect or not at all. */
record Reading(Map<?, ?> fields) {

    static Reading of(String text) throws Unreadable {
        try {
            if (JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS).anyFrom(text) instanceof Map<?, ?> object) {
                return new Reading(object);
            }
        } catch (IOException malformed) {
            throw new Unreadable("it is no JSON");
        }
        throw new Unreadable("it is no JSON object");
    }

    String text(String field) throws Unreadable {
        if (fields.get(field) instanceof String text) {
            return text;
        }
        throw new Unreadable("field " + field + " is missing or no text");
    }

    long number(String field) throws Unreadable {
        return switch (fields.get(field)) {
            case Integer small -> small;
            case Long large -> large;
            case null, default -> throw new Unreadable("field " + field + " is missing or no whole number");
        };
    }

    Instant time(String field) throws Unreadable {
        return Instant.ofEpochMilli(number(field));
    }

    /** An amount in minor units in the object's own currency. */
    Money money(String field) throws Unreadable {
        try {
            return Money.ofMinor(number(field), text("currency"));
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable("currency " + text("currency") + " is unknown");
        }
    }

    Reading object(String field) throws Unreadable {
        if (fields.get(field) instanceof Map<?, ?> object) {
            return new Reading(object);
        }
        throw new Unreadable("field " + field + " is missing or no object");
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

    List<String> texts(String field) throws Unreadable {
        if (fields.get(field) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new Unreadable("field " + field + " is missing or no list of texts");
    }
}
