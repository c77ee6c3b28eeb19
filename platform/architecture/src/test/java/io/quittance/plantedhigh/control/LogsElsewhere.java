package io.quittance.plantedhigh.control;

import java.util.logging.Logger;

/** Planted: logs past SLF4J. */
public final class LogsElsewhere {

    void work() {
        Logger.getLogger("planted").info("worked");
    }
}
