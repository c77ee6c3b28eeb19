package io.quittance.imports.control;

import io.quittance.imports.RowFault.Reason;
import io.quittance.imports.entity.ItemCandidate;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Understands the rows of a file of items. */
final class ItemRowReader implements RowReader<ItemCandidate> {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_UNIT = 3;
    private static final String PIECES = "C62";

    private final Currency home;

    /** @param home of prices that name no currency */
    ItemRowReader(Currency home) {
        this.home = home;
    }

    @Override
    public Optional<ItemCandidate> read(Cells row) {
        String code = row.requiredText("code", LONGEST_CODE).orElse("");
        String name = row.requiredText("name", LONGEST_NAME).orElse("");
        String description = row.text("description", LONGEST_DESCRIPTION).orElse("");
        String unit = row.text("unit", LONGEST_UNIT).orElse(PIECES);
        Optional<BigDecimal> price = row.decimal("price");
        Optional<Currency> currency = row.currency("currency", home);
        TaxCategory category = row.oneOf("tax_category", TaxCategory.class).orElse(TaxCategory.S);
        BigDecimal percent = row.decimal("tax_rate").orElse(BigDecimal.ZERO);
        if (!TaxRate.fits(category, percent)) {
            row.fault(Reason.UNKNOWN_VALUE, "tax_rate", row.cell("tax_rate"), category == TaxCategory.S ? "> 0, <= 100" : "0");
        }
        PriceMode mode = row.yes("price_includes_tax") ? PriceMode.GROSS : PriceMode.NET;
        if (!row.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ItemCandidate(code, name, description, unit, price.orElseThrow(), currency.orElseThrow(),
                new TaxRate(category, percent), mode));
    }

    @Override
    public String key(ItemCandidate candidate) {
        return candidate.code();
    }

    @Override
    public String keyColumn() {
        return "code";
    }
}
