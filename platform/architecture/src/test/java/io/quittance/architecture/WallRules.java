package io.quittance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quittance.Feature;
import io.quittance.plantedhigh.SeesControl;
import io.quittance.plantedhigh.entity.EntityThatDecides;
import io.quittance.plantedhigh.entity.EntityThatValidates;
import io.quittance.plantedlow.UsesUndeclared;
import io.quittance.plugins.planted.CallsCore;
import io.quittance.plugins.planted.SeesTheContainer;
import io.quittance.spi.planted.NeedsMoreThanTheJdk;
import io.quittance.web.planted.QueriesByItself;
import io.quittance.web.planted.SeesEntity;
import io.quittance.web.planted.TalksToPf4j;
import java.util.List;

/** Who may see whom. */
final class WallRules {

    private static final DescribedPredicate<JavaClass> DECLARES_A_FEATURE = describe("declare a feature",
            type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(Feature.class));
    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("io.quittance..");
    /** Arrays of primitives and the like have no package. */
    private static final DescribedPredicate<JavaClass> JDK = describe("of the JDK",
            type -> type.isPrimitive() || type.getBaseComponentType().isPrimitive()
                    || type.getBaseComponentType().getPackageName().matches("(java|javax\\.crypto|javax\\.net|javax\\.xml)(\\..*)?"));

    private WallRules() {
    }

    static List<Rule> all() {
        return List.of(
                Rule.of("features use what they declare, and only what others expose",
                        classes().that(OURS).should(Features.keepToTheirDeclaration()),
                        UsesUndeclared.class, SeesControl.class),
                Rule.of("feature declarations are sound and free of cycles",
                        classes().that(DECLARES_A_FEATURE).should(Features.declareSoundly()),
                        Rule.declaration("plantedcircle")),
                Rule.of("the SPI needs the JDK alone",
                        classes().that().resideInAPackage("io.quittance.spi..")
                                .should().onlyDependOnClassesThat(JDK.or(resideInAPackage("io.quittance.spi.."))),
                        NeedsMoreThanTheJdk.class),
                Rule.of("entities know no control and no boundary",
                        noClasses().that().resideInAPackage("io.quittance.*.entity..")
                                .should().dependOnClassesThat().resideInAnyPackage("io.quittance.*.control..", "io.quittance.*.boundary.."),
                        EntityThatDecides.class),
                // XmlTransient is what EclipseLink's weaver writes on the fields that it adds.
                Rule.of("entities know of Jakarta the persistence annotations alone",
                        noClasses().that().resideInAPackage("io.quittance.*.entity..")
                                .should().dependOnClassesThat(resideInAPackage("jakarta..")
                                        .and(not(resideInAPackage("jakarta.persistence..")))
                                        .and(not(name("jakarta.xml.bind.annotation.XmlTransient")))),
                        EntityThatValidates.class),
                Rule.of("the web sees no control and no entity",
                        noClasses().that().resideInAPackage("io.quittance.web..")
                                .should().dependOnClassesThat().resideInAnyPackage("io.quittance.*.control..", "io.quittance.*.entity.."),
                        SeesEntity.class),
                Rule.of("the web and the doors know nothing of JPA, JDBC or EclipseLink",
                        noClasses().that().resideInAnyPackage("io.quittance.web..", "io.quittance.identity..", "io.quittance.host..")
                                .should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..",
                                        "org.eclipse.persistence.."),
                        QueriesByItself.class),
                Rule.of("PF4J is a secret of the plugin host",
                        noClasses().that(OURS.and(not(resideInAPackage("io.quittance.host.."))))
                                .should().dependOnClassesThat().resideInAPackage("org.pf4j.."),
                        TalksToPf4j.class),
                Rule.of("plugins see of us the SPI and themselves",
                        noClasses().that(pluginsOwn())
                                .should().dependOnClassesThat(OURS
                                        .and(not(resideInAnyPackage("io.quittance.spi..", "io.quittance.plugins..")))),
                        CallsCore.class),
                Rule.of("plugins see neither the container nor the plugin loader",
                        noClasses().that(pluginsOwn())
                                .should().dependOnClassesThat(
                                        resideInAnyPackage("jakarta..", "org.pf4j..", "org.eclipse.persistence..", "fish.payara..")),
                        SeesTheContainer.class));
    }

    private static DescribedPredicate<JavaClass> pluginsOwn() {
        return resideInAPackage("io.quittance.plugins..");
    }
}
