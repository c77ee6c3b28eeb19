/**
 * The door and the pages. Sees of every feature its words and its boundary, nothing else: beans hold ids and small read
 * models, never entities, and ask again after every change.
 */
package io.quittance.web;
