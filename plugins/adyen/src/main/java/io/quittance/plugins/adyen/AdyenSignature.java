package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Sha256;
import io.quittance.plugins.kit.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The field {@code hmacSignature} of a notification: HMAC-SHA256 over eight of its fields, joined by colons. Adyen signs neither
 * the time nor the rest, so of a delivery only these eight are proven: what has happened to which payment, and the amount.
 *
 * @see <a href="https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures">Verify HMAC signatures</a>
 */
final class AdyenSignature {

    private AdyenSignature() {
    }

    /** Why the notification proves nothing; empty when it does. @param keys in hexadecimal */
    static Optional<String> fault(Reading item, List<String> keys) {
        Optional<String> given = item.at("additionalData").flatMap(data -> data.find("hmacSignature"));
        if (given.isEmpty()) {
            return Optional.of("there is no signature");
        }
        int fitting = 0;
        try {
            byte[] payload = payload(item).getBytes(StandardCharsets.UTF_8);
            byte[] signature = given.get().getBytes(StandardCharsets.US_ASCII);
            for (String key : keys) {
                // all are compared, in constant time each, so that timing tells nothing
                fitting += MessageDigest.isEqual(signature, sign(key, payload).getBytes(StandardCharsets.US_ASCII)) ? 1 : 0;
            }
        } catch (Unreadable incomplete) {
            return Optional.of("what is signed is incomplete: " + incomplete.getMessage());
        } catch (IllegalArgumentException noHex) {
            return Optional.of("the HMAC key in the settings is not hexadecimal: copy it from the webhook in Adyen");
        }
        return fitting > 0 ? Optional.empty() : Optional.of("the signature was not made with an HMAC key of this installation: "
            + "copy the webhook's key from Adyen into the settings");
    }

    /** What is signed. */
    static String payload(Reading item) throws Unreadable {
        Reading amount = item.object("amount");
        return String.join(":", item.text("pspReference"), item.find("originalReference").orElse(""), item.text("merchantAccountCode"),
            item.find("merchantReference").orElse(""), Long.toString(amount.number("value")), amount.text("currency"),
            item.text("eventCode"), item.text("success"));
    }

    /** @throws IllegalArgumentException when the key is not hexadecimal */
    static String sign(String key, byte[] payload) {
        return Base64.getEncoder().encodeToString(Sha256.hmac(HexFormat.of().parseHex(key.strip()), payload));
    }
}
