package io.quittance.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.web.hooks.Hooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A resource that is not listed answers 404, which only a caller would notice. */
class ApiTest {

    private static final Pattern RESOURCE = Pattern.compile("(?m)^@Path\\(");

    @Test
    void every_resource_is_listed() throws IOException {
        Set<String> written = new HashSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (RESOURCE.matcher(Files.readString(file)).find()) {
                    written.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        Set<Class<?>> listed = new HashSet<>(new Api().getClasses());
        listed.addAll(new Hooks().getClasses());

        assertThat(written).isNotEmpty();
        assertThat(listed.stream().map(Class::getSimpleName).collect(Collectors.toSet())).containsAll(written);
    }
}
