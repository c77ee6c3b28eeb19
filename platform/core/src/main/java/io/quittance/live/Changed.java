package io.quittance.live;

import io.quittance.tenancy.TenantId;
import java.util.List;

/**
 * Committed changes of one tenant's things of one kind, all of one unit of work.
 *
 * @param kind such as {@code invoice}, {@code payment}, {@code customer}, {@code statement}, {@code deadletter}
 * @param ids  each once
 */
public record Changed(TenantId tenant, String kind, List<Long> ids) {

    public Changed {
        ids = List.copyOf(ids);
    }
}
