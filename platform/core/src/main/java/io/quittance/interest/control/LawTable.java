package io.quittance.interest.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quittance.config.Configuration;
import io.quittance.config.DataFiles;
import io.quittance.interest.InterestLaw;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The laws on late payment. A country without a table grants nothing: in the United States there is no federal statute
 * for debts between businesses, and state law differs.
 *
 * <p>An operator can add base rates before a release does: the file that {@code quittance.interest.rates} names holds, by
 * country, rows as the tables do, and is read at every sweep. Rows that leave a gap or overlap are refused, and with them the sweep.
 */
@ApplicationScoped
public class LawTable {

    /** Countries that have a table. */
    public static final Set<String> KNOWN = Set.of("DE", "ES", "FR", "GB");

    private static final String FURTHER = "quittance.interest.rates";
    private static final ObjectMapper YAML = YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    @Inject
    DataFiles files;
    @Inject
    Configuration configuration;

    private final Map<String, InterestLaw> shipped = new ConcurrentHashMap<>();

    /** The file's shape. */
    record Further(Map<String, List<InterestLaw.Base>> bases) {
    }

    public Optional<InterestLaw> find(String country) {
        if (!KNOWN.contains(country)) {
            return Optional.empty();
        }
        InterestLaw law = shipped.computeIfAbsent(country, name -> files.yaml("legal/interest/" + name + ".yaml", InterestLaw.class));
        return Optional.of(law.with(further().getOrDefault(country, List.of())));
    }

    /** By country. */
    public List<InterestLaw> all() {
        return KNOWN.stream().sorted().map(country -> find(country).orElseThrow()).toList();
    }

    private Map<String, List<InterestLaw.Base>> further() {
        return configuration.find(FURTHER).map(name -> {
            try {
                return YAML.readValue(Files.readString(Path.of(name)), Further.class).bases();
            } catch (IOException broken) {
                throw new UncheckedIOException("the base rates of " + FURTHER + " cannot be read", broken);
            }
        }).orElseGet(TreeMap::new);
    }
}
