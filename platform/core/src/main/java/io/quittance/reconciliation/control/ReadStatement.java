package io.quittance.reconciliation.control;

import io.quittance.spi.money.Money;
import io.quittance.statement.BankStatement;
import io.quittance.statement.Entry;
import io.quittance.statement.EntryDetail;
import io.quittance.statement.EntryStatus;
import io.quittance.statement.ReferenceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A statement that may be imported, with exact money. */
record ReadStatement(String account, String number, Money opening, Money closing, LocalDate from, LocalDate to, List<ReadLine> lines) {

    ReadStatement {
        lines = List.copyOf(lines);
    }

    /** A booked movement. @param amount positive when money came in */
    record ReadLine(LocalDate bookedOn, LocalDate valueOn, Money amount, String bankReference, String counterparty,
            String counterpartyAccount, List<String> texts) {

        ReadLine {
            texts = List.copyOf(texts);
        }

        private static ReadLine of(Entry entry, Currency currency) {
            LocalDate booked = entry.bookedOn().orElseThrow();
            return new ReadLine(booked, entry.valueOn().orElse(booked), money(entry.amount(), currency),
                    entry.reference(ReferenceKind.BANK), entry.counterparty().name(), entry.counterparty().account(), texts(entry));
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
    }

    /** @param statement importable, with both balances */
    static ReadStatement of(BankStatement statement) {
        Currency currency = Currency.getInstance(statement.currency());
        List<ReadLine> lines = statement.entries().stream().filter(entry -> entry.status() == EntryStatus.BOOKED)
                .map(entry -> ReadLine.of(entry, currency)).toList();
        List<LocalDate> days = Stream.concat(lines.stream().map(ReadLine::bookedOn),
                Stream.concat(statement.opening().stream(), statement.closing().stream()).flatMap(balance -> balance.on().stream()))
                .sorted().toList();
        return new ReadStatement(statement.account(), statement.number(), money(statement.opening().orElseThrow().amount(), currency),
                money(statement.closing().orElseThrow().amount(), currency), days.getFirst(), days.getLast(), lines);
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.parse(amount.toPlainString(), currency);
    }
}
