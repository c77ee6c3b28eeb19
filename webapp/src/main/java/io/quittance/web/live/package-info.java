/** Tells open pages that something changed. Carries no figures: a page asks again through its boundary. */
package io.quittance.web.live;
