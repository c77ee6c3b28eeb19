package io.quittance.tenancy.control;

import io.quittance.tenancy.AfterCommit;
import java.util.List;
import java.util.function.Consumer;

/** The after-commit list of whichever unit is open. */
final class UnitsAfterCommit implements AfterCommit {

    @Override
    public void run(Runnable work) {
        open().afterCommit(work);
    }

    @Override
    public <T> void gather(String name, T thing, Consumer<List<T>> work) {
        open().gather(name, thing, work);
    }

    private static UnitOfWork open() {
        return Units.TENANT.find().or(Units.PLATFORM::find).orElseThrow(() -> new IllegalStateException("no unit of work is open"));
    }
}
