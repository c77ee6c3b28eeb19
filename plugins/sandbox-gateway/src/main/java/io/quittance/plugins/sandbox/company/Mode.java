package io.quittance.plugins.sandbox.company;

import java.util.Arrays;
import java.util.Optional;

/** What happens when the payer presses "Pay". */
enum Mode {
    /** Captured, and said so at once. */
    APPROVED("approved"),
    /** The bank says no; the payer may try again. */
    DECLINED("declined"),
    /** The account does not cover it; charges without the payer work at the third try for the same reference. */
    UNCOVERED("uncovered"),
    /** Captured, and said so late. */
    DELAYED("delayed"),
    /** Captured, and said so three times. */
    DUPLICATED("duplicated"),
    /** Captured; then a failure and an authorisation arrive that happened before. */
    OUT_OF_ORDER("out-of-order"),
    /** Not captured, but somebody else claims so in our name. */
    FORGED("forged"),
    /** Captured, and never said so: only those who ask will know. */
    LOST("lost"),
    /** Captured, but the answer never reaches the payer's browser and the message comes late. */
    TIMEOUT("timeout");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Optional<Mode> labelled(String label) {
        return Arrays.stream(values()).filter(mode -> mode.label.equals(label)).findFirst();
    }
}
