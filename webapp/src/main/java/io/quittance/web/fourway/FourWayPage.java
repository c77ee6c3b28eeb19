package io.quittance.web.fourway;

import io.quittance.fourway.ExplainOutcome;
import io.quittance.fourway.FourWayRow;
import io.quittance.fourway.FourWaySheet;
import io.quittance.fourway.GapFilter;
import io.quittance.fourway.GapRow;
import io.quittance.fourway.GapState;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.boundary.FourWayRun;
import io.quittance.fourway.boundary.FourWayStatement;
import io.quittance.reconciliation.Gap;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.language.Format;
import io.quittance.web.language.Texts;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The statement of some days, and the gaps. */
@Named("fourWay")
@ViewScoped
public class FourWayPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 7;
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)? [A-Z]{3}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Inject
    transient FourWayStatement statement;

    @Inject
    transient FourWayRun run;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient Texts texts;

    @Inject
    transient Format format;

    @Inject
    transient Say say;

    private transient FourWaySheet sheet;
    private transient PlainRows<GapRow> gaps;
    private LocalDate from;
    private LocalDate to;
    private LocalDate day;
    private Currency currency;
    private Gap gap;
    private GapState state;
    private Long chosen;
    private String reason = "";

    @PostConstruct
    void open() {
        to = tenant.get().today(clock);
        from = to.minusDays(DAYS);
        currency = tenant.get().currency();
        state = GapState.OPEN;
        gaps = new PlainRows<>((offset, limit) -> statement.gaps(new GapFilter(gap == null ? Set.of() : Set.of(gap),
                state == null ? Set.of() : Set.of(state), Optional.empty(), Optional.empty(), Optional.empty()), offset, limit));
    }

    /** Read once for each showing. */
    public FourWaySheet getSheet() {
        if (sheet == null) {
            LocalDate last = to == null ? tenant.get().today(clock) : to;
            sheet = statement.sheet(from == null ? last : from, last, Optional.ofNullable(currency));
        }
        return sheet;
    }

    /** The day whose movements are shown: the chosen one, or the newest that has any. */
    public LocalDate getDay() {
        List<FourWaySheet.Day> days = getSheet().days();
        boolean known = day != null && days.stream().anyMatch(each -> each.day().equals(day));
        return known ? day : days.isEmpty() ? null : days.getLast().day();
    }

    public void show(LocalDate wanted) {
        day = wanted;
    }

    /** What moved on the shown day. */
    public List<FourWayRow> getRows() {
        LocalDate shown = getDay();
        return getSheet().rows().stream().filter(row -> row.day().equals(shown)).toList();
    }

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        sheet = null;
    }

    public void compare() {
        say.done("fourway.compared", run.compare().opened());
        sheet = null;
    }

    public void choose(long id) {
        chosen = id;
        reason = "";
    }

    public void explain() {
        switch (statement.explain(chosen == null ? 0 : chosen, reason == null ? "" : reason)) {
            case ExplainOutcome.Done _ -> say.done("fourway.explained");
            case ExplainOutcome.Refused refused -> say.faults(List.of(refused.fault()), field -> "explainForm:reason");
            case ExplainOutcome.Unknown _ -> say.refused("error.gone");
        }
        sheet = null;
    }

    /** One sentence that says what is wrong. */
    public String why(GapRow row) {
        return texts.of("fourway.why." + row.finding().reason(), row.finding().said().stream().map(this::asPeopleWrite).toArray());
    }

    /** What is said of a gap is kept as programs write it. */
    private String asPeopleWrite(String said) {
        if (AMOUNT.matcher(said).matches()) {
            String[] parts = said.split(" ");
            return format.money(Money.parse(parts[0], Currency.getInstance(parts[1])));
        }
        return DAY.matcher(said).matches() ? format.date(LocalDate.parse(said)) : said;
    }

    /** One sentence that says what to do. */
    public String remedy(GapRow row) {
        return texts.of("fourway.do." + row.finding().gap() + "." + row.finding().at());
    }

    /** In days. */
    public long age(GapRow row) {
        return Math.max(0, ChronoUnit.DAYS.between(row.finding().day(), tenant.get().today(clock)));
    }

    /** Where a record is shown; empty where it has no page of its own. */
    public String path(RecordRef record) {
        return switch (record.kind()) {
            case INVOICE -> "/app/invoice/page.xhtml?id=" + record.id();
            case PAYMENT -> "/app/payment/page.xhtml?id=" + record.id();
            case LINE -> "/app/reconciliation/page.xhtml?line=" + record.id();
            case PAYOUT, ENTRY -> "";
        };
    }

    /** What people call a record. */
    public String name(RecordRef record) {
        return texts.word("fourway.record", record.kind()) + (record.label().isEmpty() ? "" : " " + record.label());
    }

    public PlainRows<GapRow> getGaps() {
        return gaps;
    }

    public List<Gap> getTypes() {
        return List.of(Gap.values());
    }

    public List<GapState> getStates() {
        return List.of(GapState.values());
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
        this.currency = currency;
    }

    public Gap getGap() {
        return gap;
    }

    public void setGap(Gap gap) {
        this.gap = gap;
    }

    public GapState getState() {
        return state;
    }

    public void setState(GapState state) {
        this.state = state;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
