package io.quittance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a feature of the product on its root package: what it may use and what others may see of it.
 *
 * <p>The architecture test holds every feature to its declaration.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Feature {

    /** The feature's name, equal to the last part of its root package. */
    String name();

    /** Names of the features it may use; each of them stands below it, so there are no cycles. */
    String[] uses() default {};

    /** Sub-packages that others may see besides the root. */
    String[] exposes() default {"boundary"};
}
