package io.quittance.imports.control;

import io.quittance.imports.entity.InvoiceCandidate;
import io.quittance.invoice.LineInput;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Shows the tax contained in an imported amount, where one plain rate explains it to the cent. */
final class ContainedTax {

    private static final int MOST_DECIMALS = 2;
    private static final String UNNAMED = "Imported";

    private ContainedTax() {
    }

    /** A line whose net amount and rate give exactly the row's tax and gross; empty when no rate of up to two decimals does. */
    static Optional<LineInput> line(InvoiceCandidate row) {
        Money net = row.gross().minus(row.tax());
        if (!row.tax().isPositive() || !net.isPositive()) {
            return Optional.empty();
        }
        BigDecimal ratio = row.tax().toDecimal().movePointRight(2);
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            BigDecimal percent = ratio.divide(net.toDecimal(), decimals, RoundingMode.HALF_UP);
            boolean explains = percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0
                    && net.times(percent.movePointLeft(2), RoundingMode.HALF_UP).equals(row.tax());
            if (explains) {
                String text = row.description().isEmpty() ? UNNAMED : row.description();
                return Optional.of(LineInput.of(text, "1", net.toDecimal().toPlainString(), TaxRate.standard(percent.toPlainString())));
            }
        }
        return Optional.empty();
    }
}
