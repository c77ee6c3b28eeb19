package io.quittance.web.payment;

import io.quittance.Fault;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.ClaimPart;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import io.quittance.web.language.Format;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The screen that hands what rests of a payment to claims of one's choice, and shows what is left as one types. */
@Named("allocationScreen")
@ViewScoped
public class AllocationScreen implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Allocations allocations;

    @Inject
    transient PaymentPage page;

    @Inject
    transient Format format;

    @Inject
    transient Say say;

    private final ArrayList<ClaimForm> rows = new ArrayList<>();

    /** A fresh form with the claims that are open now. */
    public void begin() {
        rows.clear();
        page.refresh();
        allocations.openFor(payment()).forEach(claim -> rows.add(new ClaimForm(claim)));
    }

    /** Gives a claim as much as is left, or takes back what was typed. */
    public void toggle(int position) {
        ClaimForm row = rows.get(position);
        if (row.isChosen()) {
            row.setAmount(null);
            return;
        }
        Money part = getRest().min(row.getOpen());
        row.setAmount(part.isPositive() ? part.toDecimal() : null);
    }

    public void save() {
        List<ClaimForm> chosen = rows.stream().filter(ClaimForm::isChosen).toList();
        AllocationOutcome outcome = allocations.applyTo(payment(),
                chosen.stream().map(row -> new ClaimPart(row.claim(), row.money())).toList());
        switch (outcome) {
            case AllocationOutcome.Allocated done ->
                say.done("payment.applied.done", done.shares().size(), format.money(done.remainder()));
            case AllocationOutcome.Refused refused -> show(refused.faults(), chosen);
            case AllocationOutcome.CurrencyDiffers differs -> say.refused("payment.currencyDiffers");
            case AllocationOutcome.NotEnoughUnapplied less -> say.refused("payment.nothingOpen");
            case AllocationOutcome.MoreThanOpen more -> say.refused("payment.nothingOpen");
            case AllocationOutcome.Unknown gone -> say.refused("error.gone");
        }
        page.refresh();
    }

    /** Faults count the chosen claims; on the screen they stand beside the row that each was typed into. */
    private void show(List<Fault> faults, List<ClaimForm> chosen) {
        say.faults(faults, field -> {
            String position = field.replaceAll("^parts\\[(\\d+)].*$", "$1");
            return position.matches("\\d+") ? "allocate:rows:" + rows.indexOf(chosen.get(Integer.parseInt(position))) + ":amount" : null;
        });
    }

    /** What the amounts leave of the payment as they stand; negative when they are more. */
    public Money getRest() {
        Money rest = page.getView().row().unapplied();
        for (ClaimForm row : rows) {
            rest = rest.minus(row.money());
        }
        return rest;
    }

    private PaymentId payment() {
        return new PaymentId(page.getId());
    }

    public List<ClaimForm> getRows() {
        return rows;
    }
}
