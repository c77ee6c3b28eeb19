package io.quittance.webhook.control;

import io.quittance.config.DataFiles;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What can be told, from {@code tenant-config/webhooks/event-types.yaml}. */
@ApplicationScoped
public class EventTypes {

    /** Sent by hand to try an endpoint; nobody can or need ask for it. */
    public static final String TEST = "webhook.test";

    @Inject
    DataFiles files;

    private List<String> types = List.of();

    /** The file's shape. */
    record TypeFile(List<String> types) {
    }

    @PostConstruct
    void read() {
        types = List.copyOf(files.yaml("webhooks/event-types.yaml", TypeFile.class).types());
    }

    public List<String> all() {
        return types;
    }

    public void require(String type) {
        if (!types.contains(type)) {
            throw new IllegalArgumentException("there are no webhooks of type " + type);
        }
    }
}
