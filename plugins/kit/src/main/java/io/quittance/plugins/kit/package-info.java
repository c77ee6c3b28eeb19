/**
 * What plugins for gateways and feeds with a JSON interface have in common: requests whose answers say what is known about the
 * money, reading JSON field by field, reading banks that may ask to be left alone or to be consented again, and telling what
 * happened in the order in which it did. Goes into each plugin's own archive.
 */
package io.quittance.plugins.kit;
