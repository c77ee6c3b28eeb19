package io.quittance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quittance.access.Requires;
import io.quittance.plantedhigh.boundary.OpenToEverybody;
import io.quittance.plantedhigh.control.AsksTheMachineForTime;
import io.quittance.plantedhigh.control.BeginsItsOwnTransaction;
import io.quittance.plantedhigh.control.LogsElsewhere;
import io.quittance.plantedhigh.control.MakesAFactory;
import io.quittance.plantedhigh.control.MakesAPool;
import io.quittance.plantedhigh.control.PlantedManager;
import io.quittance.plantedhigh.control.Prints;
import io.quittance.plantedhigh.control.RollsDice;
import io.quittance.plantedhigh.control.ThrowsAnything;
import io.quittance.plantedhigh.control.ThrowsSomething;
import io.quittance.plantedhigh.entity.PriceInDouble;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.PlatformBoundary;
import jakarta.interceptor.InvocationContext;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What code may do, wherever it stands. */
final class CodeRules {

    /** Programs for a terminal and for measuring; none of them runs inside the application. */
    private static final String[] PROGRAMS = {"io.quittance.launcher..", "io.quittance.cli..", "io.quittance.bench.."};
    private static final DescribedPredicate<JavaClass> APPLICATION =
            resideInAPackage("io.quittance..").and(not(resideInAnyPackage(PROGRAMS)));

    private static final String[] SCIENCES = {"io.quittance.risk..", "io.quittance.analytics..", "io.quittance.bench.."};

    private static final Set<String> CLOCKS = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime",
            "java.time.LocalTime", "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.Year", "java.time.YearMonth");
    private static final Set<String> ANYTHING = Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Throwable",
            "java.lang.Error");

    private CodeRules() {
    }

    static Stream<Rule> all() {
        return Stream.concat(aboutTheDatabase().stream(), aboutTheLanguage().stream());
    }

    private static List<Rule> aboutTheDatabase() {
        return List.of(
                Rule.of("only tenancy.control makes factories of EntityManagers",
                        noClasses().that(APPLICATION.and(not(resideInAPackage("io.quittance.tenancy.control.."))))
                                .should().callMethodWhere(describe("make a factory",
                                        call -> call.getTarget().getName().equals("createEntityManagerFactory"))),
                        MakesAFactory.class),
                Rule.of("only tenancy.control makes data sources, pools and connections",
                        noClasses().that(APPLICATION.and(not(resideInAPackage("io.quittance.tenancy.control.."))))
                                .should().dependOnClassesThat(resideInAnyPackage("com.zaxxer.hikari..", "com.mysql..")
                                        .or(assignableTo("javax.sql.DataSource")).or(assignableTo("java.sql.DriverManager"))),
                        MakesAPool.class),
                Rule.of("only the interceptor of the units touches transactions",
                        noClasses().that(APPLICATION.and(not(resideInAPackage("io.quittance.tenancy.control.."))))
                                .should().callMethodWhere(describe("begin, commit or roll back", CodeRules::touchesTransaction))
                                .orShould().dependOnClassesThat().resideInAPackage("jakarta.transaction.."),
                        BeginsItsOwnTransaction.class),
                Rule.of("every verb of a boundary names the permission it needs",
                        methods().that().areDeclaredInClassesThat(describe("are boundaries",
                                        type -> type.isAnnotatedWith(Boundary.class) || type.isAnnotatedWith(PlatformBoundary.class)))
                                .and(describe("are intercepted", CodeRules::isIntercepted))
                                .should().beAnnotatedWith(Requires.class),
                        OpenToEverybody.class));
    }

    private static List<Rule> aboutTheLanguage() {
        return List.of(
                Rule.of("no field is a float or a double: money is exact",
                        noFields().that().areDeclaredInClassesThat(resideInAPackage("io.quittance..")
                                        .and(not(resideInAnyPackage(SCIENCES))))
                                .should().haveRawType(describe("float or double", CodeRules::isInexact)),
                        PriceInDouble.class),
                Rule.of("time comes from an injected Clock",
                        // the sandbox company is a program of its own, and its main hands the clock to the rest of it
                        noClasses().that(APPLICATION.and(not(resideInAPackage("io.quittance.config..")))
                                        .and(not(simpleName("SandboxCompany"))))
                                .should().callMethodWhere(describe("ask the machine's clock", CodeRules::asksTheMachine)),
                        AsksTheMachineForTime.class),
                Rule.of("chance is injected or secure",
                        noClasses().that(APPLICATION)
                                .should().callConstructorWhere(describe("make an unseeded Random", CodeRules::makesUnseededRandom))
                                .orShould().callMethod(Math.class, "random")
                                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom"),
                        RollsDice.class),
                Rule.of("names say what a thing is",
                        noClasses().that().resideInAPackage("io.quittance..")
                                .should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Manager")
                                .orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
                                .orShould().haveSimpleNameEndingWith("Helper"),
                        PlantedManager.class),
                Rule.of("the application writes to no standard stream",
                        noClasses().that(APPLICATION)
                                .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                                .orShould().callMethod(Throwable.class, "printStackTrace"),
                        Prints.class),
                Rule.of("SLF4J is the one logging API",
                        noClasses().that(APPLICATION)
                                .should().callMethodWhere(describe("log past SLF4J", CodeRules::logsPastSlf4j))
                                .orShould().dependOnClassesThat().resideInAnyPackage("org.apache.logging..", "org.apache.commons.logging..",
                                        "org.jboss.logging..", "ch.qos.logback.."),
                        LogsElsewhere.class),
                // Who calls work that it was given cannot know what that work throws.
                Rule.of("no method declares that it throws just anything",
                        noMethods().that().areDeclaredInClassesThat(APPLICATION)
                                .and(not(describe("call what they are given", CodeRules::callsWhatItIsGiven)))
                                .should().declareThrowableOfType(describe("generic", type -> ANYTHING.contains(type.getName()))),
                        ThrowsAnything.class),
                Rule.of("no exception is thrown that says nothing",
                        noClasses().that().resideInAPackage("io.quittance..")
                                .should().callConstructorWhere(describe("make a bare exception", CodeRules::makesBareException)),
                        ThrowsSomething.class));
    }

    private static boolean touchesTransaction(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        return owner.equals("jakarta.persistence.EntityTransaction")
                || owner.equals("jakarta.persistence.EntityManager") && Set.of("getTransaction", "joinTransaction").contains(name)
                || owner.equals("java.sql.Connection") && Set.of("commit", "rollback", "setAutoCommit").contains(name)
                        && call instanceof JavaMethodCall method && !goesBackToSavepoint(method);
    }

    /** Undoing part of a unit's work leaves the unit open: whether it commits is still the interceptor's to say. */
    private static boolean goesBackToSavepoint(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Savepoint.class));
    }

    /** Weld intercepts what is neither private nor static; what the compiler adds is no verb of ours. */
    private static boolean isIntercepted(JavaMethod method) {
        Set<JavaModifier> modifiers = method.getModifiers();
        return !modifiers.contains(JavaModifier.PRIVATE) && !modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC) && !modifiers.contains(JavaModifier.BRIDGE);
    }

    private static boolean isInexact(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double").contains(type.getBaseComponentType().getName());
    }

    private static boolean asksTheMachine(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        boolean now = CLOCKS.contains(owner) && name.equals("now") && !takesAClock(call);
        boolean system = owner.equals("java.time.Clock") && name.startsWith("system");
        return now || system || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
    }

    private static boolean takesAClock(JavaAccess<?> call) {
        return call instanceof JavaMethodCall method
                && method.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean makesUnseededRandom(JavaConstructorCall call) {
        return call.getTargetOwner().getName().equals("java.util.Random") && call.getTarget().getRawParameterTypes().isEmpty();
    }

    /** {@code DataSource.getParentLogger} names the JDK's Logger in its signature; naming it is not logging. */
    private static boolean logsPastSlf4j(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        return owner.equals("java.util.logging.Logger") || owner.equals("java.lang.System$Logger")
                || owner.equals("java.lang.System") && call.getTarget().getName().equals("getLogger");
    }

    private static boolean callsWhatItIsGiven(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type ->
                type.isEquivalentTo(InvocationContext.class) || type.isEquivalentTo(ScopedValue.CallableOp.class)
                        || type.isEquivalentTo(Supplier.class));
    }

    private static boolean makesBareException(JavaConstructorCall call) {
        boolean ownSuperCall = call.getOrigin().isConstructor() && call.getOriginOwner().isAssignableTo(Throwable.class);
        return ANYTHING.contains(call.getTargetOwner().getName()) && !ownSuperCall;
    }
}
