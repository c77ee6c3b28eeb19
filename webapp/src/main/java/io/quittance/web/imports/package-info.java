/** Bringing in files: rehearse, import, download what was broken. */
package io.quittance.web.imports;
