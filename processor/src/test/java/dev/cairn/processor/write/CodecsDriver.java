package dev.cairn.processor.write;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.read.FlowReader;
import dev.cairn.processor.write.codec.CodecsWriter;
import dev.cairn.processor.write.context.CodecNames;
import dev.cairn.processor.write.source.GeneratedFile;
import dev.cairn.processor.write.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** Generates the codecs of flows, and nothing else. */
final class CodecsDriver extends AbstractProcessor {
    private final List<GeneratedFile> files = new ArrayList<>();

    /** Compiles flows with their codecs as strictly as users may. */
    static Compilation compile(JavaFileObject... sources) {
        return CompiledAgainst.javacWithTests()
                .withOptions("-Xlint:all,-processing", "-Werror")
                .withProcessors(new CodecsDriver())
                .compile(sources);
    }

    /** The text of the only generated file, which need not compile. */
    static String generate(JavaFileObject... sources) {
        CodecsDriver driver = new CodecsDriver();
        Compilation compilation = CompiledAgainst.javacWithTests()
                .withOptions("-proc:only")
                .withProcessors(driver)
                .compile(sources);
        if (driver.files.size() != 1) {
            throw new AssertionError(compilation.diagnostics());
        }
        return driver.files.get(0).text();
    }

    /** The flow {@code com.acme.Sample} with these members. */
    static JavaFileObject sample(String members) {
        return JavaFileObjects.forSourceString("com.acme.Sample", """
                package com.acme;

                import dev.cairn.*;
                import java.util.*;

                @Flow
                class Sample {
                %s
                }
                """.formatted(members));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        FlowReader reader = new FlowReader(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                field -> false,
                element -> null,
                method -> 0,
                type -> Set.of());
        for (Element flow : round.getElementsAnnotatedWith(dev.cairn.Flow.class)) {
            write(reader.read((TypeElement) flow, 0, packageName -> Set.of()).flow(), flow);
        }
        return false;
    }

    private void write(FlowModel flow, Element element) {
        GeneratedNames names = new GeneratedNames(flow.flowClass());
        GeneratedFile file = SourceText.of(
                names.codecs(),
                CodecsWriter.write(flow, CodecNames.of(flow)).build(),
                name -> processingEnv.getElementUtils().getTypeElement(name.canonicalName()) != null);
        files.add(file);
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(names.codecs().canonicalName(), element)
                .openWriter()) {
            writer.write(file.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.cairn.Flow");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
