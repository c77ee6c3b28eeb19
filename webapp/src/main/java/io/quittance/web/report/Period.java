package io.quittance.web.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Civil days from one to another, both included, as a download's address names them. */
record Period(LocalDate from, LocalDate to) {

    /** Empty when they are absent or no days. */
    static Optional<Period> of(HttpServletRequest request) {
        return day(request, "from").flatMap(from -> day(request, "to").map(to -> new Period(from, to)));
    }

    private static Optional<LocalDate> day(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
