package io.quittance.approval;

/** What became of a request. It leaves {@link #WAITING} once. */
public enum ApprovalState {
    WAITING,
    /** Approved by somebody else than the one who asked, and applied in the same unit. */
    APPROVED,
    /** Turned down, or withdrawn by the one who asked: nothing was changed. */
    REJECTED
}
