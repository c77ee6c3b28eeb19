package io.quittance.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quittance.Feature;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What features declare of themselves in their {@code package-info}, and whether they keep to it. */
final class Features {

    private static final Set<String> NOBODYS_BUSINESS = Set.of("control", "entity");

    private Features() {
    }

    /** Each class uses only the features that its own declares, and of those only the root package and what they expose. */
    static ArchCondition<JavaClass> keepToTheirDeclaration() {
        return new OfDeclared("use only what their feature declares and others expose") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    explain(type, dependency.getTargetClass().getBaseComponentType())
                            .forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault + ": " + dependency.getDescription())));
                }
            }

            private List<String> explain(JavaClass user, JavaClass used) {
                String from = Product.room(user);
                String to = Product.room(used);
                if (to.isEmpty() || to.equals(from)) {
                    return List.of();
                }
                Feature target = declared.get(to);
                Feature own = declared.get(from);
                if (target == null) {
                    boolean published = to.equals("spi");
                    return own == null || published ? List.of() : List.of("feature " + from + " may not use the room " + to);
                }
                if (own != null && !Arrays.asList(own.uses()).contains(to)) {
                    return List.of("feature " + from + " does not declare that it uses " + to);
                }
                String corner = Product.corner(used);
                boolean open = corner.isEmpty() || Arrays.asList(target.exposes()).contains(corner);
                return open ? List.of() : List.of(from + " sees io.quittance." + to + "." + corner + ", which " + to + " does not expose");
            }
        };
    }

    /** Declarations name real features, expose neither control nor entity, and form no cycle. */
    static ArchCondition<JavaClass> declareSoundly() {
        return new OfDeclared("be declared soundly and without cycles") {
            @Override
            public void check(JavaClass packageInfo, ConditionEvents events) {
                Feature feature = packageInfo.getAnnotationOfType(Feature.class);
                String name = feature.name();
                require(events, packageInfo, name.equals(Product.room(packageInfo)) && Product.corner(packageInfo).isEmpty(),
                        "feature " + name + " is not declared on the root package of its own name");
                for (String used : feature.uses()) {
                    require(events, packageInfo, declared.containsKey(used), "feature " + name + " uses " + used + ", which is no feature");
                }
                require(events, packageInfo, Arrays.stream(feature.exposes()).noneMatch(NOBODYS_BUSINESS::contains),
                        "feature " + name + " exposes its control or entities");
                require(events, packageInfo, !reachable(name).contains(name), "feature " + name + " uses itself in a circle");
            }

            private Set<String> reachable(String start) {
                Set<String> seen = new HashSet<>();
                Deque<String> next = new ArrayDeque<>(usesOf(start));
                while (!next.isEmpty()) {
                    String one = next.pop();
                    if (seen.add(one)) {
                        next.addAll(usesOf(one));
                    }
                }
                return seen;
            }

            private List<String> usesOf(String name) {
                Feature feature = declared.get(name);
                return feature == null ? List.of() : List.of(feature.uses());
            }
        };
    }

    private static void require(ConditionEvents events, JavaClass where, boolean holds, String fault) {
        if (!holds) {
            events.add(SimpleConditionEvent.violated(where, fault));
        }
    }

    /** Collects the declarations before the classes are checked one by one. */
    private abstract static class OfDeclared extends ArchCondition<JavaClass> {

        final Map<String, Feature> declared = new TreeMap<>();

        OfDeclared(String description) {
            super(description);
        }

        @Override
        public void init(Collection<JavaClass> all) {
            declared.clear();
            all.stream()
                    .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(Feature.class))
                    .map(type -> type.getAnnotationOfType(Feature.class))
                    .forEach(feature -> declared.put(feature.name(), feature));
        }
    }
}
