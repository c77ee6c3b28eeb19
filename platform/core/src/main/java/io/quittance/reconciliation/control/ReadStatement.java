package io.quittance.reconciliation.control;

import io.quittance.spi.money.Money;
import io.quittance.statement.BankStatement;
import io.quittance.statement.Entry;
import io.quittance.statement.EntryDetail;
import io.quittance.statement.EntryStatus;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.StatementFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A statement that may be imported, with exact money. */
record ReadStatement(StatementFormat format, String account, String number, Currency currency, Optional<Money> opening,
        Optional<Money> closing, LocalDate from, LocalDate to, List<ReadLine> lines) {

    ReadStatement {
        lines = List.copyOf(lines);
    }

    /** A movement. @param amount positive when money came in @param pending announced only */
    record ReadLine(LocalDate bookedOn, LocalDate valueOn, Money amount, String bankReference, String counterparty, List<String> texts,
            boolean pending, String counterpartyAccount, String code, String returnReason) {

        ReadLine {
            texts = List.copyOf(texts);
        }

        private static ReadLine of(Entry entry, Currency currency) {
            LocalDate booked = entry.bookedOn().orElseThrow();
            return new ReadLine(booked, entry.valueOn().orElse(booked), money(entry.amount(), currency),
                    entry.reference(ReferenceKind.BANK), entry.counterparty().name(), texts(entry), entry.status() == EntryStatus.PENDING,
                    entry.counterparty().account(), entry.code(), entry.returnReason());
        }

        /** All that could name an invoice or a payout, of the entry and of each payment in it. */
        private static List<String> texts(Entry entry) {
            Set<String> texts = new LinkedHashSet<>(inOrder(entry.references()));
            texts.addAll(entry.remittance());
            for (EntryDetail detail : entry.details()) {
                texts.addAll(inOrder(detail.references()));
                texts.addAll(detail.remittance());
            }
            return new ArrayList<>(texts);
        }

        private static List<String> inOrder(Map<ReferenceKind, String> references) {
            return Stream.of(ReferenceKind.values()).filter(references::containsKey).map(references::get).toList();
        }

        /** What recognises it: the bank's own reference where it gives one, else all that it says. */
        String said() {
            return bankReference.isEmpty() ? String.join("\n", texts) : bankReference;
        }
    }

    /** @param statement importable @param today for a statement that names no day at all, because nothing moved */
    static ReadStatement of(BankStatement statement, LocalDate today) {
        Currency currency = Currency.getInstance(statement.currency());
        List<ReadLine> lines = statement.entries().stream().map(entry -> ReadLine.of(entry, currency)).toList();
        List<LocalDate> days = Stream.concat(lines.stream().map(ReadLine::bookedOn),
                Stream.concat(statement.opening().stream(), statement.closing().stream()).flatMap(balance -> balance.on().stream()))
                .sorted().toList();
        return new ReadStatement(statement.format(), account(statement.account()), statement.number(), currency,
                statement.opening().map(balance -> money(balance.amount(), currency)),
                statement.closing().map(balance -> money(balance.amount(), currency)),
                days.isEmpty() ? today : days.getFirst(), days.isEmpty() ? today : days.getLast(), lines);
    }

    /** The same, as another name for the account tells it. */
    ReadStatement on(String other) {
        return new ReadStatement(format, other, number, currency, opening, closing, from, to, lines);
    }

    /** The same account whichever format names it. */
    static String account(String said) {
        String bare = said.replace(" ", "");
        return bare.matches("(?i)[a-z]{2}[0-9]{2}[a-z0-9]{11,30}") ? bare.toUpperCase(Locale.ROOT) : bare;
    }

    /** What moved on the account for good. */
    Money moved() {
        return lines.stream().filter(line -> !line.pending()).map(ReadLine::amount).reduce(Money.zero(currency), Money::plus);
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.parse(amount.toPlainString(), currency);
    }
}
