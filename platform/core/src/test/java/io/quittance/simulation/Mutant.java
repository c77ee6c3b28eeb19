package io.quittance.simulation;

import io.quittance.allocation.control.Claims;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InstalmentTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.ledger.PeriodState;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.PaymentId;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxTotal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions with one fault each, so that the simulation can show that it would find it. */
enum Mutant {

    ROUNDS_TAX_DOWN(new Decisions() {
        @Override
        InvoiceTotals totals(List<LineInput> lines, Currency currency) {
            InvoiceTotals real = super.totals(lines, currency);
            List<TaxTotal> taxes = real.taxes().stream().map(tax -> new TaxTotal(tax.rate(), tax.taxable(),
                    tax.taxable().times(tax.rate().percent().movePointLeft(2), RoundingMode.DOWN))).toList();
            Money tax = taxes.stream().map(TaxTotal::tax).reduce(Money.zero(currency), Money::plus);
            return new InvoiceTotals(real.lines(), taxes, real.net(), tax, real.net().plus(tax));
        }
    }),

    TAKES_A_KNOWN_EVENT_FOR_NEWS(new Decisions() {
        @Override
        PaymentHistory.News hear(PaymentHistory history, List<PaymentEvent> reported) {
            return new PaymentHistory.News(super.hear(history, reported).learnt(), List.copyOf(history.moves().values()));
        }
    }),

    FORGETS_REVERSALS(new Decisions() {
        @Override
        PaymentHistory.News hear(PaymentHistory history, List<PaymentEvent> reported) {
            PaymentHistory.News real = super.hear(history, reported);
            return new PaymentHistory.News(real.learnt(),
                    real.moves().stream().filter(move -> !(move instanceof MoneyMove.TakeBack)).toList());
        }
    }),

    PAYS_ANOTHER_CLAIM(new Decisions() {
        @Override
        Claims claims(Claims real) {
            return new Wrapped(real) {
                @Override
                public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
                    ClaimId next = new ClaimId(claim.value() + 1);
                    boolean exists = super.of(new InvoiceId(claim.value() / 1000)).stream()
                            .anyMatch(other -> other.id().equals(next) && other.open().compareTo(amount) >= 0);
                    return super.apply(exists ? next : claim, amount, cause);
                }
            };
        }
    }),

    LOSES_AN_OVER_PAYMENT(new Decisions() {
        @Override
        Map<PaymentId, Money> unapplied(Map<PaymentId, Money> decided) {
            Map<PaymentId, Money> lost = new LinkedHashMap<>();
            decided.forEach((payment, amount) -> lost.put(payment, amount.isPositive() ? Money.zero(amount.currency()) : amount));
            return lost;
        }
    }),

    LEAVES_A_CLAIM_PAID_WHEN_ITS_MONEY_GOES(new Decisions() {
        @Override
        Claims claims(Claims real) {
            return new Wrapped(real) {
                @Override
                public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
                    return new SettlementOutcome.Done(claim, new InvoiceId(claim.value() / 1000), amount, SettlementStatus.PAID);
                }
            };
        }
    }),

    TAKES_A_CREDIT_FOR_MONEY(new Decisions() {
        @Override
        ClaimBalance moved(ClaimBalance balance, ClaimBalance.By by, Money amount) {
            return super.moved(balance, by == ClaimBalance.By.CREDIT ? ClaimBalance.By.MONEY : by, amount);
        }
    }),

    LOSES_THE_LAST_CENTS_OF_A_PLAN(new Decisions() {
        @Override
        List<Instalment> instalments(InstalmentTerms terms, Money open) {
            List<Instalment> real = new ArrayList<>(super.instalments(terms, open));
            Instalment last = real.removeLast();
            real.add(new Instalment(last.due(), real.isEmpty() ? last.amount() : real.getLast().amount()));
            return real;
        }
    }),

    NEVER_RECOVERS_WHAT_WAS_GIVEN_UP(new Decisions() {
        @Override
        Claims claims(Claims real) {
            return new Wrapped(real) {
                @Override
                public Money recover(InvoiceId invoice, Money most, String cause) {
                    return Money.zero(most.currency());
                }
            };
        }
    }),

    BOOKS_INTO_A_CLOSED_PERIOD(new Decisions() {
        @Override
        LocalDate bookingDay(PeriodState period, LocalDate happened) {
            return happened;
        }
    });

    private final Decisions decisions;

    Mutant(Decisions decisions) {
        this.decisions = decisions;
    }

    Decisions decisions() {
        return decisions;
    }

    /** Claims that answer as the real ones do. */
    private static class Wrapped implements Claims {

        private final Claims real;

        Wrapped(Claims real) {
            this.real = real;
        }

        @Override
        public List<OpenClaim> of(InvoiceId invoice) {
            return real.of(invoice);
        }

        @Override
        public List<OpenClaim> open(CustomerId customer, Currency currency) {
            return real.open(customer, currency);
        }

        @Override
        public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
            return real.apply(claim, amount, cause);
        }

        @Override
        public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
            return real.release(claim, amount, cause);
        }

        @Override
        public Money recover(InvoiceId invoice, Money most, String cause) {
            return real.recover(invoice, most, cause);
        }
    }
}
