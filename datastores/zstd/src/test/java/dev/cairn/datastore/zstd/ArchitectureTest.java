package dev.cairn.datastore.zstd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the compression may use. */
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
                        "dev.cairn.datastore.support",
                        "dev.cairn.datastore.zstd",
                        "com.github.luben.zstd..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.cairn.datastore.zstd"));
    }
}
