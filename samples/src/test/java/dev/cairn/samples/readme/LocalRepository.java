package dev.cairn.samples.readme;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A repository for Maven that has this version of Cairn, as if published, and borrows all else. Nothing is installed where
 * other builds could find it: what is borrowed are links, which {@link #close} takes away.
 */
final class LocalRepository implements Closeable {
    private final Path directory;
    private final List<Path> links = new ArrayList<>();

    private LocalRepository(Path directory) {
        this.directory = directory;
    }

    /** Makes the repository in an empty directory. */
    static LocalRepository make(Path directory) throws IOException {
        LocalRepository repository = new LocalRepository(directory);
        repository.borrow(Toolchain.localRepository(), directory, Path.of("dev", "cairn"));
        repository.publish("cairn-parent", Toolchain.root().resolve("pom.xml"));
        repository.publish("cairn-bom", Toolchain.root().resolve("bom/pom.xml"));
        for (PublishedModule module : PublishedModule.ofPages()) {
            repository.publish(module.artifact(), module.pom());
            jar(module.classes(), repository.file(module.artifact(), "jar"));
        }
        return repository;
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    /** Links to all that {@code from} has, except to the path that is to be different here. */
    private void borrow(Path from, Path to, Path except) throws IOException {
        Files.createDirectories(to);
        if (except.getNameCount() > 1 && Files.isDirectory(from.resolve(except.getName(0)))) {
            borrow(from.resolve(except.getName(0)), to.resolve(except.getName(0)), except.subpath(1, 2));
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().equals(except.getName(0))) {
                    links.add(Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toRealPath()));
                }
            }
        }
    }

    private void publish(String artifact, Path pom) throws IOException {
        Path published = file(artifact, "pom");
        Files.createDirectories(published.getParent());
        Files.copy(pom, published, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String artifact, String type) {
        return directory
                .resolve("dev/cairn")
                .resolve(artifact)
                .resolve(Toolchain.version())
                .resolve(artifact + "-" + Toolchain.version() + "." + type);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, entries);
                entries.closeEntry();
            }
        }
    }
}
