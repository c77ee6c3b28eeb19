package io.quittance.web.rest;

import io.quittance.Currencies;
import io.quittance.Page;
import io.quittance.web.problem.InputFault;
import io.quittance.web.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads parameters of one request, collecting every fault; {@link #check} then refuses them together. */
public final class Parameters {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST_LIMIT = 200;
    private static final int MOST_OFFSET = 1_000_000;
    private static final String ASCENDING = "asc";
    private static final String DESCENDING = "desc";

    private final List<InputFault> faults = new ArrayList<>();

    /** An id in a path: what is none is as unknown as any other. */
    public static long id(String text) {
        if (!text.matches("[1-9][0-9]{0,18}")) {
            throw Refusal.notFound();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyond) {
            throw Refusal.notFound();
        }
    }

    public Optional<LocalDate> date(String name, String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return fault(name, text, "parameter.date");
        }
    }

    public Optional<Instant> instant(String name, String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return fault(name, text, "parameter.instant");
        }
    }

    public Optional<Currency> currency(String name, String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        Optional<Currency> known = Currencies.find(text);
        return known.isPresent() ? known : fault(name, text, "parameter.currency");
    }

    public <E extends Enum<E>> Optional<E> oneOf(String name, String text, Class<E> type) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(text)).findFirst();
        return found.isPresent() ? found : fault(name, text, "parameter.choice", names(type));
    }

    public <E extends Enum<E>> Set<E> anyOf(String name, List<String> texts, Class<E> type) {
        return texts.stream().filter(text -> !isAbsent(text))
                .map(text -> oneOf(name, text, type)).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** A whole number; the fallback when it is absent or at fault. */
    public int whole(String name, String text, int least, int most, int fallback) {
        if (isAbsent(text)) {
            return fallback;
        }
        boolean fits = text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        if (!fits) {
            fault(name, text, "parameter.whole", least, most);
        }
        return fits ? Integer.parseInt(text) : fallback;
    }

    /** An id in a query; what cannot be one is a fault, what is unknown finds nothing. */
    public Optional<Long> reference(String name, String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(text)) : fault(name, text, "parameter.id");
    }

    public <S extends Enum<S>> Page.Request<S> page(Paging paging, Class<S> sorts, S fallback) {
        S sort = oneOf("sort", paging.sort, sorts).orElse(fallback);
        boolean ascending = ASCENDING.equals(paging.order);
        if (!isAbsent(paging.order) && !ascending && !DESCENDING.equals(paging.order)) {
            fault("order", paging.order, "parameter.choice", ASCENDING + ", " + DESCENDING);
        }
        return new Page.Request<>(offset(paging), limit(paging), sort, ascending);
    }

    public int offset(Paging paging) {
        return whole("offset", paging.offset, 0, MOST_OFFSET, 0);
    }

    public int limit(Paging paging) {
        return whole("limit", paging.limit, 1, MOST_LIMIT, DEFAULT_LIMIT);
    }

    public void requireOrdered(String name, Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            fault(name, from.get().toString(), "parameter.period");
        }
    }

    /** @throws Refusal naming every fault found */
    public void check() {
        if (!faults.isEmpty()) {
            throw Refusal.ofInput(faults);
        }
    }

    public <T> Optional<T> fault(String name, String text, String key, Object... arguments) {
        faults.add(InputFault.of(name, text, key, arguments));
        return Optional.empty();
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isEmpty();
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
