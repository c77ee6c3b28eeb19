package io.quittance.web.catalogue;

import io.quittance.catalogue.Item;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An item as the API answers it. Prices and percentages are decimal texts; unit is a code of UN/ECE Recommendation 20. */
public record ItemJson(String id, String code, String name, String description, String unit, List<PriceOut> prices, PriceMode priceMode,
        TaxCategory taxCategory, String taxPercent, boolean active, Instant createdAt) {

    /** The price of one unit. */
    public record PriceOut(String currency, String price) {

        static PriceOut of(Map.Entry<String, BigDecimal> price) {
            return new PriceOut(price.getKey(), price.getValue().toPlainString());
        }
    }

    static ItemJson of(Item item) {
        return new ItemJson(item.id().toString(), item.code(), item.name(), item.details().description(), item.details().unit(),
                item.details().prices().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(PriceOut::of).toList(),
                item.details().mode(),
                item.details().tax().category(), item.details().tax().percent().toPlainString(), item.active(), item.createdAt());
    }
}
