package io.quittance.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A payment as plain figures in minor units. Shares nothing with the product. */
final class NaivePayment {

    /** A part of it for a claim. */
    static final class Share {
        final NaivePayment payment;
        final NaiveInvoice invoice;
        final NaiveInvoice.Claim claim;
        long left;
        long realised;

        Share(NaivePayment payment, NaiveInvoice invoice, NaiveInvoice.Claim claim, long amount) {
            this.payment = payment;
            this.invoice = invoice;
            this.claim = claim;
            this.left = amount;
        }
    }

    final int id;
    final String currency;
    final boolean byHand;
    final List<Share> shares = new ArrayList<>();
    final Map<String, Step.News> known = new TreeMap<>();
    String reference = "";
    int customer;
    int purpose;
    LocalDate received;
    long unapplied;
    boolean corrected;
    /** Of a payment in another currency. */
    String paidIn;
    long paid;
    BigDecimal rate;

    NaivePayment(int id, String currency, boolean byHand) {
        this.id = id;
        this.currency = currency;
        this.byHand = byHand;
    }

    static String key(Step.News news) {
        return switch (news.what()) {
            case FAILED -> "failed:" + news.sequence();
            case AUTHORISED -> "authorised";
            case CAPTURED -> "captured";
            case REFUNDED -> "refunded:" + news.name();
            case DISPUTED -> "disputed:" + news.name();
            case WON, LOST -> "closed:" + news.name();
        };
    }

    long captured() {
        return known.containsKey("captured") ? known.get("captured").amount() : 0;
    }

    /** What went back to the payer and did not come again. */
    long takenBack() {
        return moves().values().stream().mapToLong(news -> switch (news.what()) {
            case REFUNDED, DISPUTED -> news.amount();
            case WON -> -news.amount();
            default -> 0;
        }).sum();
    }

    boolean isDisputed() {
        return known.values().stream().anyMatch(news -> news.what() == Step.What.DISPUTED && !known.containsKey("closed:" + news.name()));
    }

    /** What moves money, by key: nothing before the capture, and nothing comes back of a dispute nobody has heard of. */
    Map<String, Step.News> moves() {
        Map<String, Step.News> moves = new LinkedHashMap<>();
        if (!known.containsKey("captured")) {
            return moves;
        }
        moves.put("captured", known.get("captured"));
        List<Step.News> ordered = known.values().stream().sorted(Comparator.comparing(Step.News::sequence)).toList();
        for (Step.News news : ordered) {
            if (news.what() == Step.What.REFUNDED || news.what() == Step.What.DISPUTED) {
                moves.put(key(news), news);
            }
        }
        for (Step.News news : ordered) {
            Step.News closed = known.get("closed:" + news.name());
            if (news.what() == Step.What.DISPUTED && closed != null && closed.what() == Step.What.WON) {
                moves.put(key(closed), closed);
            }
        }
        return moves;
    }
}
