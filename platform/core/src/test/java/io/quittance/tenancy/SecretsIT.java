package io.quittance.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.tenancy.boundary.Secrets;
import io.quittance.tenancy.control.TenantKeys;
import io.quittance.testing.CoreContainer;
import org.junit.jupiter.api.Test;

class SecretsIT {

    private static final SecretPlace API_KEY = new SecretPlace("plugin_installation", "settings", "1");

    private final CoreContainer core = CoreContainer.shared();
    private final Secrets secrets = core.get(Secrets.class);

    @Test
    void a_secret_opens_where_it_was_sealed_also_after_its_key_was_rotated() {
        Tenant tenant = core.newTenant();
        byte[] sealed = core.in(tenant, () -> secrets.seal(API_KEY, "sk_live".getBytes(UTF_8)));

        core.get(TenantKeys.class).rotate(tenant.id());

        assertThat(core.in(tenant, () -> secrets.open(API_KEY, sealed))).isEqualTo("sk_live".getBytes(UTF_8));
        assertThat(new String(sealed, UTF_8)).doesNotContain("sk_live");
    }

    @Test
    void a_secret_moved_to_another_row_or_tenant_or_altered_does_not_open() {
        Tenant alpha = core.newTenant();
        Tenant beta = core.newTenant();
        byte[] sealed = core.in(alpha, () -> secrets.seal(API_KEY, "sk_live".getBytes(UTF_8)));
        byte[] altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        SecretPlace elsewhere = new SecretPlace("plugin_installation", "settings", "2");
        assertThatThrownBy(() -> core.in(alpha, () -> secrets.open(elsewhere, sealed))).isInstanceOf(SecretTampered.class);
        assertThatThrownBy(() -> core.in(beta, () -> secrets.open(API_KEY, sealed))).isInstanceOf(SecretTampered.class);
        assertThatThrownBy(() -> core.in(alpha, () -> secrets.open(API_KEY, altered))).isInstanceOf(SecretTampered.class);
    }
}
