package io.quittance.statement.control;

import io.quittance.Fault;
import io.quittance.statement.Balance;
import io.quittance.statement.BankStatement;
import io.quittance.statement.Entry;
import io.quittance.statement.EntryStatus;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A statement while it is read, and what is wrong with it. */
public final class StatementDraft {

    private final StatementFormat format;
    private final int place;
    private final List<EntryDraft> entries = new ArrayList<>();
    private final List<StatementWarning> warnings = new ArrayList<>();
    private String account = "";
    private String currency = "";
    private String number = "";
    private Optional<Balance> opening = Optional.empty();
    private Optional<Balance> closing = Optional.empty();
    private boolean interim;

    /** @param place in the file, the first is 1 */
    public StatementDraft(StatementFormat format, int place) {
        this.format = format;
        this.place = place;
    }

    public StatementDraft account(String said) {
        account = said.strip();
        return this;
    }

    /** The first currency stays. */
    public StatementDraft currency(String said) {
        currency = currency.isEmpty() ? said.strip().toUpperCase(Locale.ROOT) : currency;
        return this;
    }

    public StatementDraft number(String said) {
        number = said.strip();
        return this;
    }

    public StatementDraft opening(BigDecimal amount, Optional<LocalDate> on) {
        opening = Optional.of(new Balance(amount, on));
        return this;
    }

    public StatementDraft closing(BigDecimal amount, Optional<LocalDate> on) {
        closing = Optional.of(new Balance(amount, on));
        return this;
    }

    public StatementDraft add(EntryDraft entry) {
        entries.add(entry);
        return this;
    }

    /** A report of the running day: it may show a part of the entries between its balances. */
    public void interim() {
        interim = true;
    }

    /** Something to know that does not stand in the way of an import. */
    public void note(String rule, Object... arguments) {
        warn(rule, arguments, false);
    }

    /** Something that makes an import wrong. */
    public void block(String rule, Object... arguments) {
        warn(rule, arguments, true);
    }

    /** The statement's name is every text's first argument. */
    private void warn(String rule, Object[] arguments, boolean blocks) {
        Object[] named = Stream.concat(Stream.of(name()), Stream.of(arguments)).toArray();
        warnings.add(new StatementWarning(place, Fault.of("file", "", rule, named), blocks));
    }

    public String account() {
        return account;
    }

    public String currency() {
        return currency;
    }

    public List<EntryDraft> entries() {
        return entries;
    }

    public boolean hasOpening() {
        return opening.isPresent();
    }

    public Optional<BigDecimal> closing() {
        return closing.map(Balance::amount);
    }

    /** How warnings call it: account and number, as far as they are known. */
    public String name() {
        if (place == 0) {
            return "(*)";
        }
        String where = (account + " " + number).strip();
        return where.isEmpty() ? Integer.toString(place) : place + " (" + where + ")";
    }

    /** States that a total is wrong unless it holds. @param what the total's name in the format */
    public void expect(String what, BigDecimal stated, BigDecimal found) {
        if (stated.compareTo(found) != 0) {
            block("statement.total", what, Amounts.inCurrency(stated, currency).toPlainString(),
                    Amounts.inCurrency(found, currency).toPlainString(),
                    Amounts.inCurrency(found.subtract(stated), currency).toPlainString());
        }
    }

    /** States that a count is wrong unless it holds. */
    public void expectCount(String what, long stated, long found) {
        if (stated != found) {
            block("statement.count", what, stated, found);
        }
    }

    /** Both balances must be there: for formats that prove by them that nothing is missing. */
    public void requireBalances() {
        if (opening.isEmpty()) {
            block("statement.noOpening");
        }
        if (closing.isEmpty()) {
            block("statement.noClosing");
        }
    }

    /** Adds the warnings alone: for what concerns the whole file, read as a statement at place 0. */
    public void report(List<StatementWarning> all) {
        all.addAll(warnings);
    }

    /** Checks what every format shares and adds the warnings to the file's. */
    public BankStatement build(List<StatementWarning> all) {
        List<Entry> built = entries.stream().map(entry -> entry.build(currency)).toList();
        checkShape(built);
        BigDecimal moved = built.stream().filter(entry -> entry.status() == EntryStatus.BOOKED)
                .map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (opening.isPresent() && closing.isPresent()) {
            checkBalance(opening.get().amount(), moved, closing.get().amount());
        }
        all.addAll(warnings);
        boolean importable = warnings.stream().noneMatch(StatementWarning::blocks);
        return new BankStatement(format, account, currency, number, opening.map(this::exact), closing.map(this::exact),
                built, importable);
    }

    private void checkBalance(BigDecimal start, BigDecimal moved, BigDecimal end) {
        BigDecimal sum = start.add(moved);
        if (sum.compareTo(end) != 0 && interim) {
            note("statement.part", text(start), text(moved), text(sum), text(end));
        } else if (sum.compareTo(end) != 0) {
            block("statement.unbalanced", text(start), text(moved), text(sum), text(end), text(end.subtract(sum)));
        }
    }

    private void checkShape(List<Entry> built) {
        if (account.isEmpty()) {
            block("statement.noAccount");
        }
        if (currency.isEmpty()) {
            block("statement.noCurrency");
        } else if (Amounts.currency(currency).isEmpty()) {
            block("statement.unknownCurrency", currency);
        }
        int exponent = Amounts.exponent(currency);
        built.stream().filter(entry -> entry.amount().scale() > exponent).findFirst()
                .ifPresent(entry -> block("statement.decimals", entry.amount().toPlainString(), currency, exponent));
        long undated = built.stream().filter(entry -> entry.bookedOn().isEmpty()).count();
        if (undated > 0) {
            block("statement.undated", undated);
        }
    }

    private Balance exact(Balance balance) {
        return new Balance(Amounts.inCurrency(balance.amount(), currency), balance.on());
    }

    private String text(BigDecimal amount) {
        return Amounts.inCurrency(amount, currency).toPlainString();
    }
}
