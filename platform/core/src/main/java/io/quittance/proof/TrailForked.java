package io.quittance.proof;

/** The tree in the tenant's database is not the one whose head was kept outside of it. Nothing is sealed until somebody has looked. */
public final class TrailForked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrailForked(long size, String why) {
        super("the audit tree is not the one whose head of " + size + " entries was kept: " + why
                + "; nothing is sealed until somebody has looked (was this tenant's database restored alone?)");
    }
}
