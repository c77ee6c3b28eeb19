package io.quittance.web.catalogue;

import io.quittance.catalogue.ItemDetails;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.web.problem.InputFault;
import io.quittance.web.problem.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item as it is to become; unit is a code of UN/ECE Recommendation 20, pieces (C62) by default; priceMode is NET by default. */
public record ItemInput(String code, String name, Optional<String> description, Optional<String> unit, List<PriceInput> prices,
        ItemTax tax, Optional<PriceMode> priceMode) {

    private static final String PIECES = "C62";

    /** The price of one unit in a currency. */
    public record PriceInput(String currency, BigDecimal price) {
    }

    /** How it is taxed: a category of EN 16931 with its rate. */
    public record ItemTax(TaxCategory category, BigDecimal percent) {
    }

    ItemDetails details() {
        List<InputFault> faults = new ArrayList<>();
        if (!TaxRate.fits(tax.category(), tax.percent())) {
            faults.add(InputFault.of("tax.percent", tax.percent(), "invoice.tax", tax.category()));
        }
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        for (int i = 0; i < prices.size(); i++) {
            if (all.put(prices.get(i).currency(), prices.get(i).price()) != null) {
                faults.add(InputFault.of("prices[" + i + "].currency", prices.get(i).currency(), "item.priceTwice"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofInput(faults);
        }
        return new ItemDetails(code, name, description.orElse(""), unit.orElse(PIECES), all, new TaxRate(tax.category(), tax.percent()),
                priceMode.orElse(PriceMode.NET));
    }
}
