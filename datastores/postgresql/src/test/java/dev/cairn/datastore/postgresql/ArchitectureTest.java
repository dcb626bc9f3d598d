package dev.cairn.datastore.postgresql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the PostgreSQL store may use. */
class ArchitectureTest {
    private static final String STORE = "dev.cairn.datastore.postgresql";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(STORE);

    /** A rule that finds no class fails by itself. */
    @Test
    void arrowsOfTheStoreLeadToFewPackages() {
        classes()
                .that()
                .resideInAPackage(STORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl",
                        "org.jspecify..",
                        "dev.cairn",
                        "dev.cairn.datastore",
                        "dev.cairn.datastore.support",
                        "dev.cairn.datastore.zstd",
                        STORE + "..",
                        "com.zaxxer.hikari..",
                        "org.postgresql.ds..")
                .check(CLASSES);
    }

    @Test
    void objectStoresDoNotKnowTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(STORE + ".object", STORE + ".s3")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STORE, "java.sql", "com.zaxxer..", "org.postgresql..")
                .check(CLASSES);
    }
}
