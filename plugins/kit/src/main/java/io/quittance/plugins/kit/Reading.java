package io.quittance.plugins.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A JSON object from a company, read field by field, each of the type we expect or not at all. */
public record Reading(Map<?, ?> fields) {

    /** Says nothing: an answer without a body. */
    public static final Reading NOTHING = new Reading(Map.of());

    private static final JSON PARSER =
        JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS).with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** ISO 8601 with any way to write the zone: {@code Z}, {@code +01:00}, {@code +0100}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd().optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
        .toFormatter(Locale.ROOT);

    /** @throws Unreadable when the text is no JSON object */
    public static Reading of(String text) throws Unreadable {
        try {
            if (PARSER.anyFrom(text) instanceof Map<?, ?> object) {
                return new Reading(object);
            }
        } catch (IOException malformed) {
            throw new Unreadable("it is no JSON");
        }
        throw new Unreadable("it is no JSON object");
    }

    /** A text that must be there. */
    public String text(String field) throws Unreadable {
        return find(field).orElseThrow(() -> new Unreadable("field " + field + " is missing or no text"));
    }

    /** A text that may be missing, null or empty. */
    public Optional<String> find(String field) {
        return fields.get(field) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** A company's name for something, of 1 to 128 visible ASCII characters. */
    public GatewayPaymentId id(String field) throws Unreadable {
        try {
            return new GatewayPaymentId(text(field));
        } catch (IllegalArgumentException odd) {
            throw new Unreadable("field " + field + ": " + odd.getMessage());
        }
    }

    /** Our own key, where a company keeps it for us; empty when there is none, or somebody else's. */
    public Optional<IdempotencyKey> key(String field) {
        return find(field).filter(key -> key.matches("[A-Za-z0-9_-]{1,64}")).map(IdempotencyKey::new);
    }

    public long number(String field) throws Unreadable {
        return switch (fields.get(field)) {
            case Integer small -> small;
            case Long large -> large;
            case null, default -> throw new Unreadable("field " + field + " is missing or no whole number");
        };
    }

    /** A number with decimals, as it was written. */
    public BigDecimal precise(String field) throws Unreadable {
        return findPrecise(field).orElseThrow(() -> new Unreadable("field " + field + " is missing or no number"));
    }

    /** A number that may be missing or null. */
    public Optional<BigDecimal> findPrecise(String field) {
        return switch (fields.get(field)) {
            case BigDecimal exact -> Optional.of(exact);
            case Integer small -> Optional.of(BigDecimal.valueOf(small));
            case Long large -> Optional.of(BigDecimal.valueOf(large));
            case null, default -> Optional.empty();
        };
    }

    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** A time that must be there. */
    public Instant time(String field) throws Unreadable {
        try {
            return OffsetDateTime.parse(text(field), TIME).toInstant();
        } catch (DateTimeException malformed) {
            throw new Unreadable("field " + field + " is no time");
        }
    }

    /** A time that may be missing. */
    public Optional<Instant> findTime(String field) throws Unreadable {
        return find(field).isPresent() ? Optional.of(time(field)) : Optional.empty();
    }

    public Reading object(String field) throws Unreadable {
        return findObject(field).orElseThrow(() -> new Unreadable("field " + field + " is missing or no object"));
    }

    /** An object that may be missing or null. */
    public Optional<Reading> findObject(String field) {
        return fields.get(field) instanceof Map<?, ?> object ? Optional.of(new Reading(object)) : Optional.empty();
    }

    /** An object that may be missing, at the end of a path of such. */
    public Optional<Reading> at(String... path) {
        Optional<Reading> found = Optional.of(this);
        for (String part : path) {
            found = found.flatMap(object -> object.findObject(part));
        }
        return found;
    }

    public List<Reading> list(String field) throws Unreadable {
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

    /** A list that may be missing. */
    public List<Reading> findList(String field) throws Unreadable {
        return fields.get(field) == null ? List.of() : list(field);
    }

    /** The object's decimal text as an amount, exactly. @param currency name of the field with the currency's code */
    public Money money(String value, String currency) throws Unreadable {
        return money(text(value), currency(text(currency)));
    }

    /** A decimal text as an amount, exactly. */
    public static Money money(String text, Currency currency) throws Unreadable {
        try {
            return Money.of(decimal(text), currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new Unreadable("an amount of " + text + " is too fine or too large for " + currency);
        }
    }

    /** A number as companies write amounts. */
    public static BigDecimal decimal(String text) throws Unreadable {
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
            throw new Unreadable("'" + (text.length() > 40 ? text.substring(0, 40) : text) + "' is no amount");
        }
        return new BigDecimal(text);
    }

    /** A currency by its code in any case. */
    public static Currency currency(String code) throws Unreadable {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable("currency " + code + " is unknown");
        }
    }
}
