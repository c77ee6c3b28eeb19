package io.quittance.notification.boundary;

import io.quittance.config.DataFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The house's own short words in mails, which tenants do not change: what buttons say, and lines about one thing. */
@ApplicationScoped
public class Labels {

    private Map<String, Map<String, String>> texts;

    protected Labels() {
    }

    @Inject
    public Labels(DataFiles files) {
        texts = files.yaml("messages/labels.yaml", LabelFile.class).labels();
    }

    /** @return the words in that language, else in English; empty when there are none of that name */
    public Optional<String> find(String name, Locale language) {
        return Optional.ofNullable(texts.get(name)).map(label -> label.getOrDefault(language.getLanguage(), label.get("en")));
    }

    /** Like {@link #find}. @throws IllegalStateException when there are none of that name */
    public String get(String name, Locale language) {
        return find(name, language).orElseThrow(() -> new IllegalStateException("nobody has written what " + name + " says"));
    }

    /** The file's shape. */
    record LabelFile(Map<String, Map<String, String>> labels) {
    }
}
