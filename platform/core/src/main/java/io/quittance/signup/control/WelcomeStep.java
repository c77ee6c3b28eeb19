package io.quittance.signup.control;

import io.quittance.config.Configuration;
import io.quittance.notification.PlatformMessage;
import io.quittance.notification.boundary.PlatformMail;
import io.quittance.signup.boundary.SignUpRequests;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells the owner that the business is ready, if the business signed itself up. The last of the steps. */
@ApplicationScoped
public class WelcomeStep implements ProvisioningStep {

    private static final int ORDER = 900;

    @Inject
    SignUpRequests requests;

    @Inject
    PlatformMail mail;

    @Inject
    Configuration configuration;

    @Override
    public String name() {
        return "welcome";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        if (requests.isSignedUp(tenant.id())) {
            mail.send(new PlatformMessage(details.ownerEmail(), tenant.language(), "sign-up-ready",
                    Map.of("name", details.ownerFirstName(), "business", tenant.name(),
                            "link", configuration.required("quittance.base.url")),
                    "ready:" + tenant.id()));
        }
    }
}
