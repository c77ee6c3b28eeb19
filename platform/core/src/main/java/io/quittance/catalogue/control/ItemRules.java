package io.quittance.catalogue.control;

import io.quittance.Fault;
import io.quittance.catalogue.ItemDetails;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an item must hold to, whoever enters it. */
public final class ItemRules {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int MOST_PRICES = 50;
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);
    /** Common codes of Recommendation 20 have two or three characters. */
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._/+#-]{1," + LONGEST_CODE + "}");

    private ItemRules() {
    }

    /** @return every fault, in the order of the form */
    public static List<Fault> check(ItemDetails item) {
        List<Fault> faults = new ArrayList<>();
        if (item.code().isEmpty()) {
            faults.add(Fault.of("code", "", "text.missing"));
        } else if (!isCode(item.code())) {
            faults.add(Fault.of("code", item.code(), "item.code", LONGEST_CODE));
        }
        if (item.name().isEmpty()) {
            faults.add(Fault.of("name", "", "text.missing"));
        }
        longest(faults, "name", item.name(), LONGEST_NAME);
        longest(faults, "description", item.description(), LONGEST_DESCRIPTION);
        if (!UNIT.matcher(item.unit()).matches()) {
            faults.add(Fault.of("unit", item.unit(), "item.unit"));
        }
        prices(faults, item.prices());
        if (item.tax() == null) {
            faults.add(Fault.of("tax", "", "tax.missing"));
        }
        return faults;
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static void prices(List<Fault> faults, Map<String, BigDecimal> prices) {
        if (prices.isEmpty()) {
            faults.add(Fault.of("prices", "", "item.noPrices"));
        }
        if (prices.size() > MOST_PRICES) {
            faults.add(Fault.of("prices", prices.size(), "list.tooLong", MOST_PRICES));
        }
        new TreeMap<>(prices).forEach((currency, price) -> price(faults, currency, price));
    }

    private static void price(List<Fault> faults, String currency, BigDecimal price) {
        String field = "prices." + currency;
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency) && known.getDefaultFractionDigits() >= 0)) {
            faults.add(Fault.of(field, currency, "currency.unknown"));
        }
        if (price.signum() < 0) {
            faults.add(Fault.of(field, price.toPlainString(), "money.negative"));
        } else if (price.scale() > MOST_DECIMALS) {
            faults.add(Fault.of(field, price.toPlainString(), "number.tooPrecise", MOST_DECIMALS));
        } else if (price.compareTo(LARGEST) > 0) {
            faults.add(Fault.of(field, price.toPlainString(), "number.tooLarge", LARGEST.toPlainString()));
        }
    }

    private static void longest(List<Fault> faults, String field, String value, int most) {
        if (value.length() > most) {
            faults.add(Fault.of(field, value.substring(0, 40) + "…", "text.tooLong", most));
        }
    }
}
