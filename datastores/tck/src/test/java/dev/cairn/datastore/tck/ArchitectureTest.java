package dev.cairn.datastore.tck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the suite may use: a datastore is tested by its interface alone. */
class ArchitectureTest {
    /** A rule that finds no class fails by itself. */
    @Test
    void arrowsOfThisModuleLeadToFewPackages() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.cairn",
                        "dev.cairn.datastore",
                        "dev.cairn.datastore.tck",
                        "dev.cairn.maintenance",
                        "org.assertj.core..",
                        "org.junit.jupiter..",
                        "org.junit.platform.commons.support",
                        "org.opentest4j")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.cairn.datastore.tck"));
    }
}
