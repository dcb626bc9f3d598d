package dev.cairn.samples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the programs, the libraries and the modules are with which a user's project is built here. */
final class Toolchain {
    private Toolchain() {}

    /** A program of the JDK that runs the tests. */
    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** The start of a command line: its virtual machine, which does not compile more than a short life is worth. */
    static List<String> shortLivedJava() {
        return List.of(jdk("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /** A script {@code java} in a directory, for the start of a {@code PATH}, which runs {@link #shortLivedJava} one. */
    static void addShortLivedJava(Path programs) throws IOException {
        Path java = programs.resolve("java");
        Files.writeString(java, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(String.join("' '", shortLivedJava())));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The top directory of the source. */
    static Path root() {
        return Path.of(given("maven.multiModuleProjectDirectory"));
    }

    static Path mavenHome() {
        return Path.of(given("maven.home"));
    }

    /** Maven's own repository, which has all that the modules were built with. */
    static Path localRepository() {
        return Path.of(given("localRepository"));
    }

    static String version() {
        return given("project.version");
    }

    /** What the tests can see: Cairn's modules, their dependencies and the test libraries. */
    static String classPath() {
        return String.join(
                System.getProperty("path.separator"),
                classPathEntries().filter(entry -> !isOwn(Path.of(entry))).toList());
    }

    private static Stream<String> classPathEntries() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")));
    }

    /** The samples are no part of a user's project. */
    private static boolean isOwn(Path entry) {
        return List.of("classes", "test-classes").contains(entry.getFileName().toString())
                && entry.startsWith(root().resolve("samples"));
    }

    private static String given(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("The system property `" + property
                    + "` is missing: Maven sets it for this test; elsewhere, set it by hand (see samples/pom.xml)");
        }
        return value;
    }
}
