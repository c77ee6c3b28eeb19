package io.quittance.plugins.sandbox.company;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the company does for its merchants. Each act is on the disk before it is answered. */
final class Cashier {

    private static final Duration CHECKOUT_OPEN = Duration.ofHours(24);
    private static final int COPIES = 3;
    private static final long OUT_OF_ORDER_MILLIS = 2_000;

    private final Clock clock;
    private final Books books = new Books();
    private final Journal journal;
    private final Consumer<Notice> post;

    Cashier(Clock clock, Function<Consumer<Record>, Journal> open, Consumer<Notice> post) {
        this.clock = clock;
        this.journal = open.apply(books::learn);
        this.post = post;
    }

    /** Reads from the books while nothing changes them. */
    synchronized <R> R read(Function<Books, R> question) {
        return question.apply(books);
    }

    /** Notices of an earlier life that nobody has accepted yet. */
    void resume() {
        read(Books::undelivered).forEach(post);
    }

    void delivered(Notice notice) {
        synchronized (this) {
            books.learn(new Journal.Delivered(notice.id()));
        }
        journal.note(new Journal.Delivered(notice.id()));
    }

    /** The account, made at its first call; a call with another key than its first is refused. */
    synchronized Account enter(String id, String apiKey) {
        String digest = Names.digest(apiKey);
        Account account = books.account(id).orElseGet(() -> {
            Account fresh = Account.fresh(id, digest);
            keep(List.of(fresh), List.of());
            return fresh;
        });
        if (!account.keyDigest().equals(digest)) {
            throw new BadRequest(401, "wrong_key", "This is not the API key of account " + id + ".");
        }
        return account;
    }

    synchronized Account change(String id, Optional<Mode> mode, Optional<Integer> delaySeconds) {
        Account before = books.account(id).orElseThrow(() -> new BadRequest(404, "no_account", "There is no account " + id + "."));
        Account after = new Account(id, before.keyDigest(), mode.map(Mode::label).orElse(before.mode()),
            delaySeconds.orElse(before.delaySeconds()));
        keep(List.of(after), List.of());
        return after;
    }

    /** Opens a checkout, or finds the one opened under the same key. */
    synchronized Payment open(Payment wanted) {
        Optional<Payment> known = books.paymentByKey(wanted.account(), wanted.key());
        if (known.isPresent()) {
            Payment before = known.get();
            if (before.amount() != wanted.amount() || !before.currency().equals(wanted.currency())) {
                throw new BadRequest(409, "key_reused", "The idempotency key was used for another amount.");
            }
            return before;
        }
        keep(List.of(wanted), List.of());
        return wanted;
    }

    long now() {
        return clock.millis();
    }

    long expiry() {
        return now() + CHECKOUT_OPEN.toMillis();
    }

    /** The payer has pressed "Pay". A second press changes nothing. */
    synchronized Payment pay(String id, Mode mode, String method) {
        Payment payment = books.payment(id).orElseThrow(() -> new BadRequest(404, "no_payment", "There is no payment " + id + "."));
        if (payment.isCaptured() || mode == Mode.FORGED) {
            forge(payment, mode);
            return payment;
        }
        if (now() > payment.expiresAt()) {
            throw new BadRequest(410, "expired", "This page has expired.");
        }
        String label = label(method);
        if (mode == Mode.DECLINED || mode == Mode.UNCOVERED) {
            String code = mode == Mode.DECLINED ? "declined_by_bank" : "insufficient_funds";
            Payment failed = payment.failed(code, method, label, 1, now());
            keep(List.of(failed), List.of(notice(failed, "payment.failed", failed.sequence(), 0, 1)));
            return failed;
        }
        Payment captured = payment.captured(method, label, mode == Mode.OUT_OF_ORDER ? 3 : 1, now());
        keep(List.of(captured), notices(captured, mode));
        return captured;
    }

    static String label(String method) {
        return switch (method) {
            case "bank" -> "Test bank";
            case "debit" -> "Test account •••• 3000";
            default -> "Test card •••• 4242";
        };
    }

    /** Opens and captures many at once, with one write to the disk. */
    synchronized List<Payment> load(List<Payment> wanted) {
        List<Payment> captured = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (Payment payment : wanted) {
            if (books.paymentByKey(payment.account(), payment.key()).isEmpty()) {
                Payment done = payment.captured("card", "Test card •••• 4242", 1, now());
                captured.add(done);
                notices.addAll(notices(done, Mode.APPROVED));
            }
        }
        keep(captured, notices);
        return captured;
    }

    private List<Notice> notices(Payment captured, Mode mode) {
        long last = captured.sequence();
        long late = books.account(captured.account()).map(Account::delaySeconds).orElse(Account.DELAY_SECONDS) * 1000L;
        return switch (mode) {
            case LOST -> List.of();
            case DELAYED, TIMEOUT -> List.of(notice(captured, "payment.captured", last, late, 1));
            case DUPLICATED -> List.of(notice(captured, "payment.captured", last, 0, COPIES));
            case OUT_OF_ORDER -> List.of(notice(captured, "payment.captured", last, 0, 1),
                notice(captured, "payment.authorised", last - 1, OUT_OF_ORDER_MILLIS, 1),
                notice(captured, "payment.failed", last - 2, 2 * OUT_OF_ORDER_MILLIS, 1));
            case APPROVED, DECLINED, UNCOVERED, FORGED -> List.of(notice(captured, "payment.captured", last, 0, 1));
        };
    }

    private void forge(Payment payment, Mode mode) {
        if (mode == Mode.FORGED) {
            String id = Names.fresh("evt");
            String body = Json.write(Events.payment(id, "payment.captured", payment, payment.sequence() + 1, now()));
            post.accept(new Notice(id, payment.webhookUrl(), "not-" + payment.webhookSecret(), body, 0, 1, false));
        }
    }

    private Notice notice(Payment payment, String type, long sequence, long late, int copies) {
        String id = Names.fresh("evt");
        String body = Json.write(Events.payment(id, type, payment, sequence, payment.changedAt()));
        return new Notice(id, payment.webhookUrl(), payment.webhookSecret(), body, now() + late, copies, true);
    }

    /** Gives money back, or finds the refund made under the same key. */
    synchronized Refund refund(String account, String paymentId, String key, long amount) {
        Optional<Refund> known = books.refundByKey(account, key);
        if (known.isPresent()) {
            if (known.get().amount() != amount || !known.get().payment().equals(paymentId)) {
                throw new BadRequest(409, "key_reused", "The idempotency key was used for another refund.");
            }
            return known.get();
        }
        Payment payment = books.payment(paymentId).filter(found -> found.account().equals(account) && found.isCaptured())
            .orElseThrow(() -> new BadRequest(404, "no_payment", "There is no captured payment " + paymentId + "."));
        if (amount <= 0 || amount > payment.amount() - payment.refunded()) {
            throw new BadRequest(422, "too_much", "Only " + (payment.amount() - payment.refunded()) + " is left to refund.");
        }
        Payment after = payment.refundedBy(amount, now());
        Refund refund = new Refund(Names.fresh("re"), account, paymentId, key, amount, payment.currency(), after.sequence(), now(), "");
        String event = Names.fresh("evt");
        keep(List.of(after, refund), List.of(new Notice(event, payment.webhookUrl(), payment.webhookSecret(),
            Json.write(Events.refund(event, after, refund)), now(), 1, true)));
        return refund;
    }

    /**
     * Transfers everything captured and not yet paid out, less refunds and fees.
     *
     * @param wrongBy what the bank statement will be wrong by; zero for an honest one
     */
    synchronized Payout payOut(String account, String currency, String iban, long wrongBy) {
        List<Payment> due = books.payments(account).stream()
            .filter(payment -> payment.isCaptured() && payment.payout().isEmpty() && payment.currency().equals(currency)).toList();
        List<Refund> back = books.refunds(account).stream()
            .filter(refund -> refund.payout().isEmpty() && refund.currency().equals(currency)).toList();
        if (due.isEmpty() && back.isEmpty()) {
            throw new BadRequest(409, "nothing_due", "Nothing in " + currency + " waits to be paid out.");
        }
        long gross = Math.subtractExact(due.stream().mapToLong(Payment::amount).reduce(0, Math::addExact),
            back.stream().mapToLong(Refund::amount).reduce(0, Math::addExact));
        long fee = due.stream().mapToLong(Payment::fee).reduce(0, Math::addExact);
        Payout payout = new Payout(Names.fresh("po"), account, currency, gross, fee, gross - fee, gross - fee + wrongBy, iban, now(),
            due.stream().map(Payment::id).toList());
        List<Record> facts = new ArrayList<>(List.of(payout));
        due.forEach(payment -> facts.add(payment.paidOutIn(payout.id())));
        back.forEach(refund -> facts.add(refund.paidOutIn(payout.id())));
        String event = Names.fresh("evt");
        keep(facts, due.stream().limit(1).map(payment -> new Notice(event, payment.webhookUrl(), payment.webhookSecret(),
            Json.write(Events.payout(event, payout)), now(), 1, true)).toList());
        return payout;
    }

    /** First the disk, then the books, then the world. */
    synchronized void keep(List<? extends Record> facts, List<Notice> notices) {
        List<Record> all = new ArrayList<>(facts);
        all.addAll(notices);
        if (!all.isEmpty()) {
            journal.promise(all);
            all.forEach(books::learn);
        }
        notices.forEach(post);
    }
}
