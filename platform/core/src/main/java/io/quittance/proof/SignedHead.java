package io.quittance.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A head with its Ed25519 signature.
 *
 * @param key       the public key, X.509 SubjectPublicKeyInfo in Base64
 * @param signature of {@link TreeHead#statement()}, in Base64
 */
public record SignedHead(TreeHead head, String key, String signature) {

    /** How the JDK names Ed25519. */
    public static final String ALGORITHM = "Ed25519";

    private static final int SHORT = 16;

    /** @param publicKey X.509 SubjectPublicKeyInfo in Base64 */
    public static SignedHead sign(TreeHead head, PrivateKey privateKey, String publicKey) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(privateKey);
            signer.update(head.statement());
            return new SignedHead(head, publicKey, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("a head cannot be signed", defect);
        }
    }

    /** Whether the key in it made the signature; whose key that is, the caller has to know. */
    public boolean isGenuine() {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            verifier.update(head.statement());
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The beginning of the key's SHA-256, for people to compare. */
    public String keyId() {
        return HexFormat.of().formatHex(MerkleTree.sha256().digest(Base64.getDecoder().decode(key))).substring(0, SHORT);
    }
}
