package dev.cairn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.figures.FigureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small class compiles, with Cairn and alone; how long that takes, no test judges. */
class PeersBenchmarkTest {
    @TempDir
    private Path directory;

    @Test
    void measuresCairn() throws IOException {
        Path report = directory.resolve("peers-jdk17.md");

        new PeersBenchmark(1).measure(List.of(Peer.cairn()), Path.of("peers"), report);

        assertThat(FigureFile.read(directory.resolve("peers-jdk17.tsv")).get(0).figures())
                .extracting(Figure::name)
                .containsExactly("Cairn, ms", "Cairn, javac alone, ms", "Cairn / javac alone");
        assertThat(Files.readString(report)).contains("| Cairn / javac alone | ");
    }

    @Test
    void aClassThatDoesNotCompileIsNotMeasured() throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.writeString(sources.resolve("Broken.java"), "class Broken {");

        assertThatThrownBy(() -> new SmallCompilation(Peer.cairn(), sources, directory.resolve("work")).prepare())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cairn: ")
                .hasMessageContaining("Broken.java:1: error: reached end of file while parsing");
    }
}
