package dev.cairn.engine.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the git commit of the source tree that a class was compiled in, by reading the files of {@code .git}: there may be no
 * git on the path, and a process would take longer than a small run.
 */
public final class SourceCommit {
    private static final String REFERENCE = "ref: ";

    private SourceCommit() {}

    /** The commit, or null for classes from an archive, or from outside any source tree. */
    public static @Nullable String of(Class<?> flowClass) {
        try {
            CodeSource source = flowClass.getProtectionDomain().getCodeSource();
            if (source == null || source.getLocation() == null) {
                return null;
            }
            Path classes = Path.of(source.getLocation().toURI());
            return Files.isDirectory(classes) ? of(classes) : null;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return null; // the commit is a courtesy; no run fails for it
        }
    }

    public static @Nullable String of(Path folder) throws IOException {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return head(git, git);
            } else if (Files.isRegularFile(git)) { // a linked worktree
                Path own = at.resolve(Files.readString(git).strip().substring("gitdir: ".length()));
                Path common = own.resolve("commondir");
                return head(
                        own,
                        Files.exists(common)
                                ? own.resolve(Files.readString(common).strip())
                                : own);
            }
        }
        return null;
    }

    private static @Nullable String head(Path own, Path common) throws IOException {
        String head = Files.readString(own.resolve("HEAD")).strip();
        if (!head.startsWith(REFERENCE)) {
            return head;
        }
        String name = head.substring(REFERENCE.length());
        Path loose = common.resolve(name);
        return Files.exists(loose)
                ? Files.readString(loose).strip()
                : packed(common, name).orElse(null);
    }

    private static Optional<String> packed(Path common, String name) throws IOException {
        Path packed = common.resolve("packed-refs");
        if (!Files.exists(packed)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(packed)) {
            return lines.filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        }
    }
}
