package io.quittance.plugins.kit;

import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.gateway.PlatformHttp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Sends requests that only read, and says why there is no answer. */
public final class FeedApi {

    /** How long to leave alone whoever says no time. */
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final String company;
    private final PlatformHttp http;
    private final Clock clock;
    private final Refusals refusals;

    /** Understands a company's refusals. */
    @FunctionalInterface
    public interface Refusals {
        FeedStop read(int status, Reading body);
    }

    /** Several requests whose answers make one. */
    @FunctionalInterface
    public interface Question<R> {
        R ask() throws FeedStop, Unreadable;
    }

    /** What has to be remembered once the question is answered. */
    @FunctionalInterface
    public interface Remembered {
        Grant grant();
    }

    /** @param company as people call it */
    public FeedApi(String company, PlatformHttp http, Clock clock, Refusals refusals) {
        this.company = company;
        this.http = http;
        this.clock = clock;
        this.refusals = refusals;
    }

    /** As a value, whatever happens. @param remembered asked after the question */
    public static <R> FeedAnswer<R> answer(Question<R> question, Remembered remembered) {
        try {
            R value = question.ask();
            return new FeedAnswer.Fed<>(value, remembered.grant());
        } catch (FeedStop stop) {
            return stop.answer(Optional.of(remembered.grant()));
        } catch (Unreadable | IllegalArgumentException | DateTimeException broken) {
            return new FeedAnswer.NoAnswer<>("the answer cannot be read: " + broken.getMessage(), Optional.of(remembered.grant()));
        }
    }

    /** Sends once. */
    public Reading send(HttpCall request) throws FeedStop {
        return switch (http.send(request)) {
            case HttpReply.NotConnected away -> throw FeedStop.later(away.reason());
            case HttpReply.NoAnswer silent -> throw FeedStop.later(silent.reason());
            case HttpReply.Answered answered -> understand(answered);
        };
    }

    private Reading understand(HttpReply.Answered answered) throws FeedStop {
        int status = answered.status();
        if (status == 429) {
            throw FeedStop.tooOften(pause(answered));
        }
        if (status == 204) {
            return Reading.NOTHING;
        }
        try {
            Reading body = Reading.of(answered.text());
            if (answered.isSuccess()) {
                return body;
            }
            throw status >= 400 && status < 500 ? refusals.read(status, body)
                : FeedStop.later(company + " answered with status " + status);
        } catch (Unreadable page) {
            throw status == 401 ? FeedStop.consent(company + " does not take the token any more")
                : FeedStop.later(company + "'s answer with status " + status + " cannot be read: " + page.getMessage());
        }
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, 10.2.3</a> */
    private Duration pause(HttpReply.Answered answered) {
        String said = answered.header("retry-after").orElse("");
        if (said.matches("\\d{1,6}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Instant until = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)).toInstant();
            return bounded(Duration.between(clock.instant(), until));
        } catch (DateTimeException notATime) {
            return PAUSE;
        }
    }

    private static Duration bounded(Duration said) {
        return said.isNegative() ? Duration.ZERO : said.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : said;
    }
}
