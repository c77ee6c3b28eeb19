package io.quittance.web.recurring;

import io.quittance.invoice.LineInput;
import io.quittance.recurring.Occurrence;
import io.quittance.recurring.Recurrence;
import io.quittance.recurring.RecurringMode;
import io.quittance.recurring.RhythmUnit;
import io.quittance.recurring.Schedule;
import io.quittance.recurring.ScheduleState;
import io.quittance.recurring.ShortMonth;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A schedule as the API answers it. Next is absent when nothing comes any more, or not now. */
public record ScheduleJson(String id, String name, String customer, String customerName, Money gross, RecurringMode mode,
        ScheduleState state, LocalDate next, LocalDate start, RhythmUnit unit, int every, int dayOfMonth, ShortMonth shortMonth,
        LocalDate until, Integer times, PriceMode priceMode, List<LineOut> lines, String buyerReference, String notes, Instant createdAt) {

    /** A line of each invoice. Quantities, prices and percentages are decimal texts. */
    public record LineOut(String description, String quantity, String unit, String unitPrice, String discountPercent,
            TaxCategory taxCategory, String taxPercent) {

        static LineOut of(LineInput line) {
            return new LineOut(line.description(), line.quantity().toPlainString(), line.unit(), line.unitPrice().toPlainString(),
                    line.discountPercent().toPlainString(), line.tax().category(), line.tax().percent().toPlainString());
        }
    }

    /** What a day brought about. Invoice is absent when the draft was refused; note says why something did not happen. */
    public record OccurrenceJson(LocalDate day, String invoice, boolean issued, String note, Instant madeAt) {

        static OccurrenceJson of(Occurrence occurrence) {
            return new OccurrenceJson(occurrence.day(), occurrence.invoice().map(Object::toString).orElse(null), occurrence.issued(),
                    occurrence.note(), occurrence.madeAt());
        }
    }

    static ScheduleJson of(Schedule schedule) {
        Recurrence recurrence = schedule.details().recurrence();
        return new ScheduleJson(schedule.id().toString(), schedule.details().name(), schedule.details().template().customer().toString(),
                schedule.customerName(), schedule.gross(), schedule.details().mode(), schedule.state(), schedule.next().orElse(null),
                recurrence.start(), recurrence.rhythm().unit(), recurrence.rhythm().every(), recurrence.rhythm().dayOfMonth(),
                recurrence.rhythm().shortMonth(), recurrence.until().orElse(null), recurrence.times().orElse(null),
                schedule.details().template().prices(), schedule.details().template().lines().stream().map(LineOut::of).toList(),
                schedule.details().template().buyerReference(),
                schedule.details().template().notes(), schedule.createdAt());
    }
}
