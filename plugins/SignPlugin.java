import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs a plugin archive at the end of its build and puts both into the folder of plugins: {@code java SignPlugin.java
 * archive target}. The key is made here for development, beside that folder, and trusted there alone; what is published
 * is signed elsewhere with a key that no build machine holds.
 */
final class SignPlugin {

    private static final String PUBLISHER = "quittance-development";

    private SignPlugin() {
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path archive = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]).toAbsolutePath();
        Path folder = Files.createDirectories(target.getParent());
        byte[] bytes = Files.readAllBytes(archive);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key(folder.getParent()));
        signature.update(bytes);
        Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve(target.getFileName() + ".sig"), "algorithm=Ed25519\npublisher=" + PUBLISHER
            + "\nsha256=" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
            + "\nsignature=" + Base64.getEncoder().encodeToString(signature.sign()) + "\n");
    }

    private static PrivateKey key(Path place) throws IOException, GeneralSecurityException {
        Path secret = place.resolve("development-key.pkcs8");
        if (Files.exists(secret)) {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(secret)));
        }
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(secret, pair.getPrivate().getEncoded());
        Files.writeString(place.resolve("trusted-keys"), "# made by the build, for development alone\n" + PUBLISHER + " "
            + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n");
        return pair.getPrivate();
    }
}
