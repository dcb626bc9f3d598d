package dev.cairn.engine.temporal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import dev.cairn.engine.TaskRunner;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the engine stands on, and what its workflow code must not know. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.cairn.engine.temporal");

    private static final String WORKFLOW_CODE =
            ".*\\.(FlowWorkflowImpl|FlowDrive|Remote|SliceSizes|Window|Endings|Ranges|Scope|Limits|WorkerFlow|WorkerFlows)(\\$.*)?";

    @Test
    void theEngineStandsOnTheRuntimeAndOnTemporal() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.cairn..",
                        "io.temporal..",
                        "io.grpc..",
                        "com.google.protobuf..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.cairn.cli..", "dev.cairn.view..", "dev.cairn.datastore.file..")
                .check(CLASSES);
    }

    /** A workflow is replayed elsewhere and later, and has to do the same there. */
    @Test
    void workflowCodeIsDeterministic() {
        noClasses()
                .that()
                .haveNameMatching(WORKFLOW_CODE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Datastore.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Runs.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(TaskRunner.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(UUID.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        assertThat(CLASSES.stream().filter(type -> type.getName().matches(WORKFLOW_CODE)))
                .hasSizeGreaterThan(10);
    }
}
