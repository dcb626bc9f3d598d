package dev.cairn;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
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
import dev.cairn.engine.output.StandardStreams;
import dev.cairn.engine.task.StackTraces;
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
import org.junit.jupiter.params.provider.ValueSource;

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
                .layer("maintenance")
                .definedBy("dev.cairn.maintenance..")
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
                .whereLayer("maintenance")
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

    /** What a run writes goes to its listener, which by default prints it to the stream that is known here. */
    @Test
    void onlyWhatCapturesTheStandardStreamsKnowsThem() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(StandardStreams.class.getName())
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
    }

    @Test
    void theRuntimeUsesFewLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..", // a part of java.base
                        "dev.cairn..",
                        "com.esotericsoftware.kryo.kryo5..",
                        "org.objectweb.asm..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.cairn.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** The parts of a package do not need each other in a circle. What stands in the package itself is what they are parts of. */
    @ParameterizedTest
    @ValueSource(strings = {"codec", "engine", "runtime"})
    void partsOfAPackageHaveNoCycles(String whole) {
        slices().matching("dev.cairn." + whole + ".(*)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        assertThat(CLASSES.that(resideInAPackage("dev.cairn." + whole + ".*"))).isNotEmpty();
    }

    /** Which parts a part may use, from the bottom up. */
    @Test
    void arrowsBetweenPartsOfTheCodecsPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("internal")
                .definedBy("dev.cairn.codec.internal")
                .layer("schema")
                .definedBy("dev.cairn.codec.schema")
                .layer("value")
                .definedBy("dev.cairn.codec.value")
                .layer("collection")
                .definedBy("dev.cairn.codec.collection")
                .layer("union")
                .definedBy("dev.cairn.codec.union")
                .layer("opaque")
                .definedBy("dev.cairn.codec.opaque")
                .layer("tree")
                .definedBy("dev.cairn.codec.tree")
                .whereLayer("internal")
                .mayNotAccessAnyLayer()
                .whereLayer("schema")
                .mayOnlyAccessLayers("internal")
                .whereLayer("value")
                .mayOnlyAccessLayers("schema", "internal")
                .whereLayer("collection")
                .mayOnlyAccessLayers("value", "schema", "internal")
                .whereLayer("union")
                .mayOnlyAccessLayers("collection", "value", "schema", "internal")
                .whereLayer("opaque")
                .mayOnlyAccessLayers("value", "schema", "internal")
                .whereLayer("tree")
                .mayOnlyAccessLayers("union", "collection", "value", "schema", "internal")
                .check(CLASSES);
    }

    @Test
    void arrowsBetweenPartsOfTheRuntimePointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("internal")
                .definedBy("dev.cairn.runtime.internal")
                .layer("definition")
                .definedBy("dev.cairn.runtime.definition")
                .layer("graph")
                .definedBy("dev.cairn.runtime.graph")
                .layer("values")
                .definedBy("dev.cairn.runtime.values")
                .layer("merge")
                .definedBy("dev.cairn.runtime.merge")
                .whereLayer("internal")
                .mayNotAccessAnyLayer()
                .whereLayer("definition")
                .mayOnlyAccessLayers("internal")
                .whereLayer("graph")
                .mayOnlyAccessLayers("definition", "internal")
                .whereLayer("values")
                .mayOnlyAccessLayers("definition", "internal")
                .whereLayer("merge")
                .mayOnlyAccessLayers("values", "definition", "internal")
                .check(CLASSES);
    }

    @Test
    void arrowsBetweenPartsOfTheEngineGoToWhatIsBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("schedule")
                .definedBy("dev.cairn.engine.schedule")
                .layer("values")
                .definedBy("dev.cairn.engine.values")
                .layer("output")
                .definedBy("dev.cairn.engine.output")
                .layer("task")
                .definedBy("dev.cairn.engine.task")
                .layer("replay")
                .definedBy("dev.cairn.engine.replay")
                .layer("run")
                .definedBy("dev.cairn.engine.run")
                .layer("process")
                .definedBy("dev.cairn.engine.process")
                .layer("fingerprint")
                .definedBy("dev.cairn.engine.fingerprint")
                .layer("resume")
                .definedBy("dev.cairn.engine.resume")
                .whereLayer("schedule")
                .mayNotAccessAnyLayer()
                .whereLayer("values")
                .mayNotAccessAnyLayer()
                .whereLayer("output")
                .mayNotAccessAnyLayer()
                .whereLayer("task")
                .mayOnlyAccessLayers("values", "output")
                .whereLayer("replay")
                .mayOnlyAccessLayers("task")
                .whereLayer("run")
                .mayOnlyAccessLayers("task")
                .whereLayer("process")
                .mayOnlyAccessLayers("output")
                .whereLayer("fingerprint")
                .mayNotAccessAnyLayer()
                .whereLayer("resume")
                .mayOnlyAccessLayers("values", "fingerprint")
                .check(CLASSES);
    }

    /** A class is found by a name from the data in one place, where the names that are allowed are checked. */
    @Test
    void classesAreFoundByNameWhereOpaqueValuesAreRead() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.cairn.codec.opaque")
                .should()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .orShould()
                .callMethod(ClassLoader.class, "loadClass", String.class)
                .check(CLASSES);
    }

    /** Frames of these are cut from what users see of a failure. */
    @Test
    void stackTracesKnowEveryPackage() {
        assertThat(CLASSES.that(resideOutsideOfPackage("dev.cairn")))
                .isNotEmpty()
                .allMatch(each -> StackTraces.isCairn(each.getName()));
    }

    /** A library that another package needs too is a question whether it should. Of Kryo, others may use the buffers. */
    @Test
    void onlyCodecsUseKryo() {
        assertThat(packagesThatUse("com.esotericsoftware.kryo.kryo5"))
                .isNotEmpty()
                .allMatch(user -> (user + ".").startsWith("dev.cairn.codec."));
    }

    @Test
    void onlyFingerprintsReadClassFiles() {
        assertThat(packagesThatUse("org.objectweb.asm..")).containsExactly("dev.cairn.engine.fingerprint");
    }

    /** What stores and engines there are is found through their interfaces. */
    @ParameterizedTest
    @CsvSource({
        "dev.cairn.datastore.memory, dev.cairn.datastore",
        "dev.cairn.engine.local, dev.cairn.engine",
        "dev.cairn.engine.process, dev.cairn.engine",
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

    /** The classes of its own package, and of the parts of schedules, that a class uses; those that these use, and so on. */
    private static Set<JavaClass> reachableInPackage(JavaClass start) {
        Set<JavaClass> reached = new LinkedHashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            JavaClass next = open.remove();
            if (resideInAnyPackage(start.getPackageName(), start.getPackageName() + ".schedule")
                            .test(next)
                    && reached.add(next)) {
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
