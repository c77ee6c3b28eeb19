package io.quittance.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.tenancy.NoTenantBound;
import io.quittance.tenancy.boundary.TenantDirectory;
import io.quittance.tenancy.entity.TenantRecord;
import jakarta.inject.Inject;
import java.io.File;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built WAR inside a Payara Micro that Arquillian starts: what can only be seen from within. */
@ExtendWith({ContainerSettings.class, ArquillianExtension.class})
@Order(70)
class WarInContainerIT {

    @Inject
    TenantDirectory tenants;
    @Inject
    Customers customers;

    @Deployment
    static WebArchive war() {
        File built = new File(System.getProperty("quittance.home"), "webapp/target/quittance.war");
        return ShrinkWrap.createFromZipFile(WebArchive.class, built).addClasses(TestDoor.class, ContainerSettings.class);
    }

    @Test
    void beans_of_the_core_are_injected_and_reach_the_database() {
        assertFalse(tenants.bySlug("there-is-no-such-tenant").isPresent());
    }

    @Test
    void entities_are_woven_in_the_archive_as_built() {
        assertTrue(Arrays.stream(TenantRecord.class.getInterfaces()).anyMatch(type -> type.getSimpleName().equals("PersistenceWeaved")));
    }

    @Test
    void a_boundary_is_guarded_by_permission_and_by_tenant() {
        CustomerId id = new CustomerId(1);

        assertThrows(AccessDenied.class, () -> customers.find(id));
        Throwable closed = assertThrows(NoTenantBound.class, () -> CurrentActor.<Object, RuntimeException>run(new Actor.Job("test"),
                () -> customers.find(id).map(Customer::id)));
        assertInstanceOf(NoTenantBound.class, closed);
        assertEquals("visitor", new Actor.Visitor().label());
    }
}
