package io.quittance.tenancy.boundary;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.tenancy.ProvisioningOutcome;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.StepProgress;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.control.StepLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes tenants by idempotent, recorded steps. Whatever fails half-way is visible with its error and goes on from there.
 * No unit of work spans the steps: DDL would commit it anyway.
 */
@ApplicationScoped
public class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);
    private static final Actor JOB = new Actor.Job("provisioning");
    /** Before this order the tenant has no database to enter. */
    private static final int INSIDE_TENANT = 250;

    @Inject
    TenantDirectory directory;
    @Inject
    TenantRegister register;
    @Inject
    StepLog log;
    @Inject
    @Any
    Instance<ProvisioningStep> steps;

    /** Does the steps that are not done yet, in order, until all are or one fails. Safe to call at any time, any number of times. */
    public ProvisioningOutcome advance(TenantId id) {
        return CurrentActor.run(JOB, () -> {
            SignUpDetails owner = register.owner(id);
            for (ProvisioningStep step : ordered()) {
                Tenant tenant = directory.require(id);
                if (log.isDone(id, step.name())) {
                    continue;
                }
                try {
                    perform(step, tenant, owner);
                    log.done(id, step.name());
                } catch (RuntimeException failed) {
                    LOG.error("provisioning {} halted at step {}", tenant.slug(), step.name(), failed);
                    log.failed(id, step.name(), String.valueOf(failed.getMessage()));
                    return new ProvisioningOutcome.Halted(tenant, step.name(), String.valueOf(failed.getMessage()));
                }
            }
            if (directory.require(id).status() == TenantStatus.PROVISIONING) {
                register.activate(id);
            }
            return new ProvisioningOutcome.Active(directory.require(id));
        });
    }

    /** How each step of the tenant stands, in the order in which they are done. */
    public List<StepProgress> progress(TenantId id) {
        Map<String, StepProgress> recorded = log.of(id);
        return ordered().stream()
                .map(step -> recorded.getOrDefault(step.name(), new StepProgress(step.name(), StepProgress.State.WAITING, 0, "")))
                .toList();
    }

    private List<? extends ProvisioningStep> ordered() {
        return steps.stream().sorted(Comparator.comparingInt(ProvisioningStep::order).thenComparing(ProvisioningStep::name)).toList();
    }

    private static void perform(ProvisioningStep step, Tenant tenant, SignUpDetails owner) {
        if (step.order() < INSIDE_TENANT) {
            step.apply(tenant, owner);
        } else {
            TenantScope.run(tenant, JOB, () -> step.apply(tenant, owner));
        }
    }
}
