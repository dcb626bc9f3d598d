package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeReaderTest {
    @Test
    void blocksKnowTheirLanguageLineAndText() {
        Readme readme =
                Readme.of(List.of("# Title", "```java", "int i;", "", "int j;", "```", "prints", "```text", "```"));

        assertThat(readme.blocks("java")).containsExactly(new Block("java", 2, "int i;\n\nint j;\n"));
        assertThat(readme.output(new Block("java", 2, "int i;\n\nint j;\n"))).contains(new Block("text", 8, ""));
    }

    @Test
    void aBlockThatIsNeverClosedIsRefused() {
        assertThatThrownBy(() -> Readme.of(List.of("text", "```java", "int i;")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The block at line 2 is never closed");
    }

    @Test
    void aBlockWithoutTextBehindItPrintsNothingThatIsShown() {
        Readme readme = Readme.of(List.of("```java", "```", "```java", "```", "```text", "```"));

        assertThat(readme.output(readme.blocks("java").get(0))).isEmpty();
        assertThat(readme.output(readme.blocks("java").get(1))).isPresent();
    }

    @Test
    void aFileIsNamedAfterItsFirstType() {
        JavaSnippet snippet = JavaSnippet.of(new Block(
                "java", 7, "package com.acme;\n\n/** A class. */\nfinal class Shop {\n    class Inner {}\n}\n"));

        assertThat(snippet.className()).isEqualTo("com.acme.Shop");
        assertThat(snippet.path()).isEqualTo("src/main/java/com/acme/Shop.java");
        assertThat(snippet.isFile()).isTrue();
    }

    @Test
    void statementsBecomeAMainMethodBehindTheirImports() {
        JavaSnippet snippet = JavaSnippet.of(new Block("java", 7, "import java.util.List;\n\nList.of();\n"));

        assertThat(snippet.className()).isEqualTo("com.acme.SnippetAtLine7");
        assertThat(snippet.isFile()).isFalse();
        assertThat(snippet.source()).isEqualTo("""
                        package com.acme;
                        import java.util.List;
                        final class SnippetAtLine7 {
                            private SnippetAtLine7() {}

                            public static void main(String[] args) throws Exception {

                        List.of();
                            }
                        }
                        """);
    }

    @Test
    void masksHideWhatDiffersFromRunToRunAndNothingElse() {
        assertThat(Masks.mask("run 20261123T211357042-k3f9x2dq  at 2026-11-23 21:13:57.042,  took 12 ms\n"))
                .isEqualTo("run <run> at <date> <time>, took <duration>\n")
                .isEqualTo(Masks.mask("run 20250101T000000000-aaaaaaaa at 2025-01-01 00:00, took 1.5 s\n"));
        assertThat(Masks.mask("  start  3 tasks, accuracy 0.99, T2-3\n"))
                .isEqualTo("  start 3 tasks, accuracy 0.99, T2-3\n");
    }

    @Test
    void readableTextHasNoControlSequencesAndNoTemporaryDirectory() {
        assertThat(Masks.readable("\u001b[1mstored\u001b[0m in /tmp/a/.cairn", Path.of("/tmp/a")))
                .isEqualTo("stored in /home/ada/flows/.cairn");
    }

    @Test
    void readableTextIsAdasWhoeverRanIt() {
        String user = System.getProperty("user.name");

        assertThat(Masks.readable("  by       " + user + ", with Cairn 1 on Java 17.0.1+2\n", Path.of("/tmp/a")))
                .isEqualTo("  by       ada, with Cairn 1 on Java 17.0.1+2\n");
        assertThat(Masks.mask("on Java 17.0.1+2\n  commit   " + "0a".repeat(20) + "\n"))
                .isEqualTo(Masks.mask("on Java 25\n"));
    }

    @Test
    void aCommandNamesTheRunThatWasPrintedLast(@TempDir Path directory) throws IOException, InterruptedException {
        Console console = new Console(new Command(directory, Map.of()));
        Block shown = new Block("console", 1, """
                $ echo first $((5 + 5))000101T000000000-$((1 + 1))aaaaaaa
                $ echo 20261123T211357042-k3f9x2dq
                """);

        assertThat(console.replay(shown)).isEqualTo("""
                $ echo first $((5 + 5))000101T000000000-$((1 + 1))aaaaaaa
                first 10000101T000000000-2aaaaaaa
                $ echo 10000101T000000000-2aaaaaaa
                10000101T000000000-2aaaaaaa
                """);
    }

    @Test
    void aBlockIsRenewedWhereItStands(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("README.md"), "```text\n```\n\n```text\n```\nend\n");
        Readme readme = Readme.read(file);

        readme.renew(file, readme.outputs().get(0), "first\nsecond\n");
        readme.renew(file, readme.outputs().get(1), "third\n");

        assertThat(file).hasContent("```text\nfirst\nsecond\n```\n\n```text\nthird\n```\nend\n");
    }

    @Test
    void threeDotsStandForLinesThatAreLeftOut() {
        Screen screen = new Screen("one\ntwo.\nthree\n");

        assertThat(screen.shows("one\ntwo.\nthree\n")).isTrue();
        assertThat(screen.shows("...\nthree\n")).isTrue();
        assertThat(screen.shows("one\n...\n")).isTrue();
        assertThat(screen.shows("one\n...\ntwo.\nthree\n...\n")).isTrue();
        assertThat(screen.shows("one\n...\nfour\n...\n")).isFalse();
        assertThat(screen.shows("one\ntwox\nthree\n")).isFalse();
        assertThat(screen.shows("one\n")).isFalse();
    }
}
