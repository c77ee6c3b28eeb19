package io.quittance.proof.control;

import io.quittance.Fault;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** Where the tenant's auditor is mailed to. */
@ApplicationScoped
public class AuditorAddress {

    private static final String SETTING = "audit.auditor";
    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    @Inject
    TenantSettings settings;

    /** Empty when nobody is to be told. */
    public String read() {
        return settings.find(SETTING).orElse("");
    }

    public void write(String address) {
        settings.put(SETTING, address);
    }

    public static List<Fault> check(String address) {
        boolean good = address.isEmpty() || address.length() <= LONGEST && EMAIL.matcher(address).matches();
        String shown = address.substring(0, Math.min(LONGEST, address.length()));
        return good ? List.of() : List.of(Fault.of("address", shown, "email.malformed"));
    }
}
