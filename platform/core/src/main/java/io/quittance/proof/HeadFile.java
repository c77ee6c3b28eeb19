package io.quittance.proof;

/**
 * A head as it is mailed and kept by the auditor.
 *
 * @param slug of the tenant
 */
public record HeadFile(String slug, SignedHead head) {

    /** What the mailed file is called. */
    public String fileName() {
        return "audit-head-" + slug + "-" + head.head().size() + ".json";
    }

    /** What the file with everything that this head vouches for is called. */
    public String trailName() {
        return "audit-trail-" + slug + "-" + head.head().size() + ".jsonl";
    }
}
