package io.quittance.plugins.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import io.quittance.spi.bankfeed.Grant;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a feed remembers, as names and texts in a grant. */
public final class Notes {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public static Notes none() {
        return new Notes();
    }

    /** @throws Unreadable when the grant is none of the plugin's own */
    public static Notes of(Grant grant) throws Unreadable {
        Notes notes = new Notes();
        Reading.of(grant.value()).fields().forEach((name, value) -> notes.values.put(String.valueOf(name), value));
        return notes;
    }

    public Notes with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Empty when it was never noted. */
    public String find(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    public Grant grant() {
        try {
            return new Grant(JSON.std.asString(values));
        } catch (IOException defect) {
            throw new IllegalStateException("texts are always JSON", defect);
        }
    }
}
