package io.quittance.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What the portal page knows about whoever opened it. A false "viewed" lets a tenant escalate against somebody who never
 * saw the invoice, so without a human signal it does not count.
 *
 * @param method     HTTP method of the signal, {@code POST} when our script sent it
 * @param userAgent  may be empty
 * @param purpose    the headers {@code Sec-Purpose}, {@code Purpose} and {@code X-Moz} together; usually empty
 * @param visibleFor how long the page was in the foreground, as the script measured it
 * @param ownStaff   whether the same browser is signed in as a member of the tenant
 */
public record ViewEvidence(String method, String userAgent, String purpose, Duration visibleFor, boolean ownStaff) {

    /** Shorter than a glance; scanners that run scripts leave at once. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** Parts of the names of scanners, previewers and scripts, in lower case. */
    private static final List<String> MACHINES = List.of("bot", "crawl", "spider", "preview", "scan", "proofpoint", "mimecast", "barracuda",
            "safelinks", "urldefense", "fireeye", "symantec", "slurp", "facebookexternalhit", "whatsapp", "googleimageproxy", "headless",
            "phantomjs", "curl/", "wget/", "python-", "java/", "okhttp", "go-http-client", "apache-httpclient", "node-fetch", "axios");

    public ViewEvidence {
        userAgent = userAgent == null ? "" : userAgent;
        purpose = purpose == null ? "" : purpose;
    }

    /** Did a human being, not of our own staff, look at the page? */
    public boolean isHumanView() {
        return "POST".equals(method) && !ownStaff && !isPrefetch() && !isMachine() && visibleFor.compareTo(GLANCE) >= 0;
    }

    private boolean isPrefetch() {
        String lower = purpose.toLowerCase(Locale.ROOT);
        return lower.contains("prefetch") || lower.contains("prerender") || lower.contains("preview");
    }

    private boolean isMachine() {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        return lower.isBlank() || MACHINES.stream().anyMatch(lower::contains);
    }
}
