package io.quittance.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The publishers this platform trusts, by name. Their file has a line for each: the name, a blank, and the Ed25519
 * public key as Base64 of its X.509 form; lines that start with {@code #} say nothing.
 */
record PublisherKeys(Map<String, PublicKey> keys) {

    PublisherKeys {
        keys = Map.copyOf(keys);
    }

    /**
     * @throws IOException           when the file cannot be read
     * @throws IllegalStateException naming the line that is no key
     */
    static PublisherKeys read(Path file) throws IOException {
        return parse(Files.readAllLines(file, StandardCharsets.UTF_8), file.toString());
    }

    static PublisherKeys parse(List<String> lines, String where) {
        Map<String, PublicKey> keys = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\s+");
            try {
                if (parts.length != 2) {
                    throw new IllegalArgumentException("a name and a key are expected");
                }
                byte[] encoded = Base64.getDecoder().decode(parts[1]);
                keys.put(parts[0], KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (InvalidKeySpecException | NoSuchAlgorithmException | IllegalArgumentException wrong) {
                throw new IllegalStateException(where + ", line " + (i + 1) + " is no publisher's key: " + wrong.getMessage(), wrong);
            }
        }
        return new PublisherKeys(keys);
    }

    Optional<PublicKey> of(String publisher) {
        return Optional.ofNullable(keys.get(publisher));
    }
}
