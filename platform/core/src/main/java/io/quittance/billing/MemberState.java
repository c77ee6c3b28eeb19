package io.quittance.billing;

/** What became of a member of a billing run. */
public enum MemberState {
    WAITING,
    ISSUED,
    /** It was refused or broke; its note says why, and it can be tried again. */
    FAILED,
    /** It was no draft any more when its turn came. */
    SKIPPED
}
