package dev.cairn.processor;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.write.source.GeneratedFile;
import dev.cairn.processor.write.source.GeneratedResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Hands generated sources and other files to the compiler, each with the flow from which it comes, for incremental builds. */
final class GeneratedSources {
    private final Filer filer;

    GeneratedSources(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes the files of a flow.
     *
     * @throws UncheckedIOException if the compiler cannot take one, for example because a class of that name exists
     */
    void write(List<GeneratedFile> files, TypeElement flow) {
        for (GeneratedFile file : files) {
            ClassRef name = file.name();
            try (Writer writer = filer.createSourceFile(name.binaryName(), flow).openWriter()) {
                writer.write(file.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes a file of a flow that is no source.
     *
     * @throws UncheckedIOException if the compiler cannot take it
     */
    void write(GeneratedResource file, TypeElement flow) {
        try (Writer writer = filer.createResource(StandardLocation.CLASS_OUTPUT, "", file.path(), flow)
                .openWriter()) {
            writer.write(file.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
