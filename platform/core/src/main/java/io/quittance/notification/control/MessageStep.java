package io.quittance.notification.control;

import io.quittance.notification.boundary.Messages;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives a new tenant its message templates. */
@ApplicationScoped
public class MessageStep implements ProvisioningStep {

    @Inject
    Messages messages;

    @Override
    public String name() {
        return "message-templates";
    }

    @Override
    public int order() {
        return 420;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        messages.ensure();
    }
}
