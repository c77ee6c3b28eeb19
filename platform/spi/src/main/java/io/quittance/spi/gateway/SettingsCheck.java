package io.quittance.spi.gateway;

import java.util.Objects;

/** Capability: tries the tenant's settings against the gateway without moving money; behind the button "Test". */
public interface SettingsCheck {

    Verdict check(GatewayCall call);

    /** Whether the gateway would work for the tenant. */
    sealed interface Verdict {

        /** @param account how the gateway calls the account, so that a person can see it is the right one */
        record Works(String account) implements Verdict {
            public Works {
                Objects.requireNonNull(account, "account");
            }
        }

        /** The gateway refuses these settings. */
        record Refused(String reason) implements Verdict {
            public Refused {
                Objects.requireNonNull(reason, "reason");
            }
        }

        /** The gateway cannot be reached: the settings may be right. */
        record Unreachable(String reason) implements Verdict {
            public Unreachable {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }
}
