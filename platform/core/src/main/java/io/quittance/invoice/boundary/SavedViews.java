package io.quittance.invoice.boundary;

import io.quittance.Fault;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.SavedView;
import io.quittance.invoice.ViewOutcome;
import io.quittance.invoice.control.SavedViewRows;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Views of the list of invoices: each person's own, and those shared by everybody who may write invoices. */
@Boundary
public class SavedViews {

    /** Most views of one person, and most that are shared. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 60;

    @Inject
    SavedViewRows rows;
    @Inject
    CurrentActor actor;
    @Inject
    TimeOrderedIds ids;

    /** The person's own and the shared ones, by name. */
    @Requires(Permission.INVOICE_READ)
    public List<SavedView> all() {
        return rows.of(me());
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<SavedView> find(long id) {
        return all().stream().filter(view -> view.id() == id).findFirst();
    }

    /** @param name 1 to 60 characters, not that of another view of the person or, when shared, of another shared one */
    @Requires(Permission.INVOICE_READ)
    public ViewOutcome save(String name, boolean shared, InvoiceFilter filter, InvoiceSort sort, boolean ascending) {
        SavedView view = new SavedView(ids.next(), strip(name), shared, filter, sort, ascending, false);
        return fault(view).map(SavedViews::refused).orElseGet(() -> {
            rows.add(view, owner(shared));
            return new ViewOutcome.Done(view);
        });
    }

    /** Replaces name, filter and order; who sees it stays as it was. */
    @Requires(Permission.INVOICE_READ)
    public ViewOutcome change(long id, String name, InvoiceFilter filter, InvoiceSort sort, boolean ascending) {
        Optional<SavedView> before = find(id);
        if (before.isEmpty()) {
            return new ViewOutcome.Unknown(id);
        }
        SavedView after = new SavedView(id, strip(name), before.get().shared(), filter, sort, ascending, before.get().isDefault());
        return fault(after).map(SavedViews::refused).orElseGet(() -> {
            rows.change(after);
            return new ViewOutcome.Done(after);
        });
    }

    @Requires(Permission.INVOICE_READ)
    public ViewOutcome delete(long id) {
        Optional<SavedView> view = find(id);
        if (view.isEmpty()) {
            return new ViewOutcome.Unknown(id);
        }
        return foreign(view.get()).map(SavedViews::refused).orElseGet(() -> {
            rows.delete(id);
            return new ViewOutcome.Done(view.get());
        });
    }

    /** From now on the person's list begins with that view, or, without one, with all invoices. */
    @Requires(Permission.INVOICE_READ)
    public boolean beginWith(Optional<Long> id) {
        if (id.isPresent() && find(id.get()).isEmpty()) {
            return false;
        }
        rows.begin(me(), id);
        return true;
    }

    private Optional<Fault> fault(SavedView view) {
        if (view.name().isEmpty() || view.name().length() > LONGEST_NAME) {
            return Optional.of(Fault.of("name", view.name(), "view.name", LONGEST_NAME));
        }
        List<SavedView> beside = all().stream().filter(other -> other.shared() == view.shared() && other.id() != view.id()).toList();
        if (beside.stream().anyMatch(other -> other.name().equalsIgnoreCase(view.name()))) {
            return Optional.of(Fault.of("name", view.name(), "view.nameTaken"));
        }
        return beside.size() >= MOST ? Optional.of(Fault.of("name", view.name(), "view.tooMany", MOST)) : foreign(view);
    }

    /** Whoever may only read invoices may not change what everybody sees. */
    private Optional<Fault> foreign(SavedView view) {
        return view.shared() && !actor.get().may(Permission.INVOICE_WRITE)
                ? Optional.of(Fault.of("shared", true, "view.shared")) : Optional.empty();
    }

    private static ViewOutcome refused(Fault fault) {
        return new ViewOutcome.Refused(List.of(fault));
    }

    private String me() {
        return actor.get().label();
    }

    private String owner(boolean shared) {
        return shared ? SavedViewRows.EVERYBODY : me();
    }

    private static String strip(String name) {
        return name == null ? "" : name.strip();
    }
}
