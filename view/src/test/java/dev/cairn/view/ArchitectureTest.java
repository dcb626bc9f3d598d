package dev.cairn.view;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the views may use. */
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
                        "dev.cairn.client",
                        "dev.cairn.codec",
                        "dev.cairn.codec.schema",
                        "dev.cairn.datastore",
                        "dev.cairn.engine",
                        "dev.cairn.maintenance",
                        "dev.cairn.runtime",
                        "dev.cairn.runtime.definition",
                        "dev.cairn.runtime.graph",
                        "dev.cairn.runtime.internal",
                        "dev.cairn.view..",
                        "com.fasterxml.jackson.core..",
                        "org.apache.commons.csv..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.cairn.view"));
    }
}
