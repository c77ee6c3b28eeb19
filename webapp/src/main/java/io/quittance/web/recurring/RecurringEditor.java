package io.quittance.web.recurring;

import io.quittance.recurring.Occurrence;
import io.quittance.recurring.Recurrence;
import io.quittance.recurring.RecurringMode;
import io.quittance.recurring.Rhythm;
import io.quittance.recurring.RhythmUnit;
import io.quittance.recurring.Schedule;
import io.quittance.recurring.ScheduleDetails;
import io.quittance.recurring.ScheduleId;
import io.quittance.recurring.ScheduleOutcome;
import io.quittance.recurring.ShortMonth;
import io.quittance.recurring.boundary.RecurringInvoices;
import io.quittance.web.invoice.DraftForm;
import io.quittance.web.shell.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes and changes schedules; the next days stand beside them before anything is saved. */
@Named("recurringEditor")
@ViewScoped
public class RecurringEditor extends DraftForm {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 6;
    private static final int MOST_OCCURRENCES = 50;

    @Inject
    transient RecurringInvoices recurring;

    @Inject
    transient Clock clock;

    private Long id;
    private String name = "";
    private LocalDate first;
    private RhythmUnit unit = RhythmUnit.MONTH;
    private int every = 1;
    private Integer dayOfMonth;
    private ShortMonth shortMonth = ShortMonth.LAST_DAY;
    private LocalDate until;
    private Integer times;
    private RecurringMode mode = RecurringMode.DRAFT;

    public void open() {
        if (id == null) {
            first = tenant.get().today(clock);
            start(null);
            return;
        }
        Optional<Schedule> found = recurring.find(new ScheduleId(id));
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        ScheduleDetails details = found.get().details();
        Recurrence recurrence = details.recurrence();
        name = details.name();
        first = recurrence.start();
        unit = recurrence.rhythm().unit();
        every = recurrence.rhythm().every();
        dayOfMonth = unit == RhythmUnit.WEEK ? null : recurrence.rhythm().dayOfMonth();
        shortMonth = recurrence.rhythm().shortMonth();
        until = recurrence.until().orElse(null);
        times = recurrence.times().orElse(null);
        mode = details.mode();
        fill(details.template());
    }

    /** The next days as they would come; none while the form is not complete. */
    public List<LocalDate> getNext() {
        LocalDate today = tenant.get().today(clock);
        return recurrence().map(days -> days.next(today, SHOWN)).orElse(List.of());
    }

    public List<Occurrence> getOccurrences() {
        return id == null ? List.of() : recurring.occurrences(new ScheduleId(id), MOST_OCCURRENCES);
    }

    /** The rhythm changed: the next days are shown anew. */
    public void show() {
        compute();
    }

    public String save() {
        Optional<Recurrence> days = recurrence();
        if (days.isEmpty()) {
            say.refused("recurring.days.wrong");
            return null;
        }
        return draft(null, null).map(draft -> save(new ScheduleDetails(name, draft, days.get(), mode))).orElse(null);
    }

    private String save(ScheduleDetails details) {
        return switch (id == null ? recurring.create(details) : recurring.change(new ScheduleId(id), details)) {
            case ScheduleOutcome.Saved saved -> {
                say.done("recurring.saved", saved.schedule().details().name());
                yield "/app/recurring/list.xhtml?faces-redirect=true";
            }
            case ScheduleOutcome.Refused refused -> {
                say.faults(refused.faults(), field -> inputOf("start".equals(field) ? "first" : field));
                yield null;
            }
            case ScheduleOutcome.WrongState closed -> {
                say.refused("recurring.closed");
                yield null;
            }
            case ScheduleOutcome.Unknown unknown -> {
                say.refused("error.gone");
                yield null;
            }
        };
    }

    private Optional<Recurrence> recurrence() {
        int day = dayOfMonth != null ? dayOfMonth : first == null ? 1 : first.getDayOfMonth();
        if (first == null || every < 1 || every > Rhythm.MOST || day < 1 || day > 31) {
            return Optional.empty();
        }
        return Optional.of(new Recurrence(first, new Rhythm(unit, every, day, shortMonth), Optional.ofNullable(until),
                Optional.ofNullable(times)));
    }

    public RhythmUnit[] getUnits() {
        return RhythmUnit.values();
    }

    public ShortMonth[] getShortMonths() {
        return ShortMonth.values();
    }

    public RecurringMode[] getModes() {
        return RecurringMode.values();
    }

    public boolean isFresh() {
        return id == null;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }

    public LocalDate getFirst() {
        return first;
    }

    public void setFirst(LocalDate first) {
        this.first = first;
    }

    public RhythmUnit getUnit() {
        return unit;
    }

    public void setUnit(RhythmUnit unit) {
        this.unit = unit;
    }

    public int getEvery() {
        return every;
    }

    public void setEvery(int every) {
        this.every = every;
    }

    public Integer getDayOfMonth() {
        return dayOfMonth;
    }

    public void setDayOfMonth(Integer dayOfMonth) {
        this.dayOfMonth = dayOfMonth;
    }

    public ShortMonth getShortMonth() {
        return shortMonth;
    }

    public void setShortMonth(ShortMonth shortMonth) {
        this.shortMonth = shortMonth;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public Integer getTimes() {
        return times;
    }

    public void setTimes(Integer times) {
        this.times = times;
    }

    public RecurringMode getMode() {
        return mode;
    }

    public void setMode(RecurringMode mode) {
        this.mode = mode;
    }
}
