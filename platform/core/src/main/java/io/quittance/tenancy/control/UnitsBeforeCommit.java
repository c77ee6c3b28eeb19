package io.quittance.tenancy.control;

import io.quittance.tenancy.BeforeCommit;
import java.util.List;
import java.util.function.Consumer;

/** Hands what is gathered to the open unit. */
final class UnitsBeforeCommit implements BeforeCommit {

    @Override
    public <T> void gather(String name, T thing, Consumer<List<T>> work) {
        Units.TENANT.find().or(Units.PLATFORM::find).orElseThrow(() -> new IllegalStateException("no unit of work is open"))
                .keep(name, thing, work);
    }
}
