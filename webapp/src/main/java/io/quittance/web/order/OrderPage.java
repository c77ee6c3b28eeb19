package io.quittance.web.order;

import io.quittance.order.OrderId;
import io.quittance.order.OrderOutcome;
import io.quittance.order.OrderState;
import io.quittance.order.OrderView;
import io.quittance.order.boundary.OrderDeadLetters;
import io.quittance.order.boundary.OrderList;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;

/** One order: what it says, what rules found, and what to do with it. */
@Named("order")
@ViewScoped
public class OrderPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderList boundary;

    @Inject
    transient OrderDeadLetters letters;

    @Inject
    transient Say say;

    private transient OrderView view;
    private Long id;
    private int revision;
    private String document = "";
    private String reason = "";

    public void open() {
        Optional<OrderView> found = id == null ? Optional.empty() : boundary.find(new OrderId(id));
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        show(found.get());
    }

    private void show(OrderView found) {
        view = found;
        document = found.document();
        revision = found.revision();
    }

    /** What was edited meanwhile stays; the rest is read again. */
    public void refresh() {
        view = null;
    }

    /** As it is, or as corrected here. */
    public void replay() {
        boolean corrected = !document.strip().equals(getView().document().strip());
        after(corrected ? letters.correct(new OrderId(id), revision, document) : letters.replay(new OrderId(id)), "order.replayed");
    }

    public void waive() {
        after(letters.waive(new OrderId(id)), "order.waived");
    }

    public void discard() {
        after(letters.discard(new OrderId(id), reason), "order.discarded");
    }

    private void after(OrderOutcome outcome, String done) {
        switch (outcome) {
            case OrderOutcome.Done finished -> {
                say.done(done);
                boundary.find(new OrderId(id)).ifPresent(this::show);
            }
            case OrderOutcome.Refused refused -> say.faults(refused.faults(),
                    field -> field.equals("reason") ? "discard:reason" : "letter:document");
            case OrderOutcome.NotWaiting other -> {
                say.refused("order.notWaiting");
                refresh();
            }
            case OrderOutcome.Unknown gone -> say.refused("error.gone");
        }
    }

    public OrderView getView() {
        if (view == null) {
            view = boundary.find(new OrderId(id)).orElseThrow(() -> new IllegalStateException("order " + id + " is gone"));
        }
        return view;
    }

    /** Whether it waits for a person. */
    public boolean isWaiting() {
        return getView().row().state().isDeadLetter();
    }

    /** Whether a person may answer for what rules hold back. */
    public boolean isHeld() {
        return getView().row().state() == OrderState.HELD;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document == null ? "" : document;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
