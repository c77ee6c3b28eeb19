package io.quittance.approval.control;

import io.quittance.Currencies;
import io.quittance.Fault;
import io.quittance.approval.ApprovalLimits;
import io.quittance.config.Json;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tenant's limits, a setting. */
@ApplicationScoped
public class LimitRules {

    private static final String SETTING = "approval.limits";
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    @Inject
    TenantSettings settings;
    @Inject
    Json json;

    public ApprovalLimits read() {
        return settings.find(SETTING).map(stored -> json.read(stored, ApprovalLimits.class)).orElse(ApprovalLimits.NONE);
    }

    public void write(ApprovalLimits limits) {
        settings.put(SETTING, json.write(limits));
    }

    public static List<Fault> check(ApprovalLimits limits) {
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> limit : limits.amounts().entrySet()) {
            BigDecimal amount = limit.getValue();
            String field = "amounts." + limit.getKey();
            if (Currencies.find(limit.getKey()).isEmpty()) {
                faults.add(Fault.of(field, limit.getKey(), "currency.unknown"));
            } else if (amount.signum() < 0) {
                faults.add(Fault.of(field, amount.toPlainString(), "money.negative"));
            } else if (amount.compareTo(LARGEST) > 0) {
                faults.add(Fault.of(field, amount.toPlainString(), "number.tooLarge", LARGEST.toPlainString()));
            }
        }
        return faults;
    }
}
