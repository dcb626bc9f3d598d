package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other jars count as a whole, for the steps that reach them. */
class LibrariesTest {
    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Step;

            class Trip {
                long total;
                Own own;

                @Step(next = "tool")
                void start() {
                    total = 1;
                }

                @Step(next = "indirect")
                void tool() {
                    total = org.tools.Tool.twice(3);
                }

                @Step(next = "inherited")
                void indirect() {
                    total = Own.help();
                }

                @Step(next = "end")
                void inherited() {
                    total = own.length();
                }

                @Step
                void end() {
                    total = 2;
                }
            }

            class Own extends org.gauges.Gauge {
                static long help() {
                    return org.gauges.Gauge.LENGTHS.length;
                }
            }
            """;

    private static final String TOOL = """
            package org.tools;

            public class Tool {
                public static int twice(int number) {
                    return number * 2 + org.bolts.Bolt.zero();
                }

                public static int unused() {
                    return 1;
                }
            }
            """;

    private static final String BOLT = """
            package org.bolts;

            public class Bolt {
                public static int zero() {
                    return 0;
                }
            }
            """;

    private static final String GAUGE = """
            package org.gauges;

            public class Gauge {
                public static final int[] LENGTHS = {1, 2};

                public int length() {
                    return 3;
                }
            }
            """;

    @TempDir
    private Path directory;

    private Path flow;
    private Path bolt;
    private Path tool;
    private Path gauge;
    private Map<String, String> before;

    @BeforeEach
    void compile() throws Exception {
        bolt = jar("bolt-1.0", BOLT);
        tool = jar("tool-1.0", TOOL, bolt);
        gauge = jar("gauge-1.0", GAUGE);
        flow = classes("flow", FLOW, tool, gauge);
        before = fingerprints(flow, tool, bolt, gauge);
        assertThat(before.keySet()).containsExactly("end", "indirect", "inherited", "start", "tool");
    }

    @Test
    void anotherVersionOfAJarChangesTheStepsThatReachIt() throws Exception {
        Path newer = jar("tool-1.1", TOOL.replace("return 1;", "return 2;"), bolt);

        assertThat(changed(fingerprints(flow, newer, bolt, gauge))).containsExactly("tool");
    }

    @Test
    void aJarUnderAnotherNameChangesThemToo() throws Exception {
        Path renamed = Files.copy(gauge, directory.resolve("gauge-1.0.1.jar"));

        assertThat(changed(fingerprints(flow, tool, bolt, renamed))).containsExactly("indirect", "inherited");
    }

    @Test
    void theSameJarElsewhereChangesNothing() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path copy = Files.copy(tool, elsewhere.resolve("tool-1.0.jar"));

        assertThat(changed(fingerprints(flow, gauge, copy, bolt))).isEmpty();
    }

    @Test
    void aJarThatOnlyAJarNeedsCountsWithThat() throws Exception {
        Path newer = jar("bolt-1.1", BOLT.replace("return 0;", "return 1;"));

        assertThat(changed(fingerprints(flow, tool, newer, gauge))).containsExactly("tool");
    }

    @Test
    void aJarThatNothingReachesDoesNotCount() throws Exception {
        Path other = jar("other-1.0", "package org.other; public class Other {}");

        assertThat(changed(fingerprints(flow, other, tool, bolt, gauge))).isEmpty();
    }

    @Test
    void aJarThatIsReplacedUnderItsNameIsReadAgain() throws Exception {
        jar("gauge-1.0", GAUGE.replace("{1, 2}", "{1, 2, 3}"));

        assertThat(changed(fingerprints(flow, tool, bolt, gauge))).containsExactly("indirect", "inherited");
    }

    @Test
    void anotherFolderCountsAsAWholeButForWhatCairnGeneratedThere() throws Exception {
        Path folder = directory.resolve("gauge-1.0-classes");
        Path generated = folder.resolve("org/gauges");
        for (String name : Set.of("Runner", "Runner$Definition", "Artifacts", "Run", "Codecs", "Provider")) {
            Files.write(generated.resolve("Ride" + name + ".class"), new byte[] {1});
        }
        Map<String, String> fromFolder = fingerprints(flow, tool, bolt, folder);
        Files.write(generated.resolve("RideArtifacts.class"), new byte[] {2});
        assertThat(fingerprints(flow, tool, bolt, folder)).isEqualTo(fromFolder);

        classes("gauge-1.0", GAUGE.replace("{1, 2}", "{1, 2, 3}"));

        assertThat(fingerprints(flow, tool, bolt, folder).get("indirect")).isNotEqualTo(fromFolder.get("indirect"));
        assertThat(fingerprints(flow, tool, bolt, folder).get("tool")).isEqualTo(fromFolder.get("tool"));
    }

    private Set<String> changed(Map<String, String> after) {
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(step -> before.get(step).equals(after.get(step)));
        return changed;
    }

    private Map<String, String> fingerprints(Path... path) throws Exception {
        return TestProgram.ofSteps(TestProgram.fingerprints("com.acme.Trip", FLOW, path), FLOW);
    }

    private Path jar(String name, String source, Path... needed) throws Exception {
        return TestProgram.jar(directory.resolve(name + ".jar"), classes(name, source, needed));
    }

    private Path classes(String name, String source, Path... needed) throws Exception {
        Path classes = directory.resolve(name + "-classes");
        TestProgram.compile(
                TestProgram.write(Map.of(fileName(source), source), directory.resolve(name)), classes, needed);
        return classes;
    }

    private static String fileName(String source) {
        return source.replaceAll("(?s).*?class (\\w+).*", "$1.java");
    }
}
