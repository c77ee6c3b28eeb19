package io.quittance.web.payment;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.allocation.AllocationRules;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.boundary.AllocationSettings;
import io.quittance.customer.CustomerId;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The order of rules of the business, or on a customer's page of that customer. */
@Named("allocationRules")
@ViewScoped
public class AllocationRulesForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AllocationSettings settings;

    @Inject
    transient Permissions permissions;

    @Inject
    transient Say say;

    private final ArrayList<AllocationStrategy> order = new ArrayList<>();
    private Long customer;
    private boolean own;
    private boolean automatic;
    private AllocationStrategy added;

    @PostConstruct
    void open() {
        String id = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("id");
        customer = id != null && id.matches("[1-9][0-9]{0,17}") ? Long.valueOf(id) : null;
        read();
    }

    private void read() {
        AllocationRules rules = settings.rules();
        Optional<List<AllocationStrategy>> ofCustomer = customer == null ? Optional.empty()
                : settings.ofCustomer(new CustomerId(customer));
        own = customer == null || ofCustomer.isPresent();
        automatic = rules.automatic();
        order.clear();
        order.addAll(ofCustomer.orElse(rules.order()));
    }

    /** Begins an order of the customer's own with what holds for it now. */
    public void begin() {
        own = true;
    }

    public void raise(int position) {
        if (position > 1 && position < order.size()) {
            Collections.swap(order, position, position - 1);
        }
    }

    public void remove(int position) {
        if (position > 0 && position < order.size()) {
            order.remove(position);
        }
    }

    public void add() {
        if (added != null && !order.contains(added)) {
            order.add(added);
        }
        added = null;
    }

    public void save() {
        List<Fault> faults = customer == null ? settings.change(new AllocationRules(order, automatic))
                : settings.changeFor(new CustomerId(customer), order);
        if (faults.isEmpty()) {
            say.done("rules.saved");
        } else {
            say.faults(faults, field -> null);
        }
    }

    public void forget() {
        settings.forget(new CustomerId(customer));
        read();
        say.done("rules.forgotten");
    }

    public boolean isFixed() {
        return !own || !permissions.allowed(customer == null ? Permission.SETTINGS_WRITE : Permission.CUSTOMER_WRITE);
    }

    public boolean isBeginnable() {
        return !own && permissions.allowed(Permission.CUSTOMER_WRITE);
    }

    public boolean isOfCustomer() {
        return customer != null;
    }

    public List<AllocationStrategy> getOrder() {
        return order;
    }

    /** Strategies not in the order yet. */
    public List<AllocationStrategy> getOthers() {
        return Arrays.stream(AllocationStrategy.values()).filter(each -> !order.contains(each)).toList();
    }

    public boolean isAutomatic() {
        return automatic;
    }

    public void setAutomatic(boolean automatic) {
        this.automatic = automatic;
    }

    public AllocationStrategy getAdded() {
        return added;
    }

    public void setAdded(AllocationStrategy added) {
        this.added = added;
    }
}
