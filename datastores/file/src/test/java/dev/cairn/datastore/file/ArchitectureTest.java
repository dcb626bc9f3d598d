package dev.cairn.datastore.file;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the file store may use. */
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
                        "dev.cairn.datastore.support",
                        "dev.cairn.datastore.zstd",
                        "dev.cairn.datastore.file",
                        "org.sqlite..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.cairn.datastore.file"));
    }
}
