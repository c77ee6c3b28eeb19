package io.quittance.statement.control.csv;

import io.quittance.statement.CsvProfile;
import io.quittance.statement.CsvRole;
import io.quittance.statement.DateOrder;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.DayOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses from a CSV's content how its bank writes; a person confirms it. */
public final class CsvGuess {

    private static final int LOOKED_AT = 400;
    private static final Pattern IBAN = Pattern.compile("\\b([A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30})\\b");
    private static final Pattern ACCOUNT_LABEL = Pattern.compile("(?iu).*(konto|account|iban|rekening|számla|compte|cuenta|účet).*");
    private static final Pattern CODE = Pattern.compile("\\b([A-Z]{3})\\b");

    private final List<List<String>> rows;
    private final List<List<String>> data;
    private final int first;
    private final String delimiter;

    private CsvGuess(List<List<String>> rows, String delimiter) {
        this.rows = rows;
        this.delimiter = delimiter;
        data = rows.stream().filter(CsvGuess::isData).toList();
        first = data.isEmpty() ? 0 : rows.indexOf(data.getFirst());
    }

    /** Empty when no row holds a day and an amount. */
    public static Optional<CsvProfile> of(Content content) {
        String delimiter = CsvRows.delimiter(content.text());
        CsvGuess guess = new CsvGuess(CsvRows.read(content.text(), delimiter, LOOKED_AT), delimiter);
        return guess.data.isEmpty() || guess.data.size() * 3 < guess.rows.size() - guess.first ? Optional.empty()
                : Optional.of(guess.profile()).filter(CsvProfile::suffices);
    }

    private static boolean isDay(String cell) {
        return Stream.of(DayOrder.values()).anyMatch(order -> order.parse(cell).isPresent());
    }

    private static boolean isData(List<String> row) {
        return row.stream().anyMatch(CsvGuess::isDay) && row.stream().anyMatch(cell -> !isDay(cell) && CsvCells.isAmount(cell));
    }

    private CsvProfile profile() {
        int width = data.stream().mapToInt(List::size).max().orElse(0);
        List<String> headings = headings();
        List<CsvRole> roles = new ArrayList<>(headings.isEmpty() ? Collections.nCopies(width, CsvRole.IGNORED)
                : CsvHeadings.roles(headings));
        while (roles.size() < width) {
            roles.add(CsvRole.IGNORED);
        }
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i) != CsvRole.DIRECTION && !fits(roles.get(i), column(i))) {
                roles.set(i, CsvRole.IGNORED);
            }
        }
        byContent(roles);
        List<String> days = roles.contains(CsvRole.BOOKED_ON) ? column(roles.indexOf(CsvRole.BOOKED_ON)) : List.of();
        DateOrder order = DayOrder.possible(days).stream().findFirst().map(found -> DateOrder.valueOf(found.name()))
                .orElse(DateOrder.DAY_MONTH_YEAR);
        List<String> amounts = Stream.of(CsvRole.AMOUNT, CsvRole.DEBIT, CsvRole.CREDIT, CsvRole.BALANCE).filter(roles::contains)
                .flatMap(role -> column(roles.indexOf(role)).stream()).toList();
        return new CsvProfile("", delimiter, headings.isEmpty() ? first : first - 1, headings, order, CsvCells.decimalSign(amounts), false,
                account(), currency(headings, roles), roles);
    }

    private List<String> headings() {
        if (first == 0) {
            return List.of();
        }
        List<String> row = rows.get(first - 1);
        boolean named = row.stream().filter(cell -> !cell.isEmpty()).count() >= 2
                && row.stream().noneMatch(cell -> isDay(cell) || CsvCells.isAmount(cell))
                && Math.abs(row.size() - data.getFirst().size()) <= 1;
        return named ? row : List.of();
    }

    /** The values of a column that are not blank. */
    private List<String> column(int index) {
        return data.stream().filter(row -> index < row.size()).map(row -> row.get(index)).filter(cell -> !cell.isEmpty()).toList();
    }

    private static boolean fits(CsvRole role, List<String> cells) {
        return switch (role) {
            case BOOKED_ON, VALUE_ON -> !cells.isEmpty() && cells.stream().allMatch(CsvGuess::isDay);
            case AMOUNT -> !cells.isEmpty() && cells.stream().allMatch(CsvCells::isAmount);
            case DEBIT, CREDIT, BALANCE -> cells.stream().allMatch(CsvCells::isAmount);
            case CURRENCY -> cells.stream().allMatch(cell -> Amounts.currency(cell).isPresent());
            case DIRECTION -> !cells.isEmpty() && cells.stream().allMatch(cell -> CsvCells.direction(cell) != 0);
            default -> true;
        };
    }

    /** Fills in what the headings did not say. */
    private void byContent(List<CsvRole> roles) {
        List<Integer> free = new ArrayList<>(IntStream.range(0, roles.size()).filter(i -> roles.get(i) == CsvRole.IGNORED)
                .filter(i -> !column(i).isEmpty()).boxed().toList());
        for (CsvRole role : List.of(CsvRole.BOOKED_ON, CsvRole.VALUE_ON)) {
            if (!roles.contains(role) && (role == CsvRole.BOOKED_ON || headings().isEmpty())) {
                take(roles, free, role);
            }
        }
        if (!roles.contains(CsvRole.CURRENCY)) {
            take(roles, free, CsvRole.CURRENCY);
        }
        if (!roles.contains(CsvRole.AMOUNT) && !roles.contains(CsvRole.DEBIT) && !roles.contains(CsvRole.CREDIT)) {
            amount(roles, free);
        }
        if (!roles.contains(CsvRole.DIRECTION) && roles.contains(CsvRole.AMOUNT)) {
            take(roles, free, CsvRole.DIRECTION);
        }
        if (!roles.contains(CsvRole.TEXT)) {
            free.stream().filter(i -> roles.get(i) == CsvRole.IGNORED)
                    .filter(i -> column(i).stream().anyMatch(cell -> cell.chars().anyMatch(Character::isLetter)))
                    .forEach(i -> roles.set(i, CsvRole.TEXT));
        }
    }

    private void take(List<CsvRole> roles, List<Integer> free, CsvRole role) {
        free.stream().filter(i -> fits(role, column(i))).findFirst().ifPresent(i -> {
            roles.set(i, role);
            free.remove(i);
        });
    }

    /** Numbers with decimals come first; the next such column is a balance when it goes on by the amounts. */
    private void amount(List<CsvRole> roles, List<Integer> free) {
        List<Integer> numbers = free.stream().filter(i -> fits(CsvRole.AMOUNT, column(i)))
                .filter(i -> column(i).stream().noneMatch(cell -> cell.matches("0[0-9]+|[0-9]{10,}")))
                .sorted((one, other) -> Boolean.compare(hasDecimals(other), hasDecimals(one))).toList();
        if (numbers.isEmpty()) {
            return;
        }
        roles.set(numbers.getFirst(), CsvRole.AMOUNT);
        for (int candidate : numbers.subList(1, numbers.size())) {
            if (data.size() > 1 && RunningBalance.of(amounts(numbers.getFirst()), amounts(candidate)).holds()) {
                roles.set(candidate, CsvRole.BALANCE);
                return;
            }
        }
    }

    private List<Optional<BigDecimal>> amounts(int index) {
        String sign = CsvCells.decimalSign(column(index));
        return data.stream().map(row -> index < row.size() ? CsvCells.amount(row.get(index), sign) : Optional.<BigDecimal>empty())
                .toList();
    }

    private boolean hasDecimals(int index) {
        return column(index).stream().anyMatch(cell -> cell.matches(".*[.,][0-9]{2}-?"));
    }

    private String account() {
        for (List<String> row : rows.subList(0, first)) {
            for (int i = 0; i < row.size(); i++) {
                Matcher iban = IBAN.matcher(row.get(i));
                if (iban.find()) {
                    return iban.group(1).replace(" ", "");
                }
                if (i + 1 < row.size() && ACCOUNT_LABEL.matcher(row.get(i)).matches() && row.get(i + 1).matches("[0-9][0-9 /-]{4,30}")) {
                    return row.get(i + 1);
                }
            }
        }
        return "";
    }

    private String currency(List<String> headings, List<CsvRole> roles) {
        Stream<String> places = Stream.concat(Stream.of(CsvRole.AMOUNT, CsvRole.DEBIT, CsvRole.CREDIT, CsvRole.BALANCE).map(roles::indexOf)
                .filter(i -> i >= 0 && i < headings.size()).map(headings::get), rows.subList(0, first).stream().flatMap(List::stream));
        return places.flatMap(text -> CODE.matcher(text).results().map(found -> found.group(1)))
                .filter(code -> Amounts.currency(code).isPresent()).findFirst().orElse("");
    }
}
