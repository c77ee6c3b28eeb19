package io.quittance.plantedhigh.control;

import java.io.IOException;

/** Planted: its caller cannot know what to expect. */
public final class ThrowsAnything {

    void work() throws Exception {
        throw new IOException("planted");
    }
}
