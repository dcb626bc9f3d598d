package dev.cairn.samples.readme;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The directory of somebody who has checked out this repository. Maven, which would need the net, is played by a script that does
 * what the poms have it do for the penguins; the jar of the samples has the manifest that the pom describes, and its libraries
 * where the tests have them.
 */
final class Checkout {
    private final Path directory;
    private final String pom;

    Checkout(Path directory) throws IOException {
        this.directory = directory;
        this.pom = Files.readString(Toolchain.root().resolve("samples/pom.xml"));
    }

    /** Whether a {@code console} block is typed in a checkout, rather than in the project of a user. */
    static boolean isMeant(Block session) {
        return session.text().startsWith("$ ./mvnw");
    }

    /** A shell in this directory, in which {@code java} is the one that runs the tests. */
    Command shell() throws IOException {
        Path samples =
                Files.createDirectories(directory.resolve("samples/target")).getParent();
        Files.copy(Toolchain.root().resolve("samples/cairn"), samples.resolve("cairn"));
        Path mvnw = directory.resolve("mvnw");
        Files.writeString(mvnw, """
                #!/bin/sh
                test "$*" = '-q -P %s' && exec java %s
                """.formatted(
                        only("<id>(penguins)</id>\\s*<build>"), String.join(" ", all("<argument>(.+)</argument>"))));
        Files.setPosixFilePermissions(mvnw, PosixFilePermissions.fromString("rwxr-xr-x"));
        writeJar(samples.resolve("target").resolve("cairn-samples.jar"));
        Path programs = Files.createDirectories(directory.resolve("programs"));
        Toolchain.addShortLivedJava(programs);
        String path = programs + File.pathSeparator + System.getenv("PATH");
        return new Command(directory, Map.of("PATH", path));
    }

    private void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, only("<mainClass>(.+)</mainClass>"));
        attributes.putValue("Enable-Native-Access", only("<Enable-Native-Access>(.+)</Enable-Native-Access>"));
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
    }

    private String only(String pattern) {
        List<String> found = all(pattern);
        if (found.size() != 1) {
            throw new IllegalStateException("samples/pom.xml has " + found.size() + " places like " + pattern);
        }
        return found.get(0);
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(pom)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
