package io.quittance.plugin.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quittance.config.Json;
import io.quittance.plugin.InstallationId;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A tenant's settings for a plugin, sealed as one value bound to its installation. */
@ApplicationScoped
public class SealedSettings {

    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {
    };

    @Inject
    Secrets secrets;
    @Inject
    Json json;

    public byte[] seal(InstallationId installation, Map<String, String> values) {
        return secrets.seal(place(installation), json.write(new TreeMap<>(values)).getBytes(StandardCharsets.UTF_8));
    }

    public Map<String, String> open(InstallationId installation, byte[] sealed) {
        String plain = new String(secrets.open(place(installation), sealed), StandardCharsets.UTF_8);
        try {
            return json.mapper().readValue(plain, VALUES);
        } catch (JsonProcessingException defect) {
            // without the cause: its message would quote the settings
            throw new IllegalStateException("the sealed settings of " + installation + " are no map of texts");
        }
    }

    private static SecretPlace place(InstallationId installation) {
        return new SecretPlace("plugin_installation", "settings", installation.value());
    }
}
