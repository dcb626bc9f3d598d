package dev.cairn.benchmarks.results;

import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that was measured on one JDK.
 *
 * @param groups of each benchmark, by their names
 */
record Measurements(Map<String, List<Group>> groups) {
    /** What the files of a directory say, whose names end with {@code suffix}. */
    static Measurements read(Path directory, String suffix) throws IOException {
        Map<String, List<Group>> groups = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(suffix)) {
                        groups.put(name.substring(0, name.length() - suffix.length()), FigureFile.read(file));
                    }
                }
            }
        }
        return new Measurements(new LinkedHashMap<>(groups));
    }

    /** The group of a figure, if it was measured. */
    Optional<Group> group(Source source) {
        return groups.getOrDefault(source.benchmark(), List.of()).stream()
                .filter(group -> group.name().equals(source.group()))
                .findFirst();
    }

    /** A figure, if it was measured. */
    Optional<Figure> figure(Source source) {
        return group(source).flatMap(group -> group.figure(source.figure()));
    }
}
