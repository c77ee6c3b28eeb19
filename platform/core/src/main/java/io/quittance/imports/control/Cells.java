package io.quittance.imports.control;

import io.quittance.Currencies;
import io.quittance.FormulaGuard;
import io.quittance.imports.FileFormat;
import io.quittance.imports.RowFault;
import io.quittance.imports.RowFault.Reason;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the cells of one row by column, collecting every fault instead of stopping at the first. */
final class Cells {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final String EMAIL = "[^@\\s\"<>,;]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";

    private final CsvTable.Line line;
    private final ColumnMap columns;
    private final FileFormat format;
    private final List<RowFault> faults = new ArrayList<>();

    Cells(CsvTable.Line line, ColumnMap columns, FileFormat format) {
        this.line = line;
        this.columns = columns;
        this.format = format;
        if (line.cells().size() != columns.width()) {
            fault(Reason.CELL_COUNT, "", "", line.cells().size(), columns.width());
        }
    }

    int number() {
        return line.number();
    }

    List<String> raw() {
        return line.cells();
    }

    List<RowFault> faults() {
        return faults;
    }

    void fault(Reason reason, String column, String value, Object... details) {
        faults.add(RowFault.of(reason, column, value, details));
    }

    /** The cell's text; empty when the column or its value is missing, or the text is at fault. */
    Optional<String> text(String column, int longest) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.length() > longest) {
            fault(Reason.TOO_LONG, column, value.substring(0, longest), longest);
            return Optional.empty();
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            fault(Reason.CONTROL_CHARACTER, column, value);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    Optional<String> requiredText(String column, int longest) {
        return required(column) ? text(column, longest) : Optional.empty();
    }

    Optional<LocalDate> date(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = format.dates().read(value);
        if (date.isEmpty()) {
            fault(Reason.NOT_A_DATE, column, value, format.dates().shown());
        } else if (date.get().isBefore(EARLIEST) || date.get().isAfter(LATEST)) {
            fault(Reason.DATE_OUT_OF_RANGE, column, value);
            return Optional.empty();
        }
        return date;
    }

    Optional<LocalDate> requiredDate(String column) {
        return required(column) ? date(column) : Optional.empty();
    }

    /** The exact amount in that currency; rounding is never done here. */
    Optional<Money> amount(String column, Currency currency) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> decimal = format.decimals().read(value);
        if (decimal.isEmpty()) {
            fault(Reason.NOT_AN_AMOUNT, column, value, format.decimals());
            return Optional.empty();
        }
        int exponent = currency.getDefaultFractionDigits();
        if (decimal.get().stripTrailingZeros().scale() > exponent) {
            fault(Reason.TOO_MANY_DECIMALS, column, value, currency, exponent);
            return Optional.empty();
        }
        try {
            return Optional.of(Money.of(decimal.get(), currency, RoundingMode.UNNECESSARY));
        } catch (ArithmeticException tooLarge) {
            fault(Reason.AMOUNT_TOO_LARGE, column, value);
            return Optional.empty();
        }
    }

    /** A number with as many decimals as it has, such as a price or a rate; a fault where it is missing. */
    Optional<BigDecimal> decimal(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            required(column);
            return Optional.empty();
        }
        Optional<BigDecimal> decimal = format.decimals().read(value);
        if (decimal.isEmpty()) {
            fault(Reason.NOT_AN_AMOUNT, column, value, format.decimals());
        }
        return decimal;
    }

    Optional<Money> positiveAmount(String column, Currency currency) {
        if (!required(column)) {
            return Optional.empty();
        }
        Optional<Money> amount = amount(column, currency);
        if (amount.isPresent() && !amount.get().isPositive()) {
            fault(Reason.NOT_POSITIVE, column, cell(column));
            return Optional.empty();
        }
        return amount;
    }

    Optional<Money> amountNotNegative(String column, Currency currency) {
        Optional<Money> amount = amount(column, currency);
        if (amount.isPresent() && amount.get().isNegative()) {
            fault(Reason.NEGATIVE, column, cell(column));
            return Optional.empty();
        }
        return amount;
    }

    /** The row's currency, else the given one; empty when it names none that exists. */
    Optional<Currency> currency(String column, Currency fallback) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.of(fallback);
        }
        Optional<Currency> known = Currencies.find(value);
        if (known.isEmpty()) {
            fault(Reason.UNKNOWN_CURRENCY, column, value);
        }
        return known;
    }

    Optional<String> country(String column) {
        String value = cell(column);
        if (!value.isEmpty() && !COUNTRIES.contains(value)) {
            fault(Reason.UNKNOWN_COUNTRY, column, value);
            return Optional.empty();
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    Optional<Locale> language(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Locale locale = Locale.forLanguageTag(value);
        if (!Set.of(Locale.getISOLanguages()).contains(locale.getLanguage())) {
            fault(Reason.UNKNOWN_LANGUAGE, column, value);
            return Optional.empty();
        }
        return Optional.of(locale);
    }

    Optional<String> email(String column) {
        Optional<String> value = text(column, 254);
        if (value.isPresent() && !value.get().matches(EMAIL)) {
            fault(Reason.NOT_AN_EMAIL, column, value.get());
            return Optional.empty();
        }
        return value;
    }

    boolean yes(String column) {
        String value = cell(column).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "yes", "y", "true", "1", "ja", "j" -> true;
            case "", "no", "n", "false", "0", "nein" -> false;
            default -> {
                fault(Reason.NOT_YES_OR_NO, column, cell(column));
                yield false;
            }
        };
    }

    Optional<Integer> number(String column, int least, int most) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            fault(Reason.NOT_A_NUMBER, column, value, least + "-" + most);
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(value));
    }

    <E extends Enum<E>> Optional<E> oneOf(String column, Class<E> type) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String wanted = value.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        List<E> values = List.of(type.getEnumConstants());
        Optional<E> found = values.stream().filter(constant -> constant.name().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            fault(Reason.UNKNOWN_VALUE, column, value, String.join(", ", values.stream().map(Enum::name).toList()));
        }
        return found;
    }

    String cell(String column) {
        return columns.position(column)
                .filter(position -> position < line.cells().size())
                .map(position -> FormulaGuard.unescape(line.cells().get(position).strip()))
                .orElse("");
    }

    private boolean required(String column) {
        boolean present = !cell(column).isEmpty();
        if (!present) {
            fault(Reason.MISSING, column, "");
        }
        return present;
    }
}
