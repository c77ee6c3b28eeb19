package io.quittance.tenancy.control;

import io.quittance.tenancy.AfterCommit;
import io.quittance.tenancy.BeforeCommit;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.OpenUnits;
import io.quittance.tenancy.Platform;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The one place that turns the bound tenant into a connection: makes both EntityManagerFactories and hands out their units. */
@ApplicationScoped
public class TenantDatabases {

    @Inject
    CurrentTenant tenant;
    @Inject
    TenantConnections connections;
    @Inject
    PlatformDatabase platformDatabase;

    private EntityManagerFactory tenantFactory;
    private EntityManagerFactory platformFactory;

    synchronized EntityManagerFactory tenants() {
        if (tenantFactory == null) {
            tenantFactory = factory("tenant", new RoutingDataSource(tenant, connections));
        }
        return tenantFactory;
    }

    synchronized EntityManagerFactory platform() {
        if (platformFactory == null) {
            platformFactory = factory("platform", platformDatabase.dataSource());
        }
        return platformFactory;
    }

    private static EntityManagerFactory factory(String unit, DataSource source) {
        return new PersistenceProvider().createEntityManagerFactory(unit, Map.of(
                PersistenceUnitProperties.NON_JTA_DATASOURCE, source,
                PersistenceUnitProperties.CLASSLOADER, TenantDatabases.class.getClassLoader()));
    }

    @Produces
    @ApplicationScoped
    OpenUnits openUnits() {
        return () -> Units.TENANT.isOpen() || Units.PLATFORM.isOpen();
    }

    @Produces
    @ApplicationScoped
    EntityManager tenantEntities() {
        return delegatingTo(Units.TENANT);
    }

    @Produces
    @Platform
    @ApplicationScoped
    EntityManager platformEntities() {
        return delegatingTo(Units.PLATFORM);
    }

    @Produces
    @ApplicationScoped
    AfterCommit afterCommit() {
        return new UnitsAfterCommit();
    }

    @Produces
    @ApplicationScoped
    BeforeCommit beforeCommit() {
        return new UnitsBeforeCommit();
    }

    /** An EntityManager that is always the open unit's; outside of a unit every call throws. */
    private static EntityManager delegatingTo(Units units) {
        return (EntityManager) Proxy.newProxyInstance(TenantDatabases.class.getClassLoader(), new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(units.require().entities(), arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause();
                    }
                });
    }

    @PreDestroy
    synchronized void close() {
        if (tenantFactory != null) {
            tenantFactory.close();
        }
        if (platformFactory != null) {
            platformFactory.close();
        }
    }
}
