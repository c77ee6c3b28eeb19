package io.quittance.plugins.sandbox.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the company knows, in memory. Changed only by facts that are already on the disk, under its owner's lock. */
final class Books {

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<String, String> paymentByKey = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, String> refundByKey = new LinkedHashMap<>();
    private final Map<String, Payout> payouts = new LinkedHashMap<>();
    private final Map<String, Mandate> mandates = new LinkedHashMap<>();
    private final Map<String, String> mandateByKey = new LinkedHashMap<>();
    private final Map<String, Notice> undelivered = new LinkedHashMap<>();

    void learn(Record fact) {
        switch (fact) {
            case Account account -> accounts.put(account.id(), account);
            case Payment payment -> {
                payments.put(payment.id(), payment);
                paymentByKey.put(payment.account() + "/" + payment.key(), payment.id());
            }
            case Refund refund -> {
                refunds.put(refund.id(), refund);
                refundByKey.put(refund.account() + "/" + refund.key(), refund.id());
            }
            case Payout payout -> payouts.put(payout.id(), payout);
            case Mandate mandate -> {
                mandates.put(mandate.id(), mandate);
                mandateByKey.put(mandate.account() + "/" + mandate.key(), mandate.id());
            }
            case Notice notice -> undelivered.put(notice.id(), notice);
            case Journal.Delivered delivered -> undelivered.remove(delivered.notice());
            default -> throw new IllegalArgumentException("no fact: " + fact);
        }
    }

    Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    Optional<Payment> payment(String id) {
        return Optional.ofNullable(payments.get(id));
    }

    Optional<Payment> paymentByKey(String account, String key) {
        return Optional.ofNullable(paymentByKey.get(account + "/" + key)).map(payments::get);
    }

    Optional<Refund> refundByKey(String account, String key) {
        return Optional.ofNullable(refundByKey.get(account + "/" + key)).map(refunds::get);
    }

    /** In the order in which they were opened. */
    List<Payment> payments(String account) {
        return payments.values().stream().filter(payment -> payment.account().equals(account)).toList();
    }

    List<Refund> refunds(String account) {
        return refunds.values().stream().filter(refund -> refund.account().equals(account)).toList();
    }

    List<Refund> refundsOf(String payment) {
        return refunds.values().stream().filter(refund -> refund.payment().equals(payment)).toList();
    }

    List<Payout> payouts(String account) {
        return payouts.values().stream().filter(payout -> payout.account().equals(account)).toList();
    }

    Optional<Payout> payout(String id) {
        return Optional.ofNullable(payouts.get(id));
    }

    Optional<Mandate> mandate(String id) {
        return Optional.ofNullable(mandates.get(id));
    }

    Optional<Mandate> mandateByKey(String account, String key) {
        return Optional.ofNullable(mandateByKey.get(account + "/" + key)).map(mandates::get);
    }

    List<Notice> undelivered() {
        return new ArrayList<>(undelivered.values());
    }
}
