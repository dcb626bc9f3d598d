package dev.cairn.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Messager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the phases of the processor, and which phase alone may use which interface of the compiler. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.cairn.processor");

    /** Layers without a class fail the rule by themselves. */
    @Test
    void arrowsBetweenPhasesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("entry")
                .definedBy("dev.cairn.processor")
                .layer("model")
                .definedBy("dev.cairn.processor.model..")
                .layer("report")
                .definedBy("dev.cairn.processor.report..")
                .layer("name")
                .definedBy("dev.cairn.processor.name..")
                .layer("read")
                .definedBy("dev.cairn.processor.read..")
                .layer("body")
                .definedBy("dev.cairn.processor.body..")
                .layer("graph")
                .definedBy("dev.cairn.processor.graph..")
                .layer("rule")
                .definedBy("dev.cairn.processor.rule..")
                .layer("lock")
                .definedBy("dev.cairn.processor.lock..")
                .layer("write")
                .definedBy("dev.cairn.processor.write..")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("report")
                .mayOnlyAccessLayers("model")
                .whereLayer("name")
                .mayOnlyAccessLayers("model")
                .whereLayer("graph")
                .mayOnlyAccessLayers("model")
                .whereLayer("lock")
                .mayOnlyAccessLayers("model", "report")
                .whereLayer("read")
                .mayOnlyAccessLayers("model", "name", "report")
                .whereLayer("body")
                .mayOnlyAccessLayers("model", "name", "report")
                .whereLayer("rule")
                .mayOnlyAccessLayers("model", "name", "graph", "report")
                .whereLayer("write")
                .mayOnlyAccessLayers("model", "name", "graph", "report")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void arrowsWithinWritePointOneWay() {
        within("write", "source", "context", "codec", "view", "run")
                .whereLayer("source")
                .mayNotAccessAnyLayer()
                .whereLayer("context")
                .mayOnlyAccessLayers("source")
                .whereLayer("codec")
                .mayOnlyAccessLayers("source", "context")
                .whereLayer("view")
                .mayOnlyAccessLayers("source", "context")
                .whereLayer("run")
                .mayOnlyAccessLayers("source", "context")
                .check(CLASSES);
    }

    @Test
    void rulesOfOneKindKnowNoneOfAnother() {
        within("rule", "common", "declaration", "transition", "type", "code")
                .whereLayer("common")
                .mayNotAccessAnyLayer()
                .whereLayer("declaration")
                .mayOnlyAccessLayers("common")
                .whereLayer("transition")
                .mayOnlyAccessLayers("common")
                .whereLayer("type")
                .mayOnlyAccessLayers("common")
                .whereLayer("code")
                .mayOnlyAccessLayers("common")
                .check(CLASSES);
    }

    @Test
    void arrowsWithinBodyPointOneWay() {
        within("body", "tree", "effect", "code", "walk", "sharing", "secret")
                .whereLayer("tree")
                .mayNotAccessAnyLayer()
                .whereLayer("effect")
                .mayNotAccessAnyLayer()
                .whereLayer("code")
                .mayOnlyAccessLayers("tree", "effect")
                .whereLayer("walk")
                .mayOnlyAccessLayers("tree", "effect", "code")
                .whereLayer("sharing")
                .mayOnlyAccessLayers("tree", "effect", "code", "walk")
                .whereLayer("secret")
                .mayOnlyAccessLayers("effect", "code")
                .check(CLASSES);
    }

    /** The packages below that of a phase, which may use all of them, and which none of them may use. */
    private static LayeredArchitecture within(String phase, String... packages) {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer(phase)
                .definedBy("dev.cairn.processor." + phase);
        for (String name : packages) {
            layers = layers.layer(name).definedBy("dev.cairn.processor." + phase + "." + name);
        }
        return layers.whereLayer(phase).mayNotBeAccessedByAnyLayer();
    }

    @Test
    void onlyWriteUsesJavaPoet() {
        assertThat(packagesThatUse(resideInAPackage("com.palantir.javapoet..")))
                .isNotEmpty()
                .allMatch(user -> isWithin("write", user));
    }

    @Test
    void onlyBodyUsesTheTreeApi() {
        assertThat(packagesThatUse(resideInAPackage("com.sun..")))
                .isNotEmpty()
                .allMatch(user -> isWithin("body", user));
    }

    @Test
    void onlyReportUsesMessager() {
        assertThat(packagesThatUse(JavaClass.Predicates.equivalentTo(Messager.class)))
                .containsExactly("dev.cairn.processor.report");
    }

    /** It searches the class from its beginning, for each member: {@code body} knows a shorter path. */
    @Test
    void onlyBodyAsksTheCompilerForComments() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTarget().getName().equals("getDocComment"))
                        .map(call -> call.getOriginOwner().getSimpleName())
                        .distinct())
                .containsExactlyInAnyOrder("BodyReader", "Declarations");
    }

    /** What these compute is about graphs and names; tests of them need no compiler. */
    @ParameterizedTest
    @ValueSource(strings = {"model", "name", "graph", "rule", "lock"})
    void knowsNoCompiler(String name) {
        assertThat(CLASSES.that(resideInAPackage("dev.cairn.processor." + name + "..")))
                .isNotEmpty();
        assertThat(packagesThatUse(resideInAPackage("javax.lang.model..")))
                .isNotEmpty()
                .noneMatch(user -> isWithin(name, user));
        assertThat(packagesThatUse(resideInAPackage("javax.annotation.processing..")))
                .isNotEmpty()
                .noneMatch(user -> isWithin(name, user));
    }

    private static boolean isWithin(String phase, String packageName) {
        return (packageName + ".").startsWith("dev.cairn.processor." + phase + ".");
    }

    private static Set<String> packagesThatUse(DescribedPredicate<? super JavaClass> used) {
        Set<String> users = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            boolean uses = user.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .anyMatch(used);
            if (uses) {
                users.add(user.getPackageName());
            }
        }
        return users;
    }
}
