package dev.cairn.samples.readme;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directory of somebody who follows the README. */
final class UserProject {
    private final Path directory;

    UserProject(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    UserProject add(JavaSnippet snippet) throws IOException {
        return add(snippet.path(), snippet.source());
    }

    UserProject add(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Compiles sources, given by their paths in this project, as {@code javac} does it where every warning is an error. */
    Command.Result javac(List<String> sources) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("target/classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-Xlint:all,-processing",
                "-Werror",
                "-implicit:none",
                "-d",
                classes.toString(),
                "-classpath",
                Toolchain.classPath(),
                "-processorpath",
                Toolchain.classPath()));
        sources.forEach(source -> arguments.add(directory.resolve(source).toString()));
        return Javac.run(directory, arguments);
    }

    /** Runs a class that {@link #javac} compiled. */
    Command.Result java(String className) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Toolchain.shortLivedJava());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                directory.resolve("target/classes") + File.pathSeparator + Toolchain.classPath(),
                className));
        return new Command(directory, Map.of()).run(command);
    }

    /**
     * A shell in this directory in which {@code mvn} finds Cairn and never goes online, and {@code java} is the one that runs
     * the tests. What {@code mvn compile} runs besides the plugins that a pom names depends on the version of Maven; so only those
     * that are named run, in the versions that this build uses.
     */
    Command shell(LocalRepository repository) throws IOException {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        Path mvn = programs.resolve("mvn");
        Files.writeString(mvn, """
                #!/bin/sh
                plugins=org.apache.maven.plugins
                for argument; do
                  shift
                  case "$argument" in
                    compile) set -- "$@" $plugins:maven-compiler-plugin:compile ;;
                    compile@class-path)
                      set -- "$@" $plugins:maven-compiler-plugin:compile
                      set -- "$@" $plugins:maven-dependency-plugin:build-classpath@class-path ;;
                    dependency:*) set -- "$@" $plugins:maven-dependency-plugin:%s:${argument#*:} ;;
                    *) set -- "$@" "$argument" ;;
                  esac
                done
                exec '%s' --offline --batch-mode -Dmaven.repo.local='%s' "$@"
                """.formatted(
                        dependencyPlugin(), Toolchain.mavenHome().resolve("bin/mvn"), repository.directory()));
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        Toolchain.addShortLivedJava(programs);
        String path = programs + File.pathSeparator + System.getenv("PATH");
        return new Command(
                directory,
                Map.of(
                        "PATH", path,
                        "JAVA_HOME", System.getProperty("java.home"),
                        // Of Maven itself, not of the project: without these its own libraries warn on new JDKs.
                        "MAVEN_OPTS", quietMaven()));
    }

    private static String dependencyPlugin() throws IOException {
        Matcher version = Pattern.compile("<artifactId>maven-dependency-plugin</artifactId>\\s*<version>(.+)</version>")
                .matcher(Files.readString(Toolchain.root().resolve("pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("pom.xml names no version of maven-dependency-plugin");
        }
        return version.group(1);
    }

    private static String quietMaven() throws IOException {
        List<String> options =
                new ArrayList<>(Files.readAllLines(Toolchain.root().resolve(".mvn/jvm.config")));
        options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // it ends before more would pay
        return String.join(" ", options);
    }
}
