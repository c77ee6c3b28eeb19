/** What a plugin may know of the product: nothing but this jar and the JDK. */
package io.quittance.spi;
