package io.quittance.web.invoice;

import io.quittance.invoice.Instalment;
import io.quittance.invoice.InstalmentTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.PreviewOutcome;
import io.quittance.invoice.ScheduleOutcome;
import io.quittance.invoice.boundary.Instalments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.language.Format;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The dialog that lays an invoice out in instalments: terms, the schedule they give, and each part as one wishes it. */
@Named("instalmentDialog")
@ViewScoped
public class InstalmentDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Instalments instalments;

    @Inject
    transient InvoicePage page;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient Format format;

    @Inject
    transient Say say;

    private BigDecimal down;
    private LocalDate first;
    private Integer count;
    private Integer months;
    private String reason;
    private String currency;
    private long openMinor;
    private final ArrayList<InstalmentForm> parts = new ArrayList<>();

    /** A fresh form: three parts, the first in a month. */
    public void begin() {
        down = null;
        first = tenant.get().today(clock).plusMonths(1);
        count = 3;
        months = 1;
        reason = "";
        preview();
    }

    /** Lays the schedule out anew by the terms. */
    public void preview() {
        parts.clear();
        Currency unit = page.getView().row().open().currency();
        Optional<Money> wished = Optional.ofNullable(down).filter(amount -> amount.signum() != 0).map(amount -> money(amount, unit));
        PreviewOutcome outcome = instalments.preview(invoice(), new InstalmentTerms(wished, first, count, months));
        switch (outcome) {
            case PreviewOutcome.Preview shown -> {
                currency = shown.open().currency().getCurrencyCode();
                openMinor = shown.open().minorUnits();
                shown.instalments().forEach(part -> parts.add(InstalmentForm.of(part)));
            }
            case PreviewOutcome.Refused refused -> say.faults(refused.faults(), field -> "instalmentForm:" + field);
            case PreviewOutcome.NothingOpen none -> say.refused("instalments.nothingOpen");
        }
    }

    public void save() {
        List<Instalment> schedule = parts.stream()
                .map(part -> new Instalment(part.getDue(), money(part.getAmount(), open().currency()))).toList();
        switch (isReplacing() ? instalments.replace(invoice(), schedule, reason) : instalments.schedule(invoice(), schedule)) {
            case ScheduleOutcome.Scheduled done -> say.done("instalments.done", done.instalments().size());
            case ScheduleOutcome.Refused refused -> say.faults(refused.faults(), InstalmentDialog::inputOf);
            case ScheduleOutcome.AlreadyScheduled already -> say.refused("instalments.already");
            case ScheduleOutcome.NothingOpen none -> say.refused("instalments.nothingOpen");
            case ScheduleOutcome.Changed changed -> say.refused("instalments.changed", format.money(changed.open()));
            case ScheduleOutcome.Unknown unknown -> say.refused("error.gone");
        }
        page.refresh();
    }

    /** From a fault's field such as {@code instalments[2].amount} to the input it was typed into. */
    private static String inputOf(String field) {
        return field.equals("instalments") ? null : "instalmentForm:" + field.replaceFirst("^instalments\\[(\\d+)]\\.", "parts:$1:");
    }

    /** What the parts leave of the sum as they stand; negative when they make more. */
    public Money getRest() {
        Money rest = open();
        for (InstalmentForm part : parts) {
            rest = rest.minus(money(part.getAmount(), open().currency()));
        }
        return rest;
    }

    /** An amount finer than the currency counts as none: the rules then say what is wrong with it. */
    private static Money money(BigDecimal amount, Currency unit) {
        boolean fits = amount != null && amount.stripTrailingZeros().scale() <= unit.getDefaultFractionDigits();
        return fits ? Money.of(amount, unit, RoundingMode.UNNECESSARY) : Money.zero(unit);
    }

    /** What the preview laid out. */
    private Money open() {
        return Money.ofMinor(openMinor, currency);
    }

    private InvoiceId invoice() {
        return new InvoiceId(page.getId());
    }

    public List<InstalmentForm> getParts() {
        return parts;
    }

    /** Whether a plan is there that the new one takes the place of. */
    public boolean isReplacing() {
        return page.getView().hasPlan();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isReady() {
        return !parts.isEmpty();
    }

    public BigDecimal getDown() {
        return down;
    }

    public void setDown(BigDecimal down) {
        this.down = down;
    }

    public LocalDate getFirst() {
        return first;
    }

    public void setFirst(LocalDate first) {
        this.first = first;
    }

    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }

    public Integer getMonths() {
        return months;
    }

    public void setMonths(Integer months) {
        this.months = months;
    }
}
