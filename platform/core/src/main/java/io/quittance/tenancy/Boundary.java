package io.quittance.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A feature's verbs. Each method is one unit of work on the current tenant's database: entered by permission, begun,
 * committed, then followed by its after-commit work; rolled back when it throws. A nested boundary joins.
 */
@Stereotype
@ApplicationScoped
@TenantUnit
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Boundary {
}
