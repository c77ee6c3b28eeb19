package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.EvaluationResult;
import io.quittance.Feature;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house, on the class files that the build has just made; and proof that each of them can turn red. */
class ArchitectureTest {

    /** Rooms of {@code core} that are no features: our annotation for them stands in the root package. */
    private static final Set<String> OTHER_ROOMS =
            Set.of("", "spi", "host", "identity", "launcher", "cli", "bench", "testkit", "web", "plugins");

    static Stream<Rule> rules() {
        return Stream.concat(WallRules.all().stream(), CodeRules.all());
    }

    static Stream<Arguments> offenders() {
        return rules().flatMap(rule -> rule.offenders().stream().map(offender -> Arguments.of(rule, offender)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_product_keeps_to(Rule rule) {
        EvaluationResult result = rule.onProduct();

        assertThat(result.getFailureReport().getDetails()).as(rule.says()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("offenders")
    void a_planted_offender_turns_red(Rule rule, Class<?> offender) {
        assertThat(rule.on(offender).hasViolation()).as("%s is broken by %s", rule.says(), offender.getName()).isTrue();
    }

    @Test
    void every_rule_has_an_offender() {
        assertThat(rules()).allSatisfy(rule -> assertThat(rule.offenders()).as(rule.says()).isNotEmpty());
    }

    @Test
    void every_room_of_core_declares_itself_a_feature() {
        Set<String> declared = new TreeSet<>();
        Set<String> rooms = new TreeSet<>();
        Product.classes().forEach(type -> {
            rooms.add(Product.room(type));
            if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(Feature.class)) {
                declared.add(Product.room(type));
            }
        });
        rooms.removeAll(OTHER_ROOMS);

        assertThat(declared).containsAll(rooms);
    }
}
