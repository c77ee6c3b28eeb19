package io.quittance.approval;

import io.quittance.Fault;
import java.util.List;

/** Applies what was approved. A CDI bean of the feature that asked. */
public interface ApprovalHandler {

    /** Which requests are its own. */
    String kind();

    /**
     * Does what was asked for, in the current unit.
     *
     * @param content as it was asked for, with the key under which it was: what is done under that key is done once, whether it
     *                was approved or done by one person meanwhile
     * @return why it is not possible any more, having changed nothing; empty when it was done
     */
    List<Fault> apply(String content);
}
