package io.quittance.recurring.control;

import io.quittance.LocalText;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.LineInput;
import io.quittance.recurring.Recurrence;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Puts the period that an invoice is for into its texts. */
public final class PeriodTexts {

    private static final String START = "{period_start}";
    private static final String END = "{period_end}";

    private PeriodTexts() {
    }

    /** @param language of the document */
    public static DraftInvoice of(DraftInvoice template, Recurrence recurrence, LocalDate day, Locale language) {
        String start = LocalText.date(day, language);
        String end = LocalText.date(recurrence.periodEnd(day), language);
        return new DraftInvoice(template.customer(), template.currency(), Optional.empty(), Optional.empty(),
                filled(template.buyerReference(), start, end), filled(template.notes(), start, end),
                template.lines().stream().map(line -> new LineInput(filled(line.description(), start, end), line.quantity(), line.unit(),
                        line.unitPrice(), line.discountPercent(), line.tax())).toList(), template.prices());
    }

    private static String filled(String text, String start, String end) {
        return text.replace(START, start).replace(END, end);
    }
}
