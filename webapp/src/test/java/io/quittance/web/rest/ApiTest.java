package io.quittance.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.money.Money;
import io.quittance.web.hooks.Hooks;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What compiles and still answers nobody: a resource that is not listed, a body that cannot be read. */
class ApiTest {

    private static final Set<Class<?>> READ = Set.of(String.class, int.class, Integer.class, boolean.class, Boolean.class, BigDecimal.class,
            LocalDate.class, Instant.class, Money.class);
    private static final Set<Class<?>> CONTAINERS = Set.of(Optional.class, List.class, Set.class, Map.class);

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

    @Test
    void every_body_consists_of_what_is_read_from_json() {
        List<String> unread = new ArrayList<>();
        for (Class<?> resource : new Api().getClasses()) {
            for (Method method : Arrays.stream(resource.getDeclaredMethods()).filter(ApiTest::answersRequests).toList()) {
                for (Parameter parameter : method.getParameters()) {
                    if (parameter.getAnnotations().length == 0 && parameter.getType().isRecord()) {
                        unread(parameter.getParameterizedType(), resource.getSimpleName() + "." + method.getName(), unread);
                    }
                }
            }
        }
        assertThat(unread).isEmpty();
    }

    private static boolean answersRequests(Method method) {
        return Arrays.stream(method.getAnnotations()).anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static void unread(Type type, String path, List<String> found) {
        if (type instanceof ParameterizedType generic) {
            if (!CONTAINERS.contains(generic.getRawType())) {
                found.add(path + ": " + generic);
            }
            for (Type argument : generic.getActualTypeArguments()) {
                unread(argument, path, found);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord() && plain != Money.class) {
            for (RecordComponent component : plain.getRecordComponents()) {
                unread(component.getGenericType(), path + "." + component.getName(), found);
            }
        } else if (!READ.contains(type) && !(type instanceof Class<?> constant && constant.isEnum())) {
            found.add(path + ": " + type);
        }
    }
}
