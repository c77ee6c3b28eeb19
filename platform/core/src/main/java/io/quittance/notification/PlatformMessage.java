package io.quittance.notification;

import java.util.Locale;
import java.util.Map;

/**
 * A mail of the platform itself, to somebody who may not have a tenant yet.
 *
 * @param template file of {@code tenant-config/messages}, such as {@code sign-up-verification}; there
 *                 its name begins with {@code platform-}
 * @param values   filled into the template's placeholders
 * @param key      the same key is never enqueued twice
 */
public record PlatformMessage(String to, Locale language, String template, Map<String, String> values, String key) {

    public PlatformMessage {
        values = Map.copyOf(values);
    }
}
