package dev.cairn;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import dev.cairn.engine.Schedule;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the packages of the annotations and the runtime, and who may use which library. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.cairn");

    /** Layers without a class fail the rule by themselves. */
    @Test
    void arrowsBetweenPackagesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("annotations")
                .definedBy("dev.cairn")
                .layer("codec")
                .definedBy("dev.cairn.codec..")
                .layer("datastore")
                .definedBy("dev.cairn.datastore..")
                .layer("runtime")
                .definedBy("dev.cairn.runtime..")
                .layer("client")
                .definedBy("dev.cairn.client..")
                .layer("engine")
                .definedBy("dev.cairn.engine..")
                .whereLayer("annotations")
                .mayNotAccessAnyLayer()
                .whereLayer("codec")
                .mayOnlyAccessLayers("annotations")
                .whereLayer("datastore")
                .mayOnlyAccessLayers("annotations")
                .whereLayer("runtime")
                .mayOnlyAccessLayers("datastore", "codec", "annotations")
                .whereLayer("client")
                .mayOnlyAccessLayers("runtime", "datastore", "codec", "annotations")
                .whereLayer("engine")
                .mayOnlyAccessLayers("runtime", "datastore", "codec", "annotations")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void annotationsDependOnNothing() {
        classes()
                .that()
                .resideInAPackage("dev.cairn")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.cairn", "java..")
                .check(CLASSES);
        assertThat(CLASSES.contain(Flow.class)).isTrue();
    }

    @Test
    void whatIsThrownOnPurposeHasOneRoot() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Exception")
                .and()
                .arePublic()
                .should()
                .beAssignableTo(CairnException.class)
                .check(CLASSES);
    }

    @Test
    void theRuntimeUsesFewLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.cairn..", "com.esotericsoftware.kryo.kryo5..", "org.slf4j..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.cairn.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** A library that another package needs too is a question whether it should. Of Kryo, others may use the buffers. */
    @ParameterizedTest
    @CsvSource({
        "com.esotericsoftware.kryo.kryo5, dev.cairn.codec",
    })
    void onePackageUsesALibrary(String library, String user) {
        assertThat(packagesThatUse(library)).containsExactly(user);
    }

    /** What stores and engines there are is found through their interfaces. */
    @ParameterizedTest
    @CsvSource({
        "dev.cairn.datastore.memory, dev.cairn.datastore",
        "dev.cairn.engine.local, dev.cairn.engine",
    })
    void implementationsAreKnownToTheirInterfaceOnly(String implementation, String known) {
        assertThat(packagesThatUse(implementation + "..")).isSubsetOf(Set.of(known));
        assertThat(CLASSES.that(resideInAPackage(implementation))).isNotEmpty();
    }

    /** What stores have in common is above all of them, and knows neither a database nor a file. */
    @Test
    void theKernelOfStoresKnowsNone() {
        noClasses()
                .that()
                .resideInAPackage("dev.cairn.datastore.support..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "java.nio.file..",
                        "dev.cairn.datastore.memory..",
                        "dev.cairn.datastore.file..",
                        "dev.cairn.datastore.zstd..")
                .check(CLASSES);
    }

    /** It has to say the same in any process, at any time: so it can do nothing that depends on either. */
    @Test
    void scheduleIsPure() {
        Set<JavaClass> parts = reachableInPackage(CLASSES.get(Schedule.class));

        noClasses()
                .that(in(parts))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..", "java.nio..", "java.net..", "java.util.concurrent..", "dev.cairn.codec..")
                        .or(assignableTo(Datastore.class))
                        .or(assignableTo(Runs.class))
                        .or(assignableTo(Blobs.class))
                        .or(assignableTo(Thread.class))
                        .or(assignableTo(Clock.class))
                        .or(assignableTo(Random.class)))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        assertThat(parts).extracting(JavaClass::getSimpleName).contains("ReadyQueue", "OpenForeach", "TaskFact");
        assertThat(parts).extracting(JavaClass::getSimpleName).doesNotContain("TaskRunner", "RunRequest");
    }

    /** The classes of its own package that a class uses, and those that these use, and so on. */
    private static Set<JavaClass> reachableInPackage(JavaClass start) {
        Set<JavaClass> reached = new LinkedHashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            JavaClass next = open.remove();
            if (next.getPackageName().equals(start.getPackageName()) && reached.add(next)) {
                next.getDirectDependenciesFromSelf().forEach(dependency -> open.add(dependency.getTargetClass()));
            }
        }
        return reached;
    }

    private static DescribedPredicate<JavaClass> in(Set<JavaClass> classes) {
        return DescribedPredicate.describe("are a part of the schedule", classes::contains);
    }

    private static Set<String> packagesThatUse(String used) {
        Set<String> users = new TreeSet<>();
        for (JavaClass user : CLASSES.that(alwaysTrue())) {
            boolean uses = user.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .anyMatch(resideInAPackage(used));
            if (uses && !resideInAPackage(used).test(user)) {
                users.add(user.getPackageName());
            }
        }
        return users;
    }
}
