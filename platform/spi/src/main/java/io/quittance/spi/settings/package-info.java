/**
 * What a plugin needs to know from a tenant before it can work: a form of typed fields and the values filled in.
 *
 * <p>The platform shows the form, checks the values, keeps them encrypted per tenant and hands them, opened, into
 * every call. A plugin never stores them.
 */
package io.quittance.spi.settings;
