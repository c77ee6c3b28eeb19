package io.quittance.spi.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An order as the system has it. Texts that it does not have are empty.
 *
 * @param id             the system's own, never changes
 * @param currency       ISO 4217 code
 * @param orderedOn      civil day, as the system dates it
 * @param buyerReference the buyer's own number of the order
 * @param gross          whether unit prices include the tax
 * @param tax            all taxes together, if the system states it
 * @param total          with tax, if the system states it
 * @param withdrawn      whether it is cancelled there
 */
public record SourceOrder(String id, Buyer buyer, String currency, Optional<LocalDate> orderedOn, Optional<LocalDate> dueDate,
        String buyerReference, String notes, boolean gross, List<Line> lines, Optional<BigDecimal> tax, Optional<BigDecimal> total,
        boolean withdrawn) {

    public SourceOrder {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an order has an id");
        }
        Objects.requireNonNull(buyer, "buyer");
        lines = List.copyOf(lines);
    }

    /**
     * Who ordered.
     *
     * @param id      the system's own of the customer
     * @param country ISO 3166-1 alpha-2
     */
    public record Buyer(String id, String name, String email, String taxId, boolean business, String street, String postcode, String city,
            String country) {
    }

    /**
     * What was ordered.
     *
     * @param quantity        negative for a deduction
     * @param unitPrice       before the discount; empty to take the catalogue's
     * @param discountPercent 0 to 100
     * @param taxPercent      empty when the system does not say; zero when nothing is taxed
     */
    public record Line(String item, String description, BigDecimal quantity, String unit, Optional<BigDecimal> unitPrice,
            BigDecimal discountPercent, Optional<BigDecimal> taxPercent) {
    }
}
