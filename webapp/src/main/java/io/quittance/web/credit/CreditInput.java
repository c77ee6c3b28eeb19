package io.quittance.web.credit;

import io.quittance.credit.CategoryCredit;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.web.problem.InputFault;
import io.quittance.web.problem.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of an invoice is to be credited: all that is left, net amounts of lines, or net amounts of tax rates. */
public record CreditInput(CreditScope scope, Optional<List<LinePart>> lines, Optional<List<CategoryPart>> categories, String reason,
        Optional<Boolean> mail) {

    /** A net amount of a line. */
    public record LinePart(int position, Money net) {
    }

    /** A net amount of a tax category and rate. */
    public record CategoryPart(TaxCategory category, BigDecimal percent, Money net) {
    }

    CreditOrder order(String key, InvoiceId invoice) {
        List<InputFault> faults = new ArrayList<>();
        List<CategoryPart> parts = categories.orElse(List.of());
        for (int i = 0; i < parts.size(); i++) {
            if (!TaxRate.fits(parts.get(i).category(), parts.get(i).percent())) {
                faults.add(InputFault.of("categories[" + i + "].percent", parts.get(i).percent(), "invoice.tax", parts.get(i).category()));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofInput(faults);
        }
        return new CreditOrder(key, invoice, scope,
                lines.orElse(List.of()).stream().map(line -> new LineCredit(line.position(), line.net())).toList(),
                parts.stream().map(part -> new CategoryCredit(new TaxRate(part.category(), part.percent()), part.net())).toList(),
                reason, mail.orElse(true));
    }
}
