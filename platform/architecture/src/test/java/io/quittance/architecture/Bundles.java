package io.quittance.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Texts that people see: English in {@code name.properties}, {@code name_en.properties} or both, German in {@code name_de.properties}. */
final class Bundles {

    private Bundles() {
    }

    static List<String> faults(Path german) {
        Properties english = new Properties();
        Stream.of(sibling(german, ""), sibling(german, "_en")).filter(Files::exists).forEach(file -> english.putAll(read(file)));
        return english.isEmpty() ? List.of(german + " has no English counterpart")
                : compare(german.getFileName().toString(), english, read(german));
    }

    static List<String> compare(String name, Properties english, Properties german) {
        List<String> faults = new ArrayList<>();
        Set<String> missing = new TreeSet<>(english.stringPropertyNames());
        missing.removeAll(german.stringPropertyNames());
        missing.forEach(key -> faults.add(name + " lacks the German text of " + key));
        Set<String> surplus = new TreeSet<>(german.stringPropertyNames());
        surplus.removeAll(english.stringPropertyNames());
        surplus.forEach(key -> faults.add(name + " has " + key + ", of which there is no English text"));
        german.stringPropertyNames().stream()
                .filter(key -> german.getProperty(key).isBlank())
                .forEach(key -> faults.add(name + " has an empty text for " + key));
        return faults;
    }

    private static Path sibling(Path german, String suffix) {
        return german.resolveSibling(german.getFileName().toString().replace("_de.properties", suffix + ".properties"));
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
