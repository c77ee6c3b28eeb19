package io.quittance.simulation;

import java.util.List;
import java.util.Map;

/**
 * Something that happens to a business, in plain figures, so that it can be played again without what came before it. Amounts are
 * in minor units. What does not fit the books any more is refused.
 */
sealed interface Step {

    /** The clock shows another instant, most often a later one. */
    record Clock(long epochSecond) implements Step {
    }

    /** A line to be invoiced. @param tax percent; 0 for exempt */
    record Line(String quantity, String price, String discount, String tax) {
    }

    /** An invoice is issued today, and due so many days later. */
    record Issue(int invoice, int customer, String currency, int terms, List<Line> lines) implements Step {
    }

    /** A fresh invoice offers a discount for paying early. @param tax whether tax is corrected with it */
    record Offer(int invoice, String percent, int days, boolean tax) implements Step {
    }

    /** Money that came in up to so many days ago is taken for early. */
    record Extend(int invoice, int daysAgo) implements Step {
    }

    /** What the law grants for being late is claimed by now. */
    record Accrue(int invoice) implements Step {
    }

    /** Interest or a fixed sum is waived. */
    record Waive(int id, int invoice, long amount) implements Step {
    }

    /** What is open is laid out in instalments from tomorrow on. @param down 0 for none */
    record LayOut(int invoice, long down, int count, int months) implements Step {
    }

    /** What is open of a plan is owed by the original terms again. */
    record EndPlan(int invoice) implements Step {
    }

    /** Another plan takes the place of the one that is there. */
    record Replan(int invoice, long down, int count, int months) implements Step {
    }

    /** A dispute or promise holds an invoice back from the rules, or does so no longer. */
    record Hold(int invoice, boolean on) implements Step {
    }

    /** What a gateway can report of a payment. */
    enum What { FAILED, AUTHORISED, CAPTURED, REFUNDED, DISPUTED, WON, LOST }

    /** One event. @param name the refund's or the dispute's @param epochSecond when it happened */
    record News(What what, long sequence, long epochSecond, String name, long amount, long fee) {
    }

    /**
     * A webhook arrives.
     *
     * @param delivery the same when it is repeated
     * @param purpose  the invoice that the payer was shown; 0 when nobody knows
     * @param crash    the step of the unit at which the process dies; then it is delivered once more; -1 for never
     */
    record Deliver(int delivery, int payment, String currency, int purpose, List<News> news, int crash) implements Step {

        public Deliver {
            news = List.copyOf(news);
        }
    }

    /** Somebody records a transfer. @param rest whether the customer's rules hand out what the named invoices leave */
    record Receive(int payment, int customer, String currency, long amount, List<Integer> purpose, String reference, boolean rest)
            implements Step {

        public Receive {
            purpose = List.copyOf(purpose);
        }
    }

    /**
     * Somebody records a transfer in another currency than the invoice's.
     *
     * @param rate        units paid for one unit of the invoice's currency
     * @param invoiceRate at which the invoice stands in the books; empty where it was stated before
     * @param rest        whether the customer's rules hand out what the invoice leaves
     */
    record Exchanged(int payment, int customer, String paidIn, long paid, String into, String rate, String invoiceRate, int invoice,
            boolean rest) implements Step {
    }

    /** We pay a part of a payment back by a transfer of ours. */
    record PayBack(int refund, int payment, long amount) implements Step {
    }

    /** A person moves unapplied cash to an invoice. */
    record Apply(int payment, int invoice, long amount) implements Step {
    }

    /** The run hands out what rests of a customer's payments. */
    record HandOut(int customer) implements Step {
    }

    /** A person takes a share back. @param share counted from 0 within the payment */
    record Undo(int payment, int share) implements Step {
    }

    /** A credit note. @param nets by percent of tax; empty for all that is left */
    record Credit(int note, int invoice, Map<String, Long> nets) implements Step {

        public Credit {
            nets = Map.copyOf(nets);
        }
    }

    /** An invoice that should not have been issued is cancelled by a credit note over all of it. */
    record Cancel(int note, int invoice) implements Step {
    }

    /** A part of an invoice is given up. */
    record WriteOff(int id, int invoice, long amount) implements Step {
    }

    /** The money of an invoice was seen on the bank. */
    record Reconcile(int invoice) implements Step {
    }

    /** The books are closed through the last day of the month before. */
    record Close() implements Step {
    }
}
