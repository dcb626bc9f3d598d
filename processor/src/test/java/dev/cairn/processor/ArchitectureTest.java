package dev.cairn.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
    void onlyWriteUsesJavaPoet() {
        assertThat(packagesThatUse(resideInAPackage("com.palantir.javapoet..")))
                .containsExactly("dev.cairn.processor.write");
    }

    @Test
    void onlyBodyUsesTheTreeApi() {
        assertThat(packagesThatUse(resideInAPackage("com.sun..")))
                .isNotEmpty()
                .allMatch(user -> user.equals("dev.cairn.processor.body"));
    }

    @Test
    void onlyReportUsesMessager() {
        assertThat(packagesThatUse(JavaClass.Predicates.equivalentTo(Messager.class)))
                .containsExactly("dev.cairn.processor.report");
    }

    /** It searches the class from its beginning, for each member: {@code body} knows a shorter way. */
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
    @ValueSource(strings = {"model", "name", "graph", "rule"})
    void knowsNoCompiler(String name) {
        String phase = "dev.cairn.processor." + name;
        assertThat(CLASSES.that(resideInAPackage(phase))).isNotEmpty();
        assertThat(packagesThatUse(resideInAPackage("javax.lang.model..")))
                .isNotEmpty()
                .doesNotContain(phase);
        assertThat(packagesThatUse(resideInAPackage("javax.annotation.processing..")))
                .isNotEmpty()
                .doesNotContain(phase);
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
