/** What waits for a second person, over REST and as a page. */
package io.quittance.web.approval;
