package io.quittance.tenancy.control;

import io.quittance.access.Actor;
import io.quittance.tenancy.DoorbellHandler;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers bells: claims what is due, enters the tenant's scope, calls the handler of that kind. Any number may run, on any node. */
@ApplicationScoped
public class DoorbellWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DoorbellWorker.class);
    private static final int MOST = 4;
    private static final Duration IDLE = Duration.ofSeconds(2);

    @Inject
    Doorbells bells;
    @Inject
    TenantDirectory directory;
    @Inject
    @Any
    Instance<DoorbellHandler> handlers;

    /** Works until interrupted; outlives a database that is gone for a while. */
    public void runUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sweepIfDue();
                if (answerDue() == 0) {
                    bells.await(IDLE);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unavailable) {
                LOG.warn("bells cannot be answered now: {}", unavailable.getMessage());
                pause();
            }
        }
    }

    /**
     * Rings every bell of every active tenant when the last such sweep, by any node, is long enough ago: for the rings
     * that were lost because a node died between a tenant's commit and its ring.
     */
    public void sweepIfDue() {
        try {
            if (!bells.claimSweep()) {
                return;
            }
        } catch (SQLException gone) {
            throw new DatabaseUnavailable("the sweep cannot be claimed", gone);
        }
        List<String> kinds = handlers.stream().map(DoorbellHandler::kind).toList();
        directory.all().stream()
                .filter(tenant -> tenant.status() == TenantStatus.ACTIVE)
                .forEach(tenant -> kinds.forEach(kind -> bells.ringLost(kind, tenant.id())));
    }

    /** Answers the bells that are due now; returns how many. */
    public int answerDue() {
        List<Doorbells.Claim> claims;
        try {
            claims = bells.claim(MOST);
        } catch (SQLException gone) {
            throw new DatabaseUnavailable("bells cannot be claimed", gone);
        }
        claims.forEach(this::answer);
        return claims.size();
    }

    private void answer(Doorbells.Claim claim) {
        try {
            try {
                bells.done(claim, dispatch(claim));
            } catch (RuntimeException failure) {
                LOG.error("bell {} of tenant {} failed; it rings again later", claim.kind(), claim.tenant(), failure);
                bells.failed(claim, failure);
            }
        } catch (SQLException gone) {
            LOG.warn("bell {} of tenant {} stays claimed until its lease ends", claim.kind(), claim.tenant(), gone);
        }
    }

    private Optional<Instant> dispatch(Doorbells.Claim claim) {
        Tenant tenant = directory.require(claim.tenant());
        DoorbellHandler handler = handlers.stream()
                .filter(candidate -> candidate.kind().equals(claim.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody answers bells of kind " + claim.kind()));
        return TenantScope.call(tenant, new Actor.Job(claim.kind()), handler::answer);
    }

    private static void pause() {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
