package io.quittance.tenancy.control;

import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.SecretTampered;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Sealing under a named tenant's key, for the tenancy feature itself. */
@ApplicationScoped
public class TenantSecrets {

    @Inject
    TenantKeys keys;

    public byte[] seal(TenantId tenant, SecretPlace place, byte[] plain) {
        try {
            return keys.of(tenant).encrypt(plain, aad(tenant, place));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("cannot seal at " + place.of(tenant), defect);
        }
    }

    public byte[] open(TenantId tenant, SecretPlace place, byte[] sealed) {
        try {
            return keys.of(tenant).decrypt(sealed, aad(tenant, place));
        } catch (GeneralSecurityException altered) {
            throw new SecretTampered(place.of(tenant), altered);
        }
    }

    private static byte[] aad(TenantId tenant, SecretPlace place) {
        return place.of(tenant).getBytes(StandardCharsets.UTF_8);
    }
}
