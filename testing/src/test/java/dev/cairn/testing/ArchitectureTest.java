package dev.cairn.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this module may use. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.cairn.testing");

    @Test
    void arrowsOfThisModuleLeadToFewPackages() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.slf4j",
                        "org.junit.jupiter.api..",
                        "org.assertj..",
                        "dev.cairn",
                        "dev.cairn.client",
                        "dev.cairn.codec",
                        "dev.cairn.datastore",
                        "dev.cairn.engine",
                        "dev.cairn.runtime",
                        "dev.cairn.runtime.definition",
                        "dev.cairn.runtime.values",
                        "dev.cairn.testing")
                .check(CLASSES);
    }

    /** Who has no AssertJ can use the rest. */
    @Test
    void onlyTheAssertionsNeedAssertJ() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Assert")
                .and()
                .doNotHaveSimpleName("CairnAssertions")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assertj..")
                .check(CLASSES);
    }
}
