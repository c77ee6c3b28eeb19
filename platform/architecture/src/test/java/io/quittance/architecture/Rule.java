package io.quittance.architecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule of the house, and what is planted to break it.
 *
 * @param says      the rule as a sentence
 * @param offenders classes of this module's tests; each of them alone turns the rule red
 */
record Rule(String says, ArchRule rule, List<Class<?>> offenders) {

    static Rule of(String says, ArchRule rule, Class<?>... offenders) {
        return new Rule(says, rule, List.of(offenders));
    }

    EvaluationResult onProduct() {
        return rule.evaluate(Product.classes());
    }

    /** Alone but for the declarations of the planted features, so that nothing but the planted fault decides. */
    EvaluationResult on(Class<?> offender) {
        List<Class<?>> planted = new ArrayList<>(plantedDeclarations());
        planted.add(offender);
        return rule.allowEmptyShould(true).evaluate(new ClassFileImporter().importClasses(planted));
    }

    static List<Class<?>> plantedDeclarations() {
        return List.of(declaration("plantedlow"), declaration("plantedhigh"));
    }

    static Class<?> declaration(String room) {
        String name = Product.ROOT + "." + room + ".package-info";
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name + " carries no annotation that is kept at run time", missing);
        }
    }

    @Override
    public String toString() {
        return says;
    }
}
