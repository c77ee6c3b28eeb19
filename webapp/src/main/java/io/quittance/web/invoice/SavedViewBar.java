package io.quittance.web.invoice;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.invoice.SavedView;
import io.quittance.invoice.ViewOutcome;
import io.quittance.invoice.boundary.SavedViews;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Chooses among saved views of the list of invoices, and saves, renames and deletes them. */
@Named("savedViews")
@ViewScoped
public class SavedViewBar implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SavedViews views;
    @Inject
    transient InvoicesPage page;
    @Inject
    transient CurrentActor actor;
    @Inject
    transient Say say;

    private transient List<SavedView> all;
    private Long chosen;
    private String name = "";
    private boolean shared;

    /** A list opened without a wish begins with the person's own first view, if there is one. */
    public void begin() {
        if (!page.isFiltered()) {
            getAll().stream().filter(SavedView::isDefault).findFirst().ifPresent(view -> {
                chosen = view.id();
                page.show(view);
            });
        }
    }

    /** Shows the chosen view, or all invoices. */
    public void choose() {
        getChosenView().ifPresentOrElse(page::show, page::clear);
    }

    /** Saves what is shown under a new name. */
    public void save() {
        tell(views.save(name, shared, page.filter(), page.sort(), page.isAscending()), "view.saved");
    }

    /** Replaces what the chosen view shows by what is shown now. */
    public void replace() {
        getChosenView().ifPresent(view ->
                tell(views.change(view.id(), view.name(), page.filter(), page.sort(), page.isAscending()), "view.saved"));
    }

    public void rename() {
        getChosenView().ifPresent(view ->
                tell(views.change(view.id(), name, view.filter(), view.sort(), view.ascending()), "view.saved"));
    }

    public void delete() {
        getChosenView().ifPresent(view -> {
            tell(views.delete(view.id()), "view.deleted");
            chosen = getChosenView().map(SavedView::id).orElse(null);
        });
    }

    /** The list begins with the chosen view from now on; with all invoices when none is chosen. */
    public void beginWithIt() {
        if (views.beginWith(Optional.ofNullable(chosen))) {
            say.done("view.begun");
        }
        all = null;
    }

    private void tell(ViewOutcome outcome, String done) {
        switch (outcome) {
            case ViewOutcome.Done told -> {
                chosen = told.view().id();
                name = "";
                shared = false;
                say.done(done, told.view().name());
            }
            case ViewOutcome.Refused refused -> say.faults(refused.faults(), field -> field.equals("name") ? "viewForm:name" : null);
            case ViewOutcome.Unknown gone -> say.refused("error.gone");
        }
        all = null;
    }

    public List<SavedView> getAll() {
        if (all == null) {
            all = views.all();
        }
        return all;
    }

    /** The chosen one, unless somebody deleted it meanwhile. */
    public Optional<SavedView> getChosenView() {
        return getAll().stream().filter(view -> chosen != null && view.id() == chosen).findFirst();
    }

    public boolean isAnyChosen() {
        return getChosenView().isPresent();
    }

    /** Whether the person may change what everybody sees. */
    public boolean isSharer() {
        return actor.get().may(Permission.INVOICE_WRITE);
    }

    public Long getChosen() {
        return chosen;
    }

    public void setChosen(Long chosen) {
        this.chosen = chosen;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }
}
