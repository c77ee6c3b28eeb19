package io.quittance.delivery;

import java.time.Duration;

/**
 * What the portal page knows about whoever opened it.
 *
 * @param method      HTTP method of the signal, {@code POST} when our script sent it
 * @param userAgent   may be empty
 * @param purpose     the headers {@code Sec-Purpose}, {@code Purpose} and {@code X-Moz} together; usually empty
 * @param visibleFor  how long the page was in the foreground, as the script measured it
 * @param ownStaff    whether the same browser is signed in as a member of the tenant
 */
public record ViewEvidence(String method, String userAgent, String purpose, Duration visibleFor, boolean ownStaff) {
}
