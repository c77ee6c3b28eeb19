package io.quittance.web.reconciliation;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.reconciliation.boundary.Matches;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;

/** How sure a match must be to be booked without asking; people read percent, the machine keeps basis points. */
@Named("matchingForm")
@ViewScoped
public class MatchingForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    transient Matches matches;
    @Inject
    transient Permissions permissions;
    @Inject
    transient Say say;

    private BigDecimal percent;

    @PostConstruct
    void open() {
        percent = !isShown() ? null : BigDecimal.valueOf(matches.automatic().basisPoints(), DECIMALS).stripTrailingZeros();
    }

    public void save() {
        boolean readable = percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0 && percent.stripTrailingZeros().scale() <= DECIMALS;
        if (readable && matches.automaticFrom(percent.movePointRight(DECIMALS).intValueExact()).isEmpty()) {
            say.done("matching.saved");
        } else {
            int least = Matches.LOWEST.basisPoints() / HUNDRED.intValueExact();
            say.wrong("matching:percent", say.text("matching.wrong", least));
        }
    }

    /** Whether this person may only look. */
    public boolean isFixed() {
        return !permissions.allowed(Permission.SETTINGS_WRITE);
    }

    /** Whether this person may see it at all. */
    public boolean isShown() {
        return permissions.allowed(Permission.RECONCILIATION_READ);
    }

    public BigDecimal getPercent() {
        return percent;
    }

    public void setPercent(BigDecimal percent) {
        this.percent = percent;
    }
}
