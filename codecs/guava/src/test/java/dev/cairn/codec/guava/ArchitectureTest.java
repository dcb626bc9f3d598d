package dev.cairn.codec.guava;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the codecs may use. */
class ArchitectureTest {
    /** A rule that finds no class fails by itself. */
    @Test
    void arrowsOfThisModuleLeadToTheLibraryAndToCodecs() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.google.common.base",
                        "com.google.common.collect",
                        "dev.cairn",
                        "dev.cairn.codec",
                        "dev.cairn.codec.guava")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.cairn.codec.guava"));
    }
}
