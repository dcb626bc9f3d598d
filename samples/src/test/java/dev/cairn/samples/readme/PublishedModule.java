package dev.cairn.samples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of the build that users can depend on.
 *
 * @param directory where it is
 * @param artifact its name in repositories
 */
record PublishedModule(Path directory, String artifact) {
    /** These are parts of the build that nobody depends on. */
    private static final List<String> OTHERS = List.of("bom", "samples", "benchmarks");

    /** These need a server, and need not have been built before the samples. */
    private static final List<String> OF_SERVERS = List.of("datastores/postgresql", "engines/temporal");

    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>(.+)</artifactId>");

    /** All of them, in the order in which they are built. */
    static List<PublishedModule> all() throws IOException {
        return MODULE.matcher(Files.readString(Toolchain.root().resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(module -> !OTHERS.contains(module))
                .map(Toolchain.root()::resolve)
                .map(PublishedModule::in)
                .toList();
    }

    /** Those that the projects of the pages may need. */
    static List<PublishedModule> ofPages() throws IOException {
        return all().stream()
                .filter(module -> OF_SERVERS.stream().noneMatch(each -> module.directory.endsWith(each)))
                .toList();
    }

    private static PublishedModule in(Path directory) {
        try {
            Matcher artifact = ARTIFACT.matcher(Files.readString(directory.resolve("pom.xml")));
            if (!artifact.find()) {
                throw new IllegalStateException("the pom of " + directory + " names no artifact");
            }
            return new PublishedModule(directory, artifact.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("there is no module in " + directory, e);
        }
    }

    Path pom() {
        return directory.resolve("pom.xml");
    }

    /** What was compiled. */
    Path classes() {
        return directory.resolve("target/classes");
    }
}
