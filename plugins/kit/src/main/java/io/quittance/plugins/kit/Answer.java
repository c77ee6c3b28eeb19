package io.quittance.plugins.kit;

import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.SettingsCheck.Verdict;

/** What came of a request. */
public sealed interface Answer {

    /** Carried out. */
    record Said(Reading json) implements Answer {
    }

    /** The company understood and refused; nothing has happened. @param gone whether it knows nothing by the name asked for */
    record No(String code, String reason, boolean gone) implements Answer {
        public No(String code, String reason) {
            this(code, reason, false);
        }
    }

    /** Not carried out: not reached, or told to come again later. */
    record NotDone(String reason) implements Answer {
    }

    /** What was asked may have been done. */
    record Unclear(String reason) implements Answer {
    }

    /** Makes sense of what a company says. */
    @FunctionalInterface
    interface Reader<R> {
        R read(Reading json) throws Unreadable;
    }

    /** What it says. @throws NoAnswer with the reason when it says nothing */
    default Reading said() throws NoAnswer {
        return switch (this) {
            case Said said -> said.json();
            case No no -> throw new NoAnswer(no.reason(), no.gone() ? NoAnswer.Kind.GONE : NoAnswer.Kind.LATER);
            case NotDone away -> throw new NoAnswer(away.reason(), NoAnswer.Kind.LATER);
            case Unclear unclear -> throw new NoAnswer(unclear.reason(), NoAnswer.Kind.LATER);
        };
    }

    /** As the outcome of an order that moves money. What cannot be read leaves it in doubt. */
    default GatewayOutcome outcome(Reader<GatewayOutcome> reader) {
        return switch (this) {
            case Said said -> {
                try {
                    yield reader.read(said.json());
                } catch (Unreadable | IllegalArgumentException broken) {
                    yield new InDoubt("the answer cannot be read: " + broken.getMessage());
                }
            }
            case No no -> new Declined(no.code(), no.reason());
            case NotDone away -> new NotSent(away.reason());
            case Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    /** As the outcome of opening a page. What cannot be read leaves it in doubt. */
    default CheckoutOutcome page(Reader<CheckoutOutcome> reader) {
        return switch (this) {
            case Said said -> {
                try {
                    yield reader.read(said.json());
                } catch (Unreadable | IllegalArgumentException broken) {
                    yield new InDoubt("the answer cannot be read: " + broken.getMessage());
                }
            }
            case No no -> new Declined(no.code(), no.reason());
            case NotDone away -> new NotSent(away.reason());
            case Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    /** As an answer to whether settings work. */
    default Verdict verdict(Reader<Verdict> reader) {
        return switch (this) {
            case Said said -> {
                try {
                    yield reader.read(said.json());
                } catch (Unreadable broken) {
                    yield new Verdict.Unreachable("the answer cannot be read: " + broken.getMessage());
                }
            }
            case No no -> new Verdict.Refused(no.reason());
            case NotDone away -> new Verdict.Unreachable(away.reason());
            case Unclear unclear -> new Verdict.Unreachable(unclear.reason());
        };
    }
}
