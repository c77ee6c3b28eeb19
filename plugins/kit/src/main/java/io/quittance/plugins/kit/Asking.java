package io.quittance.plugins.kit;

import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.PaymentEvent;
import java.util.List;
import java.util.function.Function;

/** Turns what goes wrong while a company is asked into a value. */
public final class Asking {

    /** Several requests whose answers make one. */
    @FunctionalInterface
    public interface Question<R> {
        R ask() throws NoAnswer, Unreadable;
    }

    private Asking() {
    }

    /** @param instead the value that says why there is no answer */
    public static <R> R of(Question<R> question, Function<String, R> instead) {
        try {
            return question.ask();
        } catch (NoAnswer silent) {
            return instead.apply(silent.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return instead.apply("the answer cannot be read: " + broken.getMessage());
        }
    }

    /** For what webhooks point at: what a person has to look at is not asked again. */
    public static EventLookup.Result look(Question<List<PaymentEvent>> question) {
        try {
            return new EventLookup.Result.Found(question.ask());
        } catch (NoAnswer silent) {
            return silent.kind() == NoAnswer.Kind.LATER ? new EventLookup.Result.NoAnswer(silent.getMessage())
                : new EventLookup.Result.Unreadable(silent.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new EventLookup.Result.NoAnswer("the answer cannot be read: " + broken.getMessage());
        }
    }
}
