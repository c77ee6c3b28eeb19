package io.quittance.blueprint;

import io.quittance.config.DataFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The blueprints that a business can be made from. */
@ApplicationScoped
public class Blueprints {

    @Inject
    DataFiles files;

    private final Map<String, Blueprint> read = new ConcurrentHashMap<>();

    /** All of them, in the order in which they are offered. */
    public List<Blueprint> all() {
        return names().stream().map(this::of).toList();
    }

    /** @throws IllegalArgumentException when there is no such blueprint */
    public Blueprint of(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("there is no blueprint " + name + "; there are " + names());
        }
        return read.computeIfAbsent(name, file -> files.yaml("blueprints/" + file + ".yaml", Blueprint.class));
    }

    public List<String> names() {
        return files.yaml("blueprints/index.yaml", Index.class).blueprints();
    }

    /** The file's shape. */
    record Index(List<String> blueprints) {
    }
}
