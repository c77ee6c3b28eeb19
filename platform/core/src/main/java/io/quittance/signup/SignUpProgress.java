package io.quittance.signup;

import io.quittance.tenancy.StepProgress;
import io.quittance.tenancy.TenantStatus;
import java.util.List;

/** How far a confirmed business is set up. */
public record SignUpProgress(String business, String slug, TenantStatus status, List<StepProgress> steps) {

    public SignUpProgress {
        steps = List.copyOf(steps);
    }
}
