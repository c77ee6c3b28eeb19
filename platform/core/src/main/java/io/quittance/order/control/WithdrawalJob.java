package io.quittance.order.control;

import io.quittance.order.boundary.OrderWithdrawals;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Deals with withdrawals as they come, each in a unit of its own. */
@ApplicationScoped
public class WithdrawalJob implements DoorbellHandler {

    @Inject
    OrderWithdrawals withdrawals;

    @Override
    public String kind() {
        return WithdrawalRows.BELL;
    }

    @Override
    public Optional<Instant> answer() {
        boolean more = true;
        while (more) {
            more = withdrawals.next();
        }
        return Optional.empty();
    }
}
