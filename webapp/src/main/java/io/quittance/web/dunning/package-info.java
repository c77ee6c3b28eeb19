/** Reminders: the ladder, and what was sent. */
package io.quittance.web.dunning;
