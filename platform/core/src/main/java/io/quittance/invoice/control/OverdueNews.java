package io.quittance.invoice.control;

import io.quittance.invoice.boundary.OverdueTelling;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Time alone makes an invoice overdue: looks at the first instant after each due day. */
@ApplicationScoped
public class OverdueNews implements DoorbellHandler {

    static final String BELL = "overdue-news";

    @Inject
    OverdueTelling telling;

    @Override
    public String kind() {
        return BELL;
    }

    @Override
    public Optional<Instant> answer() {
        return telling.tell();
    }
}
