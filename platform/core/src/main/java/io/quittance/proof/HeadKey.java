package io.quittance.proof;

import java.security.PrivateKey;

/**
 * The key that signs a tenant's heads.
 *
 * @param publicKey X.509 SubjectPublicKeyInfo in Base64
 */
public record HeadKey(PrivateKey privateKey, String publicKey) {

    /** A key is not for logs. */
    @Override
    public String toString() {
        return "HeadKey[" + publicKey + "]";
    }
}
