package io.quittance.plugins.sandbox.company;

import java.util.List;
import java.util.Optional;

/** What the company does with payers' consents: takes them, charges by them, ends them. */
final class Registrar {

    /** So many tries for one reference the account does not cover; the next one works. */
    static final int UNCOVERED_TRIES = 2;

    private final Cashier cashier;

    Registrar(Cashier cashier) {
        this.cashier = cashier;
    }

    Mandate find(String id) {
        return cashier.read(books -> books.mandate(id))
            .orElseThrow(() -> new BadRequest(404, "no_mandate", "There is no mandate " + id + "."));
    }

    /** Of that account only. */
    Mandate find(String account, String id) {
        return Optional.of(find(id)).filter(mandate -> mandate.account().equals(account))
            .orElseThrow(() -> new BadRequest(404, "no_mandate", "There is no mandate " + id + "."));
    }

    /** Opens a page to agree on, or finds the one opened under the same key. */
    Mandate open(Mandate wanted) {
        synchronized (cashier) {
            Optional<Mandate> known = cashier.read(books -> books.mandateByKey(wanted.account(), wanted.key()));
            if (known.isEmpty()) {
                cashier.keep(List.of(wanted), List.of());
                return wanted;
            }
            if (!known.get().currency().equals(wanted.currency())) {
                throw new BadRequest(409, "key_reused", "The idempotency key was used for another currency.");
            }
            return known.get();
        }
    }

    /** The payer agrees; who has agreed before only chooses anew what happens to charges. */
    Mandate agree(String id, Mode mode, String method) {
        synchronized (cashier) {
            Mandate before = find(id);
            if (before.isActive()) {
                Mandate after = before.charging(mode);
                cashier.keep(List.of(after), List.of());
                return after;
            }
            if (Mandate.REVOKED.equals(before.state()) || cashier.now() > before.expiresAt()) {
                throw new BadRequest(410, "expired", "This page has expired.");
            }
            Mandate after = before.agreed(mode, method, Cashier.label(method), cashier.now());
            cashier.keep(List.of(after), mode == Mode.LOST ? List.of() : List.of(notice(after)));
            return after;
        }
    }

    /** Ends it. What has ended before stays as it is. */
    Mandate revoke(String id) {
        synchronized (cashier) {
            Mandate before = find(id);
            if (Mandate.REVOKED.equals(before.state())) {
                return before;
            }
            Mandate after = before.revoked(cashier.now());
            cashier.keep(List.of(after), List.of(notice(after)));
            return after;
        }
    }

    /** Charges without the payer, or finds the charge made under the same key. */
    Payment charge(Mandate mandate, String key, long amount, String currency, String reference) {
        synchronized (cashier) {
            Optional<Payment> known = cashier.read(books -> books.paymentByKey(mandate.account(), key));
            if (known.isEmpty() && !mandate.isActive()) {
                throw new BadRequest(422, "mandate_revoked", "The payer has not agreed, or not any more.");
            }
            if (amount <= 0 || !currency.equals(mandate.currency())) {
                throw new BadRequest(422, "amount", "An amount is positive and in the mandate's currency.");
            }
            String about = "By mandate " + mandate.id();
            Payment payment = cashier.open(new Payment(Names.fresh("pay"), mandate.account(), key, amount, currency, reference, about, "",
                mandate.webhookUrl(), mandate.webhookSecret(), mandate.locale(), cashier.now(), cashier.expiry(), Payment.OPEN, "", "", "",
                0, 0, 0, cashier.now(), ""));
            return payment.state().equals(Payment.OPEN) ? cashier.pay(payment.id(), mode(mandate, payment), mandate.method()) : payment;
        }
    }

    private Mode mode(Mandate mandate, Payment charge) {
        Mode mode = Mode.labelled(mandate.mode()).orElse(Mode.APPROVED);
        long tries = cashier.read(books -> books.payments(charge.account())).stream().filter(earlier -> earlier.state()
            .equals(Payment.FAILED) && earlier.reference().equals(charge.reference()) && earlier.description().equals(charge.description()))
            .count();
        return mode == Mode.UNCOVERED && tries >= UNCOVERED_TRIES ? Mode.APPROVED : mode;
    }

    private Notice notice(Mandate mandate) {
        String id = Names.fresh("evt");
        return new Notice(id, mandate.webhookUrl(), mandate.webhookSecret(), Json.write(Events.mandate(id, mandate)), cashier.now(), 1,
            true);
    }
}
