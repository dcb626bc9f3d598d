package dev.cairn.transfer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What export and import may use: no store, but what all stores have in common. */
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
                        "dev.cairn.codec.schema",
                        "dev.cairn.datastore",
                        "dev.cairn.datastore.zstd",
                        "dev.cairn.runtime.internal",
                        "dev.cairn.runtime.values",
                        "dev.cairn.transfer",
                        "com.fasterxml.jackson.core..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.cairn.transfer"));
    }
}
