package io.quittance.statement.control.bai;

import io.quittance.statement.Entry;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.EntryDraft;
import io.quittance.statement.control.StatementDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One account of a BAI2 file: its 03 record, its transactions and its 49. */
final class BaiAccount {

    private static final String OPENING_LEDGER = "010";
    private static final String CLOSING_LEDGER = "015";
    private static final String TOTAL_CREDITS = "100";
    private static final String TOTAL_DEBITS = "400";

    private final StatementDraft draft;
    private final Optional<LocalDate> asOf;
    private final int exponent;
    private Optional<BigDecimal> credits = Optional.empty();
    private Optional<BigDecimal> debits = Optional.empty();
    private BigDecimal control = BigDecimal.ZERO;
    private long records;
    private boolean detailed;

    /** @param status of the group: 1 says that it brings news */
    BaiAccount(BaiRecord record, int place, String groupCurrency, Optional<LocalDate> asOf, String status) {
        this.asOf = asOf;
        String currency = record.field(1).isEmpty() ? groupCurrency : record.field(1);
        draft = new StatementDraft(StatementFormat.BAI2, place).account(record.field(0)).currency(currency);
        exponent = Amounts.exponent(draft.currency());
        records = 1L + record.continued();
        if (!status.isEmpty() && !status.equals("1")) {
            draft.block("statement.groupStatus", status);
        }
        summary(record);
    }

    StatementDraft draft() {
        return draft;
    }

    /** The sum of all amounts of the account, as its 49 must say it. */
    BigDecimal control() {
        return control;
    }

    /** Digits with a sign perhaps; in the smallest unit of the currency. */
    static Optional<BigDecimal> number(String said) {
        String digits = said.replaceFirst("^[+-]", "");
        return Amounts.implied(digits, 0).map(amount -> said.startsWith("-") ? amount.negate() : amount);
    }

    /** Type, amount, count of items, funds type and what comes with it, again and again. */
    private void summary(BaiRecord record) {
        int at = 2;
        while (at < record.fields().size()) {
            String type = record.field(at);
            Optional<BigDecimal> amount = number(record.field(at + 1));
            amount.ifPresent(found -> total(type, found));
            if (amount.isEmpty() && !record.field(at + 1).isEmpty()) {
                draft.block("statement.line", record.line(), type + "," + record.field(at + 1));
            }
            Optional<Integer> next = record.behindFunds(at + 3);
            if (next.isEmpty()) {
                draft.block("statement.line", record.line(), record.field(at + 3));
                return;
            }
            at = next.get();
        }
    }

    private void total(String type, BigDecimal amount) {
        control = control.add(amount);
        BigDecimal exact = amount.movePointLeft(exponent);
        switch (type) {
            case OPENING_LEDGER -> draft.opening(exact, asOf);
            case CLOSING_LEDGER -> draft.closing(exact, asOf);
            case TOTAL_CREDITS -> credits = Optional.of(exact);
            case TOTAL_DEBITS -> debits = Optional.of(exact);
            default -> { }
        }
    }

    void transaction(BaiRecord record) {
        records += 1L + record.continued();
        detailed = true;
        Optional<BigDecimal> amount = number(record.field(1).isEmpty() ? "0" : record.field(1));
        Optional<Integer> next = record.behindFunds(2);
        int sign = sign(record.field(0));
        if (amount.isEmpty() || next.isEmpty() || sign == 0 && amount.get().signum() != 0) {
            draft.block("statement.line", record.line(), "16," + record.field(0) + "," + record.field(1) + "," + record.field(2));
            return;
        }
        control = control.add(amount.get());
        if (sign == 0) {
            return;
        }
        int at = next.get();
        Optional<LocalDate> valueOn = record.field(2).equals("V") ? Days.yearMonthDay(record.field(3)) : Optional.empty();
        draft.add(new EntryDraft().amount(amount.get().movePointLeft(exponent).multiply(BigDecimal.valueOf(sign)))
                .days(asOf, valueOn).code(record.field(0))
                .reference(ReferenceKind.BANK, record.field(at))
                .reference(ReferenceKind.CUSTOMER, record.field(at + 1))
                .remittance(record.rest(at + 2).replaceAll("\\s{2,}", " ")));
    }

    /** Credits are 100 to 399 and 920 to 959, debits 400 to 699 and 960 to 999; 890 carries no money. */
    private static int sign(String type) {
        if (!type.matches("[0-9]{3}")) {
            return 0;
        }
        int code = Integer.parseInt(type);
        if (code >= 100 && code < 400 || code >= 920 && code < 960) {
            return 1;
        }
        return code >= 400 && code < 700 || code >= 960 ? -1 : 0;
    }

    StatementDraft close(BaiRecord record) {
        records += 1L + record.continued();
        number(record.field(0)).ifPresentOrElse(
                stated -> draft.expect("49", stated.movePointLeft(exponent), control.movePointLeft(exponent)),
                () -> draft.block("statement.line", record.line(), "49," + record.field(0)));
        if (record.field(1).matches("[0-9]{1,15}")) {
            draft.expectCount("49", Long.parseLong(record.field(1)), records);
        }
        if (detailed) {
            List<Entry> entries = draft.entries().stream().map(entry -> entry.build(draft.currency())).toList();
            credits.ifPresent(stated -> draft.expect(TOTAL_CREDITS, stated, sum(entries, 1)));
            debits.ifPresent(stated -> draft.expect(TOTAL_DEBITS, stated, sum(entries, -1)));
        }
        return draft;
    }

    private static BigDecimal sum(List<Entry> entries, int sign) {
        return entries.stream().map(Entry::amount).filter(amount -> amount.signum() == sign).reduce(BigDecimal.ZERO, BigDecimal::add).abs();
    }
}
