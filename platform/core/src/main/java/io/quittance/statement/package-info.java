/**
 * Bank statements as files say them: every common format read into one model, with the totals that the file states
 * checked. Knows no tenant and no database; what is done with a statement is reconciliation's.
 */
@Feature(name = "statement", uses = {"xml"})
package io.quittance.statement;

import io.quittance.Feature;
