package io.quittance.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Like {@link Boundary}, for what exists before a tenant is known. Platform and tenant units never nest in each other. */
@Stereotype
@ApplicationScoped
@PlatformUnit
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlatformBoundary {
}
