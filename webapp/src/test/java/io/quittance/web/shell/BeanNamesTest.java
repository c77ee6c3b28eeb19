package io.quittance.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two beans of one name are found by the container only, which then deploys nothing. */
class BeanNamesTest {

    private static final Pattern NAMED = Pattern.compile("@Named\\(\"([^\"]+)\"\\)");

    @Test
    void every_bean_has_a_name_of_its_own() throws IOException {
        List<Path> sources;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        Set<String> names = new HashSet<>();
        for (Path source : sources) {
            NAMED.matcher(Files.readString(source)).results().map((MatchResult found) -> found.group(1))
                    .forEach(name -> assertThat(names.add(name)).as("%s in %s is the only one of that name", name, source).isTrue());
        }
        assertThat(names).isNotEmpty();
    }
}
