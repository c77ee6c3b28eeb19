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
     * @param key     unique for the request: what is done under it is done once
     * @param content as it was asked for
     * @return why it is not possible any more, having changed nothing; empty when it was done
     */
    List<Fault> apply(String key, String content);
}
