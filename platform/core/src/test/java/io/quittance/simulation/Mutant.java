package io.quittance.simulation;

import io.quittance.allocation.control.Claims;
import io.quittance.allocation.control.Deductions;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.interest.entity.DaySpan;
import io.quittance.interest.entity.Debt;
import io.quittance.interest.entity.InterestAnswer;
import io.quittance.interest.entity.InterestQuestion;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.DiscountOffer;
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
import io.quittance.payment.entity.Payment;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
            return new WrappedClaims(real) {
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
            return new WrappedClaims(real) {
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
            return new WrappedClaims(real) {
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
    }),

    CHARGES_INTEREST_FOR_THE_DUE_DAY(new Decisions() {
        @Override
        InterestAnswer interest(InterestQuestion real) {
            return super.interest(asked(real, real.debts().stream()
                    .map(debt -> new Debt(debt.claim(), debt.due().minusDays(1), debt.changes())).toList(), real.pauses()));
        }
    }),

    CHARGES_INTEREST_WHILE_A_DISPUTE_IS_ON(new Decisions() {
        @Override
        InterestAnswer interest(InterestQuestion real) {
            return super.interest(asked(real, real.debts(), List.of()));
        }
    }),

    CLAIMS_NO_FIXED_SUM(new Decisions() {
        @Override
        InterestAnswer interest(InterestQuestion question) {
            InterestAnswer real = super.interest(question);
            return new InterestAnswer(real.segments(), real.months(), Optional.empty(), real.firstDay(), real.unknownFrom());
        }
    }),

    WAIVES_INTEREST_BEFORE_FIXED_SUMS(new Decisions() {
        @Override
        List<OpenClaim> waivable(List<OpenClaim> claims) {
            return super.waivable(claims).reversed();
        }
    }),

    TAKES_LATE_MONEY_FOR_EARLY(new Decisions() {
        @Override
        Deductions deductions(Deductions real) {
            return new WrappedDeductions(real) {
                @Override
                public LocalDate until(InvoiceId invoice, DiscountOffer offer) {
                    return super.until(invoice, offer).plusDays(2);
                }
            };
        }
    }),

    LEAVES_A_DISCOUNT_WHEN_ITS_MONEY_GOES(new Decisions() {
        @Override
        Deductions deductions(Deductions real) {
            Map<InvoiceId, Money> most = new HashMap<>();
            return new WrappedDeductions(real) {
                @Override
                public Money inTime(InvoiceId invoice, LocalDate until, Currency currency) {
                    return most.merge(invoice, super.inTime(invoice, until, currency), (a, b) -> a.compareTo(b) > 0 ? a : b);
                }
            };
        }
    }),

    LEAVES_THE_TAX_OF_A_DISCOUNT(new Decisions() {
        @Override
        Deductions deductions(Deductions real) {
            return new WrappedDeductions(real) {
                @Override
                public List<EarlyPaymentRule.Weight> weights(InvoiceId invoice, Currency currency) {
                    return List.of();
                }
            };
        }
    }),

    TAKES_A_LOSS_FOR_A_GAIN(new Decisions() {
        @Override
        Money realised(Money standing, BigDecimal rate, BigDecimal invoiceRate, Currency paid) {
            return super.realised(standing, invoiceRate, rate, paid);
        }
    }),

    PAYS_THE_SAME_MONEY_BACK_TWICE(new Decisions() {
        @Override
        Money refundable(Payment payment) {
            return payment.gross();
        }
    }),

    TAKES_A_RETURNED_DEBIT_FOR_A_DISPUTE_WON(new Decisions() {
        @Override
        PaymentHistory.News hear(PaymentHistory history, List<PaymentEvent> reported) {
            return super.hear(history, reported.stream().map(event -> event instanceof PaymentEvent.DisputeClosed closed && !closed.won()
                    ? new PaymentEvent.DisputeClosed(closed.occurrence(), closed.dispute(), true, disputed(history, reported)) : event)
                    .toList());
        }

        private Money disputed(PaymentHistory history, List<PaymentEvent> reported) {
            return Stream.concat(history.events().stream(), reported.stream()).filter(PaymentEvent.Disputed.class::isInstance)
                    .map(PaymentHistory::amount).findFirst().orElse(PaymentHistory.amount(reported.getFirst()));
        }
    }),

    CANCELS_WHAT_WAS_PAID(new Decisions() {
        @Override
        boolean isInTheWay(Money received, Money late) {
            return late.isPositive();
        }
    }),

    LOSES_AN_INSTALMENT_WHEN_A_PLAN_ENDS(new Decisions() {
        @Override
        Money putBack(List<OpenClaim> instalments) {
            return super.putBack(instalments.size() > 1 ? instalments.subList(1, instalments.size()) : instalments);
        }
    });

    private final Decisions decisions;

    Mutant(Decisions decisions) {
        this.decisions = decisions;
    }

    Decisions decisions() {
        return decisions;
    }

    private static InterestQuestion asked(InterestQuestion real, List<Debt> debts, List<DaySpan> pauses) {
        return new InterestQuestion(real.law(), real.rule(), real.currency(), debts, pauses, real.since(), real.through(),
                real.graceDays());
    }
}
