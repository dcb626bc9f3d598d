package dev.cairn.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.rule.code.CodeRules;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles flows in memory, with Cairn's processors, and shows what the compiler says. */
public final class FlowCompilation {
    private static final String HEADER = """
            package com.acme;

            import dev.cairn.*;
            import dev.cairn.runtime.*;
            import java.util.*;

            """;

    /** Whether the compiler of Eclipse must say the same wherever {@link #problems} or {@link #problemsOf} compile. */
    private static final boolean ECLIPSE_TOO = Boolean.getBoolean("eclipse.too");

    private FlowCompilation() {}

    /**
     * A message of javac.
     *
     * @param message as it would stand on the screen
     * @param text its text as it is
     */
    private record Said(Message message, String text) {
        static Said of(Diagnostic<? extends JavaFileObject> diagnostic) {
            return new Said(Message.of(diagnostic), diagnostic.getMessage(Locale.ROOT));
        }
    }

    /**
     * What Cairn says of the declarations of the flow {@code Sample} with these members: one message after the other, each with
     * the line in {@code members}, the column and the kind. Flows that show a mistake in a declaration have steps without code;
     * what there is to say of that is left out.
     */
    public static String problems(String members) {
        return problemsOf("@Flow\nclass Sample {\n" + members + "}\n", 2, false);
    }

    /** What Cairn says of the declarations of a flow, with lines as in {@code source}, which needs neither package nor imports. */
    public static String problemsOf(String source) {
        return problemsOf(source, 0, false);
    }

    /** All that Cairn says of the flow {@code Sample} with these members. */
    public static String allProblems(String members) {
        return problemsOf("@Flow\nclass Sample {\n" + members + "}\n", 2, true);
    }

    private static String problemsOf(String source, int linesBefore, boolean ofCode) {
        JavaFileObject file = file(source);
        List<Said> javac =
                checkOnly().compile(file).diagnostics().stream().map(Said::of).toList();
        if (ECLIPSE_TOO) {
            SameUnderEclipse.assertSaid(javac.stream().map(Said::message).toList(), file);
        }
        long before = HEADER.lines().count() + linesBefore;
        return javac.stream()
                .filter(said -> ofCode || !isOfCode(said.text()))
                .map(said -> text(said, before))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOfCode(String message) {
        return CodeRules.ALL.stream().anyMatch(rule -> message.startsWith("[cairn:" + rule.id() + "]"));
    }

    /** A compiler that runs the processors, and stops there. */
    public static Compiler checkOnly(String... options) {
        List<String> all = new ArrayList<>(List.of("-proc:only"));
        all.addAll(Arrays.asList(options));
        return javac().withOptions(all);
    }

    /** A compiler that goes all the path. */
    public static Compiler compiler(String... options) {
        return javac().withOptions((Object[]) options);
    }

    /** A compiler that goes all the path, against a directory of classes too. */
    public static Compiler compilerWith(Path directory, String... options) {
        List<File> path = new ArrayList<>(List.of(directory.toFile()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(path::add);
        return Compiler.javac()
                .withClasspath(path)
                .withProcessors(new FlowProcessor(), new FlowRegistryProcessor())
                .withOptions((Object[]) options);
    }

    /** The compiler of Eclipse, with the processors. */
    public static EclipseCompilation eclipse(String... options) {
        return new EclipseCompilation(List.of(new FlowProcessor(), new FlowRegistryProcessor()), List.of(options));
    }

    private static Compiler javac() {
        return CompiledAgainst.javac().withProcessors(new FlowProcessor(), new FlowRegistryProcessor());
    }

    /** A file of the package {@code com.acme}, with the imports that flows need, named after the first class in it. */
    public static JavaFileObject file(String source) {
        String[] words = source.replaceAll("\"[^\"]*\"", "").split("\\W+");
        List<String> list = Arrays.asList(words);
        int keyword = Map.of("class", 0, "interface", 0, "record", 0, "enum", 0).keySet().stream()
                .mapToInt(list::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElseThrow();
        return JavaFileObjects.forSourceString("com.acme." + list.get(keyword + 1), HEADER + source);
    }

    /** The messages of a compilation, with lines counted from the first after the header that {@link #file} adds. */
    public static String text(Compilation compilation) {
        return text(compilation, HEADER.lines().count());
    }

    private static String text(Compilation compilation, long linesBefore) {
        return compilation.diagnostics().stream()
                .map(diagnostic -> text(Said.of(diagnostic), linesBefore))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Said said, long linesBefore) {
        Message message = said.message();
        String place = message.file().isEmpty() ? "" : (message.line() - linesBefore) + ":" + message.column() + " ";
        return place + message.kind() + " " + said.text();
    }
}
