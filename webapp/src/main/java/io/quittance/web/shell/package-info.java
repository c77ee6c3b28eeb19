/** What frames every page: who is signed in, for which tenant, and what they may see. */
package io.quittance.web.shell;
