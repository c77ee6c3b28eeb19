package io.quittance.web.settings;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.signup.Member;
import io.quittance.signup.People;
import io.quittance.signup.PeopleUnavailable;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.web.shell.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** The business as it was set up, and the people who work in it. */
@Named("business")
@ViewScoped
public class BusinessPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(BusinessPage.class);

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Permissions permissions;

    @Inject
    transient People people;

    private transient List<Member> members;
    private boolean away;

    public void open() {
        if (!permissions.allowed(Permission.SETTINGS_READ)) {
            Missing.answer();
        }
    }

    public void openMembers() {
        if (!permissions.allowed(Permission.MEMBER_READ)) {
            Missing.answer();
        }
    }

    public Tenant getTenant() {
        return tenant.get();
    }

    public List<Member> getMembers() {
        if (members == null && permissions.allowed(Permission.MEMBER_READ)) {
            try {
                members = people.members(tenant.get().organisation()).stream().sorted(Comparator.comparing(Member::name)).toList();
            } catch (PeopleUnavailable unreachable) {
                LOG.warn("members cannot be listed: {}", unreachable.getMessage());
                away = true;
                members = List.of();
            }
        }
        return members == null ? List.of() : members;
    }

    /** Whether the service that keeps people's accounts did not answer. */
    public boolean isAway() {
        return away;
    }
}
